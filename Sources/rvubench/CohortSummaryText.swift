import Pipeline
import ProductivityModel
import Reporting

/// What became of the rows of a cohort's input, in lines for stderr.
struct CohortSummaryText {
  private let result: CohortResult

  /// The most findings that are told one by one.
  private static let findingsTold = 50

  init(_ result: CohortResult) { self.result = result }

  /// The lines, without line ends.
  var lines: [String] {
    var lines = result.findings.prefix(Self.findingsTold).map { finding in
      let others = finding.examples.dropFirst().map(\.description)
      return finding.description + (others.isEmpty ? "" : "\nalso at: " + others.joined(separator: ", "))
    }
    let more = result.findings.count - Self.findingsTold
    if more > 0 { lines.append("and \(CountWording.count(more, "finding")) more") }
    lines += result.remarks
    let groups = result.cohort.distributions.count
    lines.append("\(CountWording.count(groups, "distribution")): \(result.title.metric.words), \(result.basis)")
    let parts = result.account.filter { $0.rows > 0 || $0.kind == .used }
      .map { "\(DecimalText.fixed(Int64($0.rows), scale: 0, decimals: 0, grouping: true)) \($0.kind.words)" }
    let untold = result.untold.map { " \($0)" } ?? ""
    lines.append("\(CountWording.count(result.rows, "row"))\(untold): \(parts.joined(separator: ", "))")
    return lines
  }
}
