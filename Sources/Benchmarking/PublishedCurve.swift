import ProductivityModel

extension [SurveyPoint] {
  /// The value at a percent between the lowest and highest published ones, linear between its neighbours and rounded once,
  /// half up; nil beyond them, where nothing is known.
  ///
  /// - Precondition: percents ascend.
  public func interpolated(atPercent percent: Int) -> Int64? {
    guard let upper = firstIndex(where: { $0.percent >= percent }) else { return nil }
    let above = self[upper]
    if above.percent == percent { return above.millionths }
    guard upper > 0 else { return nil }
    let below = self[upper - 1]
    let span = Int128(above.percent - below.percent)
    let rise = Int128(above.millionths - below.millionths) * Int128(percent - below.percent)
    return below.millionths + Int64((rise + span / 2) / span)
  }
}
