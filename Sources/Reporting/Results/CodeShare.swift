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

  /// A code's share.
  public init(code: String, lines: Int, units: Units, benchmark: WorkRVU) {
    self.code = code
    self.lines = lines
    self.units = units
    self.benchmark = benchmark
  }
}
