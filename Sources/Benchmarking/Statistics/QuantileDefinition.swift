/// How a quantile of a sample is defined: the nine definitions of Hyndman and Fan, by their numbers.
///
/// With p the percent as a share and n the number of values, each takes a position n p + m among the values in ascending
/// order. Let j be its whole part and g the rest: the quantile is (1 - w) x(j) + w x(j + 1), where w is g for the definitions
/// 4 to 9, and 0, 1/2 or 1 for the first three. Positions below the least value or above the greatest give that value.
///
/// Every step is an integer one on a common denominator, rounded once at the end, half away from zero.
///
/// - Source: Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), 361-365.
public enum QuantileDefinition: Int, CaseIterable, Sendable {
  /// 1: the inverse of the empirical distribution function; always a value of the sample.
  case inverse = 1
  /// 2: as 1, with the mean of two values where the distribution function is level.
  case averagedInverse = 2
  /// 3: the value whose rank is nearest to n p, the even rank of two as near.
  case nearestRank = 3
  /// 4: linear between the steps of the empirical distribution function.
  case linearSteps = 4
  /// 5: linear between the middles of the steps (Hazen).
  case hazen = 5
  /// 6: positions (n + 1) p (Weibull).
  case weibull = 6
  /// 7: linear from the least value to the greatest (Gumbel); the default of most programs and spreadsheets.
  case gumbel = 7
  /// 8: approximately median-unbiased, whatever the distribution.
  case medianUnbiased = 8
  /// 9: approximately unbiased for the expected order statistics of a normal distribution (Blom).
  case blom = 9

  /// The definition that is taken where none is asked for: 7.
  public static let standard = gumbel

  /// The definition by name, as a page prints it behind its number.
  public var name: String {
    switch self {
    case .inverse: "inverse of the empirical distribution function"
    case .averagedInverse: "inverse of the empirical distribution function, averaged where it is level"
    case .nearestRank: "nearest rank, the even one of two"
    case .linearSteps: "linear between the steps of the empirical distribution function"
    case .hazen: "Hazen, linear between the middles of the steps"
    case .weibull: "Weibull, positions (n + 1) p"
    case .gumbel: "Gumbel, linear from the least value to the greatest"
    case .medianUnbiased: "approximately median-unbiased"
    case .blom: "Blom, approximately unbiased for normal samples"
    }
  }

  /// The denominator of all positions: a percent has 1,000,000 parts, and the definitions divide by 2, 3 and 8.
  private static let denominator: Int128 = 24_000_000

  /// The value at a percent of a sample, in the sample's own unit, rounded once, half away from zero.
  ///
  /// - Returns: nil for an empty sample.
  /// - Complexity: O(log n).
  public func value(at percent: Percent, of sample: OrderedSample) -> Int64? {
    guard !sample.isEmpty else { return nil }
    let whole = Self.denominator
    let position = 24 * Int128(percent.tenThousandths) * Int128(sample.count) + shift(percent)
    let rank = position >= 0 ? position / whole : -((whole - 1 - position) / whole)
    let lower = sample.orderStatistic(rank)
    let upper = sample.orderStatistic(rank + 1)
    let weight = weight(rest: position - rank * whole, rank: rank)
    let sum = Int128(lower) * (whole - weight) + Int128(upper) * weight
    return Int64((sum >= 0 ? sum + whole / 2 : sum - whole / 2) / whole)
  }

  /// The m of a percent, in parts of the denominator.
  private func shift(_ percent: Percent) -> Int128 {
    let parts = Int128(percent.tenThousandths)
    return switch self {
    case .inverse, .averagedInverse, .linearSteps: 0
    case .nearestRank: -Self.denominator / 2
    case .hazen: Self.denominator / 2
    case .weibull: 24 * parts
    case .gumbel: Self.denominator - 24 * parts
    case .medianUnbiased: 8 * (parts + 1_000_000)
    case .blom: 6 * parts + 9_000_000
    }
  }

  /// The share of the upper value, in parts of the denominator.
  private func weight(rest: Int128, rank: Int128) -> Int128 {
    switch self {
    case .inverse: rest == 0 ? 0 : Self.denominator
    case .averagedInverse: rest == 0 ? Self.denominator / 2 : Self.denominator
    case .nearestRank: rest == 0 && rank % 2 == 0 ? 0 : Self.denominator
    case .linearSteps, .hazen, .weibull, .gumbel, .medianUnbiased, .blom: rest
    }
  }
}

extension QuantileDefinition: CustomStringConvertible {
  /// `definition 7 of Hyndman and Fan (Gumbel, linear from the least value to the greatest)`.
  public var description: String { "definition \(rawValue) of Hyndman and Fan (\(name))" }
}
