import Crediting
import ProductivityModel
import Reporting

/// Explained lines as text that a manager can read aloud.
public enum ExplanationText {
  /// The lines of text, without line ends.
  public static func lines(of explained: ExplainedLines) -> [String] {
    var lines = [heading(explained), summary(explained)]
    for line in explained.lines {
      lines.append("")
      lines += paragraph(line)
    }
    return lines
  }

  private static func heading(_ explained: ExplainedLines) -> String {
    let who = [explained.clinicianID, explained.name].compactMap { $0 }.joined(separator: " ")
    return TextLayout.plain(
      [explained.practice, who, DateWording.period(explained.period)].filter { !$0.isEmpty }.joined(separator: ", "))
  }

  private static func summary(_ explained: ExplainedLines) -> String {
    "\(CountWording.count(explained.lines.count, "line")): \(TrailWording.number(explained.benchmark)) benchmark and "
      + "\(TrailWording.number(explained.pay)) pay work RVUs."
  }

  private static func paragraph(_ line: LineExplanation) -> [String] {
    let modifiers = line.modifiers.modifiers.isEmpty ? "" : " with \(line.modifiers)"
    let units = line.units == .one ? "1 unit" : "\(line.units) units"
    var lines = [
      TextLayout.plain(
        "\(DateWording.day(line.serviceDate)): \(line.code)\(modifiers), \(units), by \(line.clinicianID) (\(line.position))"
      )
    ]
    guard let pay = line.pay, let benchmark = line.benchmark else {
      lines.append(
        line.closedAs.map { "  Its day is closed and counts as it was closed, in \($0)." }
          ?? "  \(CountWording.sentence(FateWording.meaning(line.fate))).")
      return lines
    }
    if pay.steps == benchmark.steps, pay.credit == benchmark.credit, pay.release == benchmark.release,
      pay.parts == benchmark.parts
    {
      let policies = pay.policy == benchmark.policy ? pay.policy : "\(benchmark.policy) and \(pay.policy)"
      lines += ledger("Both ledgers, by \(policies)", benchmark, line, isBenchmark: true)
    } else {
      lines += ledger("Benchmark, by \(benchmark.policy)", benchmark, line, isBenchmark: true)
      lines += ledger("Pay, by \(pay.policy)", pay, line, isBenchmark: false)
    }
    if let units = line.asaUnits { lines.append("  Anesthesia: \(units) ASA units, which are no work RVUs.") }
    return lines
  }

  private static func ledger(
    _ name: String, _ ledger: LedgerExplanation, _ line: LineExplanation, isBenchmark: Bool
  ) -> [String] {
    var lines = ["  \(name): \(TrailWording.result(ledger, line.fate))"]
    var factor = Factor.one
    for (index, step) in ledger.steps.enumerated() {
      let before = WorkRVU(millionths: factor.scaled(ledger.work?.millionths ?? 0))
      factor = factor * step.factor
      let after = WorkRVU(millionths: factor.scaled(ledger.work?.millionths ?? 0))
      let words = TrailWording.sentence(step, of: line, ledger, isBenchmark: isBenchmark, before: before, after: after)
      let source = step.citation.isEmpty ? "" : "Source: \(step.citation)."
      lines.append(TextLayout.wrapped(words, first: "    \(index + 1). ", next: "       "))
      if !source.isEmpty { lines.append(TextLayout.wrapped(source, first: "       ", next: "       ")) }
    }
    for part in ledger.parts {
      lines.append(
        "    \(TrailWording.number(part.credit)) of it goes to \(part.clinicianID), the \(part.party.rawValue) clinician."
      )
    }
    return lines
  }
}
