/// Whether something holds, where only a bound may be known.
public enum Certainty: String, CaseIterable, Comparable, Hashable, Sendable {
  /// It does not hold.
  case excluded = "no"
  /// It may hold: what is known says neither.
  case possible = "may be"
  /// It holds.
  case certain = "yes"

  private var order: Int {
    switch self {
    case .excluded: 0
    case .possible: 1
    case .certain: 2
    }
  }

  /// Whether the first is the less certain.
  public static func < (a: Self, b: Self) -> Bool { a.order < b.order }

  /// Whether two things hold together.
  public func and(_ other: Self) -> Self { min(self, other) }
}
