import Crediting
import MedicareFees
import ProductivityModel

/// The words for the parts of a credit policy.
enum PolicyWording {
  /// What a row multiplies by: `62.5 %`, or the percentages that it takes.
  static func amount(_ row: ModifierRow) -> String {
    var text: String
    switch row.amount {
    case .factor(let factor): text = percent(factor)
    case .portions(let parts):
      text =
        "the row's \(CountWording.list(parts.map(\.rawValue))) percentage\(parts.count == 1 ? "" : "s")"
        + (row.isByDays ? ", by days of care where the line gives them" : "")
    }
    if row.isOncePerLine { text += ", once whatever the units" }
    if row.isOutsideRanking { text += ", outside the ranking" }
    return text
  }

  /// What a fee schedule row must say, with a blank before it: ` where the bilateral indicator is 1`; empty for anything.
  static func condition(_ answers: IndicatorCase.Answers) -> String {
    let parts = IndicatorCase.Question.allCases.compactMap { question in
      answers[question].map { self.answer(question, $0) }
    }
    return parts.isEmpty ? "" : " where " + parts.joined(separator: " and ")
  }

  /// Several conditions, any of them: ` where ... or where ...`.
  static func conditions(_ list: [IndicatorCase.Answers]) -> String {
    list.map(condition).filter { !$0.isEmpty }.joined(separator: " or")
  }

  private static func answer(_ question: IndicatorCase.Question, _ answers: [String]) -> String {
    let values = alternatives(answers)
    switch question {
    case .bilateral: return "the bilateral indicator is \(values)"
    case .assistant: return "the assistant indicator is \(values)"
    case .coSurgeon: return "the co-surgeon indicator is \(values)"
    case .team: return "the team indicator is \(values)"
    case .discontinuedRow: return answers == ["true"] ? "the code has a row for 53" : "the code has no row for 53"
    case .packagePercentages:
      return answers == ["true"]
        ? "the package percentages add up to more than zero" : "the package percentages add up to zero"
    }
  }

  /// Words of which any will do: `0`, `0 or 2`, `0, 2 or 9`.
  static func alternatives(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  /// Modifiers and the adjustment that they make: `80, 81 and 82 (assistant)`.
  static func names(_ modifiers: [Modifier], _ slot: ModifierSlot) -> String {
    "\(CountWording.list(modifiers.map(\.description))) (\(slot.rawValue))"
  }

  /// Statuses in the order of the alphabet: `A, R and T`.
  static func statuses(_ statuses: Set<StatusCode>) -> String {
    CountWording.list(statuses.map(\.published).sorted())
  }

  /// A factor in percent: `13.6 %`.
  static func percent(_ factor: Factor) -> String { "\((factor * Factor(100, over: 1)).description) %" }

  /// A share, given in millionths, in percent.
  static func percent(_ millionths: Int64) -> String { percent(Factor(millionths: millionths)) }

  /// The days of service: `from 1995-01-01`, `from 2020-01-01 to 2020-12-31`.
  static func days(_ dates: EffectiveDates) -> String {
    dates.through.map { "from \(dates.from) to \($0)" } ?? "from \(dates.from)"
  }

  /// Codes in a list: `90471`, or `90460-90474`.
  static func codes(_ exclusion: CodeExclusion) -> String {
    exclusion.first == exclusion.last ? "\(exclusion.first)" : "\(exclusion.first)-\(exclusion.last)"
  }
}
