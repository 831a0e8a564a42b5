/// What a survey's points tell of a value's percentile, exactly: bounds and quotients of whole numbers.
///
/// Of a single point it is known on which side of it a value stands.
struct KnownPercentile: Hashable, Sendable {
  private enum Place: Hashable {
    /// Below the lowest published percent.
    case below(Int)
    /// At a percentile between two published ones: numerator and denominator.
    case at(Int128, Int128)
    /// At all percents of a plateau.
    case plateau(Int, Int)
    /// Above the highest published percent.
    case above(Int)
  }
  private let place: Place

  /// What is known of a value in millionths; nil where there is no point.
  ///
  /// - Parameter points: percents ascending, values never falling.
  init?(of value: Int64, among points: [SurveyPoint]) {
    guard let lowest = points.first, let highest = points.last else { return nil }
    let equal = points.filter { $0.millionths == value }
    if let first = equal.first, let last = equal.last {
      place = first == last ? .at(Int128(first.percent), 1) : .plateau(first.percent, last.percent)
    } else if value < lowest.millionths {
      place = .below(lowest.percent)
    } else if value > highest.millionths {
      place = .above(highest.percent)
    } else {
      guard let upper = points.firstIndex(where: { $0.millionths > value }), upper > 0 else { return nil }
      let (a, b) = (points[upper - 1], points[upper])
      let step = Int128(b.millionths) - Int128(a.millionths)
      let part = (Int128(value) - Int128(a.millionths)) * Int128(b.percent - a.percent)
      place = .at(Int128(a.percent) * step + part, step)
    }
  }

  /// Whether a stated percentile holds; nil where it cannot be told, since value and statement may both be beyond what is
  /// published.
  ///
  /// - Parameters:
  ///   - stated: in thousandths.
  ///   - unit: one unit of the statement's last decimal, in thousandths.
  func holds(_ stated: Int, _ bound: StatedStanding.Bound, unit: Int) -> Bool? {
    switch place {
    case .at(let numerator, let denominator): holds(stated, bound, unit, numerator, denominator)
    case .plateau(let first, let last):
      switch bound {
      case .exactly: first * 1_000 <= stated && stated <= last * 1_000
      case .above: first * 1_000 > stated
      case .atLeast: last * 1_000 >= stated
      case .below: last * 1_000 < stated
      case .atMost: first * 1_000 <= stated
      }
    case .below(let percent):
      switch bound {
      // What is floored or rounded to the statement is at least half a unit below it.
      case .exactly: 2 * stated - unit >= 2_000 * percent ? false : nil
      case .above, .atLeast: stated >= 1_000 * percent ? false : nil
      case .below, .atMost: stated >= 1_000 * percent ? true : nil
      }
    case .above(let percent):
      switch bound {
      // What is floored or rounded to the statement is less than a unit above it.
      case .exactly: stated + unit <= 1_000 * percent ? false : nil
      case .above, .atLeast: stated <= 1_000 * percent ? true : nil
      case .below, .atMost: stated <= 1_000 * percent ? false : nil
      }
    }
  }

  private func holds(
    _ stated: Int, _ bound: StatedStanding.Bound, _ unit: Int, _ numerator: Int128, _ denominator: Int128
  ) -> Bool {
    // The percentile against the statement, both in thousandths times the denominator.
    let (own, given) = (numerator * 1_000, Int128(stated) * denominator)
    let width = Int128(unit) * denominator
    return switch bound {
    case .exactly: 2 * given - width <= 2 * own && own < given + width
    case .above: own > given
    case .atLeast: own >= given
    case .below: own < given
    case .atMost: own <= given
    }
  }
}
