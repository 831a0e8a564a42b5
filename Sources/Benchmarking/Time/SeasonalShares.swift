import ProductivityModel

/// How much work a full-time day of a specialty carried in each month of a whole earlier year.
///
/// The rates are per FTE day and not sums: people hired in July make no season of the autumn.
public struct SeasonalShares: Hashable, Sendable {
  /// The work of a full-time day of each calendar month, January first, in 10^-12 of a work RVU.
  public let rates: [Int64]
  private static let scale: Int128 = 1_000_000_000_000

  /// The rates of twelve months.
  ///
  /// - Parameter months: work RVUs of January to December, and the FTE days that brought them, in millionths.
  /// - Returns: nil unless there are twelve months, each with work and FTE days above zero: a month without cannot carry a year.
  public init?(_ months: [(work: WorkRVU, fteDays: Int64)]) {
    guard months.count == 12 else { return nil }
    var rates: [Int64] = []
    for month in months {
      guard month.work > .zero, month.fteDays > 0 else { return nil }
      let rate = rounded64(Int128(month.work.millionths) * Self.scale, over: Int128(month.fteDays))
      guard let rate, rate > 0 else { return nil }
      rates.append(rate)
    }
    self.rates = rates
  }

  /// The season of a split role: each part's, brought to one year's work and weighted by effort.
  ///
  /// - Parameter parts: a season and its share in millionths, the shares adding up to 1,000,000; at least one.
  public init?(blending parts: [(season: SeasonalShares, shareMillionths: Int64)]) {
    var sums = [Int128](repeating: 0, count: 12)
    for part in parts {
      let total = part.season.rates.reduce(Int128(0)) { $0 + Int128($1) }
      for month in 0..<12 {
        sums[month] +=
          rounded(Int128(part.season.rates[month]) * Self.scale, over: total) * Int128(part.shareMillionths)
      }
    }
    let rates = sums.compactMap { Int64(exactly: rounded($0, over: 1_000_000)) }
    guard rates.count == 12, rates.allSatisfy({ $0 > 0 }) else { return nil }
    self.rates = rates
  }
}
