/// Quantiles of a sample by definition 7 of Hyndman and Fan: linear between the order statistics, from the least (0) to
/// the greatest (100), the definition that spreadsheets and most statistics programs use by default.
///
/// - Source: Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), 361-365.
public enum Quantile {
  /// The value at a percent of a sorted sample, in the sample's own unit, rounded once, half away from zero.
  ///
  /// - Parameter sorted: values in ascending order.
  /// - Returns: nil for an empty sample.
  public static func value(atPercent percent: Int, of sorted: [Int64]) -> Int64? {
    guard let last = sorted.last else { return nil }
    let position = Int64(percent) * Int64(sorted.count - 1)
    let index = Int(position / 100)
    let part = position % 100
    guard index + 1 < sorted.count, part > 0 else { return index < sorted.count ? sorted[index] : last }
    let step = Int128(sorted[index + 1] - sorted[index]) * Int128(part)
    return sorted[index] + Int64((step + (step >= 0 ? 50 : -50)) / 100)
  }

  /// The mean of a sample, rounded once, half away from zero; nil for an empty sample.
  public static func mean(of values: [Int64]) -> Int64? {
    guard !values.isEmpty else { return nil }
    let sum = values.reduce(Int128(0)) { $0 + Int128($1) }
    let half = Int128(values.count / 2)
    return Int64((sum >= 0 ? sum + half : sum - half) / Int128(values.count))
  }
}
