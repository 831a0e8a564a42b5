import ProductivityModel

/// What became of the records of one file.
public struct ControlTotals: Hashable, Sendable {
  /// The path as the job gives it.
  public var file: String
  /// The SHA-256 of its bytes.
  public var sha256: String
  /// Records read: the sum over all fates.
  public var records: Int
  /// How many records had each fate, by ``Fate`` in its order.
  public var counts: [Int]
  /// The sum of units over records that were not rejected.
  public var units: Units
  /// The sum of charges over records that were not rejected.
  public var charge: Money
  /// Rows that are no records: titles, repeated headers, totals, footers, and what the column map leaves out.
  public var otherRows = 0

  /// A file without records.
  public init(file: String, sha256: String = "") {
    self.file = file
    self.sha256 = sha256
    records = 0
    counts = [Int](repeating: 0, count: Fate.allCases.count)
    units = .zero
    charge = .zero
  }

  /// How many records had a fate.
  public subscript(fate: Fate) -> Int { counts[Int(fate.rawValue)] }
}
