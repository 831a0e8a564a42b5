import Ingest
import MedicareFees
import Pipeline
import ProductivityModel

/// What became of the rows of a price list, in lines for stderr.
struct PriceSummaryText {
  private let summary: PriceSummary

  init(_ summary: PriceSummary) { self.summary = summary }

  /// The lines, without line ends.
  var lines: [String] {
    var lines: [String] = []
    for fault in summary.faults {
      guard var first = fault.findings.first else { continue }
      first.count = fault.count
      lines.append(first.description)
      let others = fault.findings.dropFirst().compactMap { $0.position?.description }
      if !others.isEmpty { lines.append("also at: " + others.joined(separator: ", ")) }
    }
    for (basis, rows) in summary.bases {
      let factor =
        basis.factor.map { "$\($0.factor) a unit (\($0.citation))" } ?? "no conversion factor is known"
      let substitute = basis.isSubstitute ? ", in place of a release that is not on board" : ""
      lines.append("release \(basis.release.release)\(substitute): \(Self.rows(rows)) at \(factor)")
      if let caution = basis.release.caution { lines.append("  \(caution)") }
    }
    if summary.capNotKnown > 0 {
      lines.append(
        "\(Self.rows(summary.capNotKnown)) may be under an outpatient cap that the release lacks: less may be paid")
    }
    lines.append(
      "Amounts are what the fee schedule allows in all, before the patient's share; sequestration is not included.")
    var parts = ["\(Self.number(summary.priced)) priced"]
    let without = summary.withoutAmount.reduce(0) { $0 + $1.count }
    if without > 0 {
      let reasons = summary.withoutAmount.map { "\($0.reason.text) \(Self.number($0.count))" }
      parts.append("\(Self.number(without)) without an amount (\(reasons.joined(separator: ", ")))")
    }
    if summary.notUnderstood > 0 { parts.append("\(Self.number(summary.notUnderstood)) not understood") }
    lines.append("\(Self.rows(summary.rows)): \(parts.joined(separator: ", "))")
    return lines
  }

  private static func rows(_ count: Int) -> String { "\(number(count)) row\(count == 1 ? "" : "s")" }

  private static func number(_ count: Int) -> String {
    DecimalText.fixed(Int64(count), scale: 0, decimals: 0, grouping: true)
  }
}
