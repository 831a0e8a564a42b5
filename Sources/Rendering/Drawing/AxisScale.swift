import ProductivityModel

/// A straight scale from quantities to points of a drawing, with round ticks.
struct AxisScale {
  /// The quantities at the two ends.
  let lower: Double
  let upper: Double
  /// The points at the two ends.
  let start: Double
  let end: Double

  /// A scale; an empty range is widened, so that every quantity has a place.
  init(from lower: Double, to upper: Double, start: Double, end: Double) {
    self.lower = lower
    self.upper = upper > lower ? upper : lower + 1
    self.start = start
    self.end = end
  }

  /// A scale whose ends are round, with room for all of the quantities.
  init(covering lower: Double, _ upper: Double, ticks: Int, start: Double, end: Double) {
    let step = Self.step(for: max(upper - lower, 1e-9), ticks: ticks)
    self.init(
      from: (lower / step).rounded(.down) * step, to: (upper / step).rounded(.up) * step, start: start, end: end)
  }

  /// Where a quantity stands.
  func callAsFunction(_ quantity: Double) -> Double {
    start + (quantity - lower) / (upper - lower) * (end - start)
  }

  /// Round quantities from end to end, about as many as asked for.
  func ticks(_ count: Int) -> [Double] {
    let step = Self.step(for: upper - lower, ticks: count)
    let first = (lower / step - 1e-9).rounded(.up)
    let last = (upper / step + 1e-9).rounded(.down)
    guard last >= first, last - first < 1000 else { return [] }
    return (Int(first)...Int(last)).map { Double($0) * step }
  }

  /// A round quantity as text: grouped thousands, and only as many decimals as the ticks need.
  func label(_ tick: Double, ticks count: Int) -> String {
    let step = Self.step(for: upper - lower, ticks: count)
    let decimals =
      step >= 1 && step == step.rounded() ? 0 : step * 10 >= 1 && step * 10 == (step * 10).rounded() ? 1 : 2
    let scaled = (tick * Double(DecimalText.powerOfTen(decimals))).rounded()
    return DecimalText.fixed(Int64(scaled), scale: decimals, decimals: decimals, grouping: true)
  }

  /// The least of 1, 2, 2.5 and 5 times a power of ten that gives no more than so many steps.
  private static func step(for range: Double, ticks: Int) -> Double {
    let rough = range / Double(max(ticks, 1))
    var power = 1.0
    while power > rough { power /= 10 }
    while power * 10 <= rough { power *= 10 }
    for factor in [1, 2, 2.5, 5] where factor * power >= rough - 1e-12 { return factor * power }
    return 10 * power
  }
}
