import ProductivityModel

extension SurveyRow {
  /// The value at a percent: as published, or linear between its two neighbours, rounded once to a millionth.
  ///
  /// - Parameter thousandths: the percent in thousandths, so that 77.5 is 77,500.
  /// - Returns: nil below the lowest and above the highest published point, where nothing is known.
  /// - Complexity: O(n) in the points.
  public func millionths(atPercentThousandths thousandths: Int) -> Int64? {
    guard let lowest = points.first, let highest = points.last, lowest.percent * 1_000 <= thousandths,
      thousandths <= highest.percent * 1_000
    else { return nil }
    guard let above = points.firstIndex(where: { $0.percent * 1_000 >= thousandths }) else { return nil }
    let upper = points[above]
    if upper.percent * 1_000 == thousandths || above == 0 { return upper.millionths }
    let lower = points[above - 1]
    let step = Int128(upper.millionths) - Int128(lower.millionths)
    let part = Int128(thousandths - lower.percent * 1_000)
    let width = Int128(upper.percent - lower.percent) * 1_000
    return rounded64(Int128(lower.millionths) * width + step * part, over: width)
  }

  /// The value at a whole percent, published or linear between neighbours; nil outside the published range.
  public func millionths(interpolatedAtPercent percent: Int) -> Int64? {
    millionths(atPercentThousandths: percent * 1_000)
  }
}
