import ProductivityModel

/// The table of credit that policies give to another clinician than the one who rendered the services.
enum AttributionTable {
  static func blocks(of attributions: [AttributedCredit]) -> [ReportBlock] {
    [
      .paragraph(
        "A policy gives this credit to the billing or supervising clinician. It is in that clinician's figures and not in those of the rendering clinician, whose lines it comes from."
      ),
      .table(
        ReportTable(
          "Credit by who rendered and who is credited",
          columns: [
            .words("Rendered by"), .words("Credited to"), .words("As"), .words("Modifiers"), .words("Ledger"),
            .numbers("Lines"), .numbers("wRVUs"),
          ],
          rows: attributions.map {
            [
              Cell(.text($0.from)), Cell(.text($0.to)), Cell(.text("\($0.party.rawValue) clinician")),
              Cell(.text($0.modifiers.isEmpty ? "any" : $0.modifiers)),
              Cell(.text($0.isBenchmark ? "benchmark" : "pay")), Cell(.integer($0.lines)), Cell(.workRVU($0.credit)),
            ]
          })),
    ]
  }
}
