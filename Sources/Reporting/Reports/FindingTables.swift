import ProductivityModel

/// The findings, the gravest first, those of one problem together.
enum FindingTables {
  /// How many findings of one problem a page shows; data files have them all.
  static let shown = 12

  /// One table, or a sentence where nothing was found.
  static func blocks(of findings: [Finding]) -> [ReportBlock] {
    guard !findings.isEmpty else { return [.paragraph("Nothing was found.")] }
    let groups = Severity.allCases.sorted(by: >).flatMap { severity in
      let these = findings.filter { $0.severity == severity }
      return Problem.allCases.compactMap { group(of: $0, severity: severity, in: these) }
    }
    return [
      .list(
        [
          "Error: something was left out of the numbers.", "Warning: a number may not be what you expect.",
          "Note: worth knowing; nothing needs doing.",
        ]),
      .table(
        ReportTable(
          "Findings by problem, the gravest first",
          columns: [.words("What was found"), .words("First at"), .numbers("Records"), .words("What to do")],
          groups: groups)),
    ]
  }

  private static func group(of problem: Problem, severity: Severity, in findings: [Finding]) -> ReportTable.Group? {
    let these = Self.merged(findings.filter { $0.problem == problem })
    guard !these.isEmpty else { return nil }
    var rows = these.prefix(shown).map(cells)
    let rest = these.dropFirst(shown)
    if !rest.isEmpty {
      rows.append([
        Cell(.text("\(CellValue.integer(rest.count).text) more of this kind, in data/findings.csv")), Cell(.text("")),
        Cell(.integer(rest.reduce(0) { $0 + $1.finding.count })), Cell(.text("")),
      ])
    }
    let title = "\(CountWording.sentence(severity.rawValue)): \(problem.title) [\(problem.rawValue)]"
    return ReportTable.Group(title, rows: Array(rows))
  }

  /// Findings that say the same of several files as one, with the sum of their counts.
  private static func merged(_ findings: [Finding]) -> [(finding: Finding, places: Int)] {
    var result: [(finding: Finding, places: Int)] = []
    var places: [[String?]: Int] = [:]
    for finding in findings {
      let words = [finding.message, finding.hint]
      if let place = places[words] {
        result[place].finding.count += finding.count
        result[place].places += 1
      } else {
        places[words] = result.count
        result.append((finding, 1))
      }
    }
    return result
  }

  private static func cells(of row: (finding: Finding, places: Int)) -> [Cell] {
    let finding = row.finding
    let more = row.places > 1 ? "and in \(CountWording.count(row.places - 1, "other place"))" : ""
    return [
      Cell(.text(CountWording.sentence(finding.message))),
      Cell(.of(finding.position, CellValue.position, otherwise: "it concerns no single place"), detail: more),
      Cell(.integer(finding.count)), Cell(.text(finding.hint.map(CountWording.sentence) ?? ""), detail: basis(finding)),
    ]
  }

  /// What decides, and more of the records.
  private static func basis(_ finding: Finding) -> String {
    let others = finding.examples.filter { $0 != finding.position }.map(\.description)
    let also = others.isEmpty ? "" : "Also \(others.joined(separator: ", "))"
    let key = finding.decidedBy.map { "Decided by \($0)" } ?? ""
    return [key, also].filter { !$0.isEmpty }.joined(separator: ". ")
  }
}
