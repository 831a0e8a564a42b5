/// How a scenario changes a number of a plan.
public enum Change: Hashable, Sendable {
  /// To this, in millionths.
  case set(Int64)
  /// By this much, in millionths; below zero for less.
  case add(Int64)
  /// By this share of it, in millionths; below zero for less: 40,000 is 4 % more.
  case percent(Int64)
}
