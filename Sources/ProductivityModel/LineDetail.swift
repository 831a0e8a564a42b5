/// What few lines of a log say besides: held once for all lines that say the same, and named by a small integer.
public struct LineDetail: Hashable, Sendable {
  /// The day on which the line was posted, in days since 1970-01-01.
  public var postDay: Int32?
  /// Minutes of anesthesia, in thousandths.
  public var minutes: Int64?
  /// Base units of anesthesia, in thousandths.
  public var baseUnits: Int64?
  /// The clinician under whose number the line was billed, in the run's dictionary of clinicians.
  public var billing: Int32?
  /// The clinician who supervised, in the run's dictionary of clinicians.
  public var supervising: Int32?
  /// The RVUs that the source system gives the line, in millionths.
  public var sourceRVU: Int64?

  /// A detail; nothing unless given.
  public init(
    postDay: Int32? = nil, minutes: Int64? = nil, baseUnits: Int64? = nil, billing: Int32? = nil,
    supervising: Int32? = nil, sourceRVU: Int64? = nil
  ) {
    self.postDay = postDay
    self.minutes = minutes
    self.baseUnits = baseUnits
    self.billing = billing
    self.supervising = supervising
    self.sourceRVU = sourceRVU
  }

  /// Whether the line says nothing besides.
  public var isEmpty: Bool { self == LineDetail() }
}
