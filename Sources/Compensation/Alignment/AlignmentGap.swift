import Benchmarking

/// The compensation percentile less the productivity percentile, in points; or what is known of it.
///
/// Above zero: paid more than the work stands for among others; below zero: less.
public enum AlignmentGap: Hashable, Sendable {
  /// Both percentiles are known.
  case exactly(Double)
  /// No less than this, since pay is above the highest published point or work below the lowest.
  case atLeast(Double)
  /// No more than this, since pay is below the lowest published point or work above the highest.
  case atMost(Double)
  /// Both are outside the published points on the same side, or a survey publishes too few points: nothing is known.
  case unknown

  /// The gap of two positions, each in its own distribution.
  ///
  /// Example: pay above the 90th and work at the 75th: at least 15.
  public init(pay: Placement.Position, work: Placement.Position) {
    switch (pay, work) {
    case (.at(let a), .at(let b)): self = .exactly(a - b)
    case (.above(let a), .at(let b)): self = .atLeast(Double(a) - b)
    case (.above(let a), .below(let b)): self = .atLeast(Double(a - b))
    case (.at(let a), .below(let b)): self = .atLeast(a - Double(b))
    case (.below(let a), .at(let b)): self = .atMost(Double(a) - b)
    case (.below(let a), .above(let b)): self = .atMost(Double(a - b))
    case (.at(let a), .above(let b)): self = .atMost(a - Double(b))
    case (.above, .above), (.below, .below), (.ratioOnly, _), (_, .ratioOnly): self = .unknown
    }
  }
}
