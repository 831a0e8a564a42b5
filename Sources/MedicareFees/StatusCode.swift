/// Whether and how a code is paid under the fee schedule.
///
/// Values of status A, R and T rows are used for Medicare payment; those of other rows, where shown, are not.
///
/// - Source: "STATUS CODE" of the CMS PFS Relative Value File; meanings in its record layout, Attachment A.
@frozen
public enum StatusCode: UInt8, PublishedIndicator {
  /// A: paid separately where covered.
  case active = 0x41
  /// B: always part of the payment for other services.
  case bundled = 0x42
  /// C: the Medicare contractor sets the price.
  case contractorPriced = 0x43
  /// D: deleted with the start of the year; no longer published.
  case deleted = 0x44
  /// E: kept out of the fee schedule by regulation.
  case excluded = 0x45
  /// F: discontinued without a period of grace; no longer published.
  case discontinued = 0x46
  /// G: another code is to be reported, after a period of grace; no longer published.
  case replacedWithGrace = 0x47
  /// H: the code's component modifier was deleted; no longer published.
  case deletedModifier = 0x48
  /// I: not valid for Medicare, which uses another code.
  case notValid = 0x49
  /// J: anesthesia, paid by base units and time instead of RVUs.
  case anesthesia = 0x4A
  /// M: a measurement code, for reporting only.
  case measurement = 0x4D
  /// N: not covered by Medicare.
  case noncovered = 0x4E
  /// P: bundled where incident to a physician's service, otherwise excluded.
  case bundledOrExcluded = 0x50
  /// R: covered with restrictions.
  case restricted = 0x52
  /// T: paid only where nothing else of the fee schedule is payable to the same clinician that day.
  case injection = 0x54
  /// X: outside the law's definition of physicians' services.
  case statutoryExclusion = 0x58

  /// The letter: `A`.
  public var published: String { String(decoding: [rawValue], as: UTF8.self) }

  /// The status of a single capital letter; nil for any other text.
  public init?(published bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 1 else { return nil }
    self.init(rawValue: bytes[0])
  }

  /// Whether a row of this status is paid from its RVUs: A, R and T.
  ///
  /// A row may still have none, as many R rows do.
  @inlinable public var isPaidFromRVUs: Bool { self == .active || self == .restricted || self == .injection }
}
