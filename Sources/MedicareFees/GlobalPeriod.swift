/// The days of related care that a procedure's value includes.
///
/// - Source: "GLOB DAYS" of the CMS PFS Relative Value File; meanings in its record layout.
@frozen
public enum GlobalPeriod: UInt8, PublishedIndicator {
  /// 000: an endoscopy or minor procedure; the day itself.
  case sameDay
  /// 010: a minor procedure and the 10 days after it.
  case tenDays
  /// 090: major surgery, the day before it and the 90 days after it.
  case ninetyDays
  /// MMM: maternity care, which has a period of its own.
  case maternity
  /// XXX: no global period.
  case notApplicable
  /// YYY: the Medicare contractor decides.
  case contractorDecides
  /// ZZZ: an add-on, within the period of the procedure it is added to.
  case addOn

  /// The text in the file: `090`.
  public var published: String {
    switch self {
    case .sameDay: "000"
    case .tenDays: "010"
    case .ninetyDays: "090"
    case .maternity: "MMM"
    case .notApplicable: "XXX"
    case .contractorDecides: "YYY"
    case .addOn: "ZZZ"
    }
  }

  /// The period of three characters; nil for any other text.
  public init?(published bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 3 else { return nil }
    switch (bytes[0], bytes[1], bytes[2]) {
    case (0x30, 0x30, 0x30): self = .sameDay
    case (0x30, 0x31, 0x30): self = .tenDays
    case (0x30, 0x39, 0x30): self = .ninetyDays
    case (0x4D, 0x4D, 0x4D): self = .maternity
    case (0x58, 0x58, 0x58): self = .notApplicable
    case (0x59, 0x59, 0x59): self = .contractorDecides
    case (0x5A, 0x5A, 0x5A): self = .addOn
    default: return nil
    }
  }

  /// The days after the procedure that belong to it: 0, 10 or 90; nil where no number of days is published.
  @inlinable public var days: Int? {
    switch self {
    case .sameDay: 0
    case .tenDays: 10
    case .ninetyDays: 90
    case .maternity, .notApplicable, .contractorDecides, .addOn: nil
    }
  }
}
