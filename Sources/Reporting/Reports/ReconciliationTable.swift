import ProductivityModel

/// How the source's own RVUs compare with the pay ledger, by cause.
enum ReconciliationTable {
  static func blocks(of reconciliation: Reconciliation) -> [ReportBlock] {
    let lines = reconciliation.rows.reduce(0) { $0 + $1.lines }
    guard lines > 0 else { return [.paragraph("The column that the job names gives no RVUs.")] }
    let agreeing = reconciliation.rows.filter { $0.cause == .agrees }.reduce(0) { $0 + $1.lines }
    let without =
      reconciliation.linesWithout == 0
      ? "" : " To \(CountWording.count(reconciliation.linesWithout, "credited line")) the source gives none."
    func sum(_ part: (Reconciliation.Row) -> WorkRVU) -> WorkRVU { reconciliation.rows.map(part).reduce(.zero, +) }
    return [
      .paragraph(
        "\(CellValue.integer(agreeing).text) of \(CellValue.integer(lines).text) lines have the same RVUs, to the hundredth, by the source and in the pay ledger.\(without)"
      ),
      .table(
        ReportTable(
          "The source's RVUs and the pay ledger's, by what explains the difference",
          columns: [
            .words("Cause"), .words("More"), .numbers("Lines"), .numbers("Source"), .numbers("Pay ledger"),
            .numbers("Difference"), .words("Examples"),
          ],
          rows: reconciliation.rows.map { row in
            [
              Cell(.text(words(row.cause))), Cell(.text(row.detail)), Cell(.integer(row.lines)),
              Cell(.workRVU(row.source)), Cell(.workRVU(row.credited)), Cell(.workRVU(row.source - row.credited)),
              Cell(.text(row.examples.map(\.description).joined(separator: " "))),
            ]
          },
          totals: [
            Cell(.text("All")), Cell(.text("")), Cell(.integer(lines)), Cell(.workRVU(sum(\.source))),
            Cell(.workRVU(sum(\.credited))), Cell(.workRVU(sum(\.source) - sum(\.credited))), Cell(.text("")),
          ])),
    ]
  }

  private static func words(_ cause: Reconciliation.Cause) -> String {
    switch cause {
    case .agrees: "Agrees"
    case .vintage: "Another release"
    case .units: "Units counted otherwise"
    case .modifier: "Modifiers or several procedures"
    case .row: "Another row of the code"
    case .unknown: "Not explained"
    }
  }
}
