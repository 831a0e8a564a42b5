import ProductivityModel

/// How a specialty's work of a whole earlier year falls on its twelve months.
public struct SeasonalShares: Hashable, Sendable {
  /// The share of each calendar month, January first, in parts per billion of the year.
  public let partsPerBillion: [Int64]

  /// The shares of twelve months' work.
  ///
  /// - Parameter work: work RVUs of January to December.
  /// - Returns: nil unless there are twelve months, each with work above zero: a month without work cannot carry a year.
  public init?(_ work: [WorkRVU]) {
    guard work.count == 12, work.allSatisfy({ $0 > .zero }) else { return nil }
    let total = work.reduce(Int128(0)) { $0 + Int128($1.millionths) }
    partsPerBillion = work.map { Int64((Int128($0.millionths) * 1_000_000_000 + total / 2) / total) }
  }
}
