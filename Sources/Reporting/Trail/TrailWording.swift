import Crediting
import ProductivityModel

/// A line's trail in sentences that can be read aloud.
public enum TrailWording {
  /// Work RVUs with two decimals at least, and all that there are.
  public static func number(_ work: WorkRVU) -> String {
    let text = work.description
    guard let point = text.firstIndex(of: ".") else { return text + ".00" }
    return text.distance(from: point, to: text.endIndex) == 2 ? text + "0" : text
  }

  /// What a step did to the credit, and what it came to.
  ///
  /// - Parameters:
  ///   - line: the line, for the others of its session.
  ///   - before: what the credit came to before the step.
  ///   - after: what the credit comes to after the step.
  public static func sentence(
    _ step: Adjustment, of line: LineExplanation, _ ledger: LedgerExplanation, isBenchmark: Bool, before: WorkRVU,
    after: WorkRVU
  ) -> String {
    let reason = CountWording.sentence(AdjustmentWording.reason(step.reason))
    switch step.reason {
    case .chose, .noComponentRow, .technicalWithoutRow:
      return "\(reason), release \(ledger.release ?? "none"): \(number(ledger.work ?? .zero)) work RVUs."
    case .endoscopyAboveBase:
      return "\(reason): \(number(before)) less \(number(before - after)) = \(number(after))."
    case .places(_, _, count: 1): return "\(reason): no change."
    case .valuedStatus: return "\(reason)."
    case .places:
      let ranked = ledger.rankedBy.map { ", by \(number($0)) total RVUs" } ?? ""
      let others = Others(line, ledger, isBenchmark: isBenchmark)
      return "\(reason)\(others.sharing)\(ranked)\(others.beside): \(effect(step, after))."
    default: return "\(reason): \(effect(step, after))."
    }
  }

  /// What a ledger makes of a line, in a sentence.
  public static func result(_ ledger: LedgerExplanation, _ fate: Fate) -> String {
    if let cause = ledger.cause {
      return "Nothing is credited: \(AdjustmentWording.cause(cause))."
    }
    switch fate {
    case .duplicate: return "Nothing is credited: the same line is there before."
    case .superseded:
      return "Nothing is credited: a later line with the same line id, or a later claim, takes its place."
    case .voided: return "Nothing is credited: the line and its reversal cancel each other."
    case .held: return "Nothing is credited: the line reverses or replaces another, and it cannot be told which."
    case .outOfPeriod: return "Nothing is credited: the day lies outside the period."
    default: return "\(number(ledger.credit)) work RVUs."
    }
  }

  private static func effect(_ step: Adjustment, _ after: WorkRVU) -> String {
    step.factor == .one ? "no change" : "x \(step.factor) = \(number(after))"
  }

  /// The other lines of the session that ranked with a line.
  private struct Others {
    /// Those that have its place with it.
    let sharing: String
    /// Those that have others.
    let beside: String

    init(_ line: LineExplanation, _ ledger: LedgerExplanation, isBenchmark: Bool) {
      let ranked = line.companions.compactMap { other -> (name: String, place: Int)? in
        guard let place = isBenchmark ? other.benchmark : other.pay, place.role == ledger.role else { return nil }
        return ("\(other.code) (\(other.position))", place.first)
      }
      let together = ranked.filter { $0.place == ledger.place }.map(\.name)
      sharing = together.isEmpty ? "" : ", as one with \(CountWording.list(together))"
      let others = ranked.filter { $0.place != ledger.place }.map { "\($0.name) takes place \($0.place)" }
      beside = others.isEmpty ? "" : "; " + others.prefix(6).joined(separator: ", ")
    }
  }
}
