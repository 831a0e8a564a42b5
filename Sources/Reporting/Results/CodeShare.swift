import ProductivityModel

/// What one code brought a clinician.
public struct CodeShare: Hashable, Sendable {
  /// The code.
  public var code: String
  /// Credited lines.
  public var lines: Int
  /// Their services.
  public var units: Units
  /// Their benchmark work RVUs.
  public var benchmark: WorkRVU

  /// How many of the practice's others of the specialty with an annualised figure have the code; nil where they are too few for
  /// anything to be told.
  public var peers: Int?
  /// Services a year per 1.0 clinical FTE; nil without clinical time or with too few days.
  public var unitsPerFTE: Units?
  /// The median of the others' services a year per 1.0 clinical FTE, those without the code counted as none; nil where too few
  /// have it for it to be shown.
  public var peerMedianUnitsPerFTE: Units?

  /// A code's share.
  public init(code: String, lines: Int, units: Units, benchmark: WorkRVU) {
    self.code = code
    self.lines = lines
    self.units = units
    self.benchmark = benchmark
  }
}
