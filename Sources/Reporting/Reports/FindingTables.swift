import ProductivityModel

/// The findings, the gravest first, those of one problem together.
enum FindingTables {
  /// How many findings of one problem a page shows; data files have them all.
  static let shown = 12

  /// A table for each severity, or a sentence where nothing was found.
  static func blocks(of findings: [Finding]) -> [ReportBlock] {
    guard !findings.isEmpty else { return [.paragraph("Nothing was found.")] }
    return Severity.allCases.sorted(by: >).flatMap { severity -> [ReportBlock] in
      let these = findings.filter { $0.severity == severity }
      return these.isEmpty ? [] : [.table(table(of: these, severity: severity))]
    }
  }

  private static func table(of findings: [Finding], severity: Severity) -> ReportTable {
    let problems = Problem.allCases.filter { problem in findings.contains { $0.problem == problem } }
    let groups = problems.map { problem in
      let these = findings.filter { $0.problem == problem }
      var rows = these.prefix(shown).map(cells)
      let rest = these.dropFirst(shown)
      if !rest.isEmpty {
        rows.append([
          Cell(.text("\(CellValue.integer(rest.count).text) more of this kind, in data/findings.csv")), Cell(.text("")),
          Cell(.integer(rest.reduce(0) { $0 + $1.count })), Cell(.text("")),
        ])
      }
      return ReportTable.Group("\(problem.title) [\(problem.rawValue)]", rows: Array(rows))
    }
    return ReportTable(
      caption(severity, count: findings.count),
      columns: [.words("What was found"), .words("First at"), .numbers("Times"), .words("What to do")], groups: groups)
  }

  private static func cells(of finding: Finding) -> [Cell] {
    [
      Cell(.text(CountWording.sentence(finding.message))),
      Cell(.of(finding.position, CellValue.position, otherwise: "it concerns no single place")),
      Cell(.integer(finding.count)), Cell(.text(finding.hint.map(CountWording.sentence) ?? "")),
    ]
  }

  private static func caption(_ severity: Severity, count: Int) -> String {
    switch severity {
    case .error: "\(CountWording.sentence(CountWording.count(count, "error"))): something was left out of the numbers"
    case .warning: "\(CountWording.sentence(CountWording.count(count, "warning"))): a number may not be what you expect"
    case .note: "\(CountWording.sentence(CountWording.count(count, "note"))): worth knowing, nothing to do"
    }
  }
}
