/// The interval of a share that was observed: Wilson's score interval, without continuity correction.
///
/// It stays within 0 and 1 and holds its level also for few observations and shares near the ends, where the usual one (share
/// plus or minus two standard errors) fails.
///
/// - Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", J. Am. Stat. Assoc. 22
///   (1927) 209-212; R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17
///   (1998) 857-872, method 3.
public struct WilsonInterval: Hashable, Sendable {
  /// The lower end, 0 to 1.
  public let low: Double
  /// The upper end, 0 to 1.
  public let high: Double

  /// The quantile of the normal distribution for 95 % on both sides.
  public static let z95 = 1.959963984540054

  /// The 95 % interval of a count among a total.
  ///
  /// - Parameters:
  ///   - count: how many have the property, 0 to `total`.
  ///   - total: how many there are.
  ///   - z: the quantile of the normal distribution that gives the level.
  /// - Returns: nil where the total is not above zero, or the count is not among it.
  public init?(count: Double, total: Double, z: Double = z95) {
    guard total > 0, count >= 0, count <= total else { return nil }
    let share = count / total
    let square = z * z
    let middle = (share + square / (2 * total)) / (1 + square / total)
    let half = z / (1 + square / total) * (share * (1 - share) / total + square / (4 * total * total)).squareRoot()
    low = count == 0 ? 0 : max(0, middle - half)
    high = count == total ? 1 : min(1, middle + half)
  }

  /// Whether a share lies outside.
  public func excludes(_ share: Double) -> Bool { share < low || share > high }
}
