import ProductivityModel

/// How a scenario changes a number of a plan.
public enum Change: Hashable, Sendable {
  /// To this, in millionths.
  case set(Int64)
  /// By this much, in millionths; below zero for less.
  case add(Int64)
  /// By this share of it, in millionths; below zero for less: 40,000 is 4 % more.
  case percent(Int64)

  /// The number after the change, rounded once; nil where it is below zero or does not fit.
  func applied(to millionths: Int64) -> Int64? {
    let result: Int64? =
      switch self {
      case .set(let value): value
      case .add(let value): Int64(exactly: Int128(millionths) + Int128(value))
      case .percent(let share): rounded64(Int128(millionths) * (1_000_000 + Int128(share)), over: 1_000_000)
      }
    return result.flatMap { $0 >= 0 ? $0 : nil }
  }
}
