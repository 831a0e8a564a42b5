import ProductivityModel

/// How a specialty's work of a whole earlier year falls on its twelve months.
public struct SeasonalShares: Hashable, Sendable {
  /// The work of each calendar month, January first, in millionths of a work RVU: the months' shares are its parts.
  public let months: [Int64]

  /// The shares of twelve months' work.
  ///
  /// - Parameter work: work RVUs of January to December.
  /// - Returns: nil unless there are twelve months, each with work above zero: a month without work cannot carry a year.
  public init?(_ work: [WorkRVU]) {
    guard work.count == 12, work.allSatisfy({ $0 > .zero }) else { return nil }
    months = work.map(\.millionths)
  }
}
