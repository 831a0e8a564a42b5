import ProductivityModel

/// The words for what the same lines come to on two sides.
public enum ImpactWording {
  /// By what a side credits and values: `policy unadjusted, release 2026A for every line, conversion factor $33.4009`.
  public static func side(_ side: Impact.Side) -> String {
    let release = side.release.map { "release \($0) for every line" } ?? "each line's own release"
    let factor = side.factor.map { ", conversion factor $\($0)" } ?? ", the conversion factors of the days"
    return "policy \(side.policy), \(release)\(factor)"
  }

  /// The shortest name of a side: its release, otherwise its policy.
  public static func name(_ side: Impact.Side) -> String { side.release ?? side.policy }

  /// What the adjustments between the releases are called: `efficiency adjustment`; nil where there is none.
  public static func adjustments(of impact: Impact) -> String? {
    impact.adjustments.isEmpty
      ? nil : CountWording.list(impact.adjustments.map { $0.name.replacing("-", with: " ") })
  }

  /// What the reader must know of work and payments, in sentences.
  public static func notes(of impact: Impact) -> [String] {
    var notes = [
      "Work is credited, not billed. Payments are national fee schedule amounts times the same factors, of lines with an amount on both sides; sequestration is not taken off."
    ]
    if impact.total.unpaidLines > 0 {
      notes.append(
        "\(CountWording.sentence(CountWording.count(impact.total.unpaidLines, "line"))) with work \(impact.total.unpaidLines == 1 ? "has" : "have") no amount on one side, and \(impact.total.unpaidLines == 1 ? "is" : "are") in no payment."
      )
    }
    return notes
  }

  /// Dollars with their sign: `+$12.30`, `-$4.00`, `$0.00`.
  static func signed(_ money: Money) -> String { (money.cents > 0 ? "+" : "") + CellValue.money(money).text }

  /// A change of dollars in percent of where it begins, with its sign; nil where that is not above zero.
  static func percent(_ change: Money, of whole: Money) -> String? {
    percent(WorkRVU(millionths: change.cents), of: WorkRVU(millionths: whole.cents))
  }

  /// A change in percent of where it begins, with its sign; nil where that is not above zero. A small one is no `0.0%`.
  static func percent(_ change: WorkRVU, of whole: WorkRVU) -> String? {
    guard let text = BridgeWording.percent(change, of: whole) else { return nil }
    guard text == "0.0%", change != .zero else { return text }
    return "less than 0.1%"
  }

  /// What a change of the fee schedule does, in a paragraph.
  static func summary(of impact: Impact) -> String {
    let total = impact.total
    let (from, to) = (name(impact.from), name(impact.to))
    guard total.lines > 0 else { return "No line has work under \(from) or \(to): there is nothing to compare." }
    var sentences = [
      "Valued by \(to) in place of \(from), the same \(CountWording.count(total.lines, "line")) with work \(total.lines == 1 ? "comes" : "come") to "
        + "\(CellValue.workRVU(total.to).text) wRVUs in place of \(CellValue.workRVU(total.from).text): "
        + change(total.difference, of: total.from) + "."
    ]
    var parts: [String] = []
    if let name = adjustments(of: impact), total.adjustment != .zero {
      parts.append("the \(name) makes up \(BridgeWording.signed(total.adjustment))")
    }
    if total.other != .zero { parts.append("other new values, ranks and rules \(BridgeWording.signed(total.other))") }
    if total.onlyOneSide != .zero {
      parts.append("codes valued on one side only \(BridgeWording.signed(total.onlyOneSide))")
    }
    if parts.count > 1 { sentences.append("Of it, " + CountWording.list(parts) + ".") }
    if parts.count == 1, let part = parts.first { sentences.append("All of it: \(part).") }
    if impact.specialties.count > 1,
      let most = impact.specialties.filter({ $0.sums.difference != .zero })
        .max(by: { abs($0.sums.difference.millionths) < abs($1.sums.difference.millionths) })
    {
      sentences.append(
        "The largest change of a specialty is that of \(most.name), \(change(most.sums.difference, of: most.sums.from))."
      )
    }
    let (lower, higher) = (
      impact.clinicians.count { $0.sums.difference < .zero }, impact.clinicians.count { $0.sums.difference > .zero }
    )
    func number(_ count: Int) -> String { count == 0 ? "none" : CellValue.integer(count).text }
    sentences.append(
      "Of \(CountWording.count(impact.clinicians.count, "clinician")) with such lines, \(number(lower)) would have fewer wRVUs and \(number(higher)) more."
    )
    if total.paymentFrom != .zero || total.paymentTo != .zero {
      let difference = total.paymentTo - total.paymentFrom
      let percent = percent(difference, of: total.paymentFrom).map { " (\($0))" } ?? ""
      var factors = ""
      if let before = impact.from.factor, let after = impact.to.factor, before != after {
        factors = "; the conversion factor changes too, from $\(before) to $\(after)"
      }
      sentences.append(
        "National fee schedule payments of the lines with an amount on both sides would be \(CellValue.money(total.paymentTo).text) in place of \(CellValue.money(total.paymentFrom).text), \(signed(difference))\(percent)\(factors)."
      )
    }
    return sentences.joined(separator: " ")
  }

  private static func change(_ difference: WorkRVU, of whole: WorkRVU) -> String {
    guard difference != .zero else { return "no change" }
    return BridgeWording.signed(difference)
      + (percent(difference, of: whole).map { " (\($0))" } ?? "")
  }
}
