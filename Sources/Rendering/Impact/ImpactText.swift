import MedicareFees
import ProductivityModel
import Reporting

/// An impact as text for a terminal.
public enum ImpactText {
  /// The most families that are shown.
  private static let families = 25

  /// The lines of text, without line ends.
  public static func lines(of impact: Impact) -> [String] {
    var lines = [
      TextLayout.plain("\(impact.practice), \(DateWording.period(impact.period))"),
      TextLayout.labelled("From", ImpactWording.side(impact.from)),
      TextLayout.labelled("To", ImpactWording.side(impact.to)), "",
    ]
    lines += summary(impact)
    lines += table("By specialty", impact.specialties, impact.total)
    lines += table("By clinician", impact.clinicians, impact.total)
    let ranked = impact.families.sorted { abs($0.sums.difference.millionths) > abs($1.sums.difference.millionths) }
    lines += table(
      ranked.count > families ? "The \(families) families of codes with the largest differences" : "By family of codes",
      Array(ranked.prefix(families)), impact.total)
    lines.append("")
    for note in ImpactWording.notes(of: impact) + impact.cautions { lines.append(TextLayout.wrapped(note)) }
    return lines
  }

  private static func summary(_ impact: Impact) -> [String] {
    let total = impact.total
    var rows = [
      ["Lines with work", CellValue.integer(total.lines).text], ["Work RVUs, from", work(total.from)],
      ["Work RVUs, to", work(total.to)], ["Difference", "\(work(total.difference)) (\(percent(total)) %)"],
    ]
    for adjustment in impact.adjustments {
      rows.append(["  of it \(adjustment.name.replacing("-", with: " "))", work(total.adjustment)])
    }
    rows.append(["  of it codes valued on one side only", work(total.onlyOneSide)])
    rows.append(["  of it other: new values, ranks, rules", work(total.other)])
    rows.append(["Payment, from", money(total.paymentFrom)])
    rows.append(["Payment, to", money(total.paymentTo)])
    return TextLayout.columns(rows)
  }

  private static func table(_ title: String, _ rows: [Impact.Row], _ total: Impact.Sums) -> [String] {
    let header = ["", "from", "to", "difference", "%", "adjusted", "other", "payment"]
    func cells(_ name: String, _ sums: Impact.Sums) -> [String] {
      [
        TextLayout.plain(name), work(sums.from), work(sums.to), work(sums.difference), percent(sums),
        work(sums.adjustment), work(sums.other + sums.onlyOneSide),
        money(Money(cents: sums.paymentTo.cents - sums.paymentFrom.cents)),
      ]
    }
    let body = rows.map { row in
      cells(row.id == row.name || row.id.isEmpty ? row.name : "\(row.id) \(row.name)", row.sums)
    }
    return ["", title] + TextLayout.columns([header] + body + [cells("All", total)], indent: "  ")
  }

  private static func work(_ work: WorkRVU) -> String { CellValue.workRVU(work).text }

  private static func money(_ money: Money) -> String { CellValue.money(money).text }

  private static func percent(_ sums: Impact.Sums) -> String {
    guard sums.from > .zero else { return "n/a" }
    let tenths = (Double(sums.difference.millionths) / Double(sums.from.millionths) * 1_000).rounded()
    return DecimalText.fixed(Int64(tenths), scale: 1, decimals: 1)
  }
}
