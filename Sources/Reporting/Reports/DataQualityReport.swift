import ProductivityModel

/// One page on the data: what became of every record, every finding, codes without a price, releases and policies.
public enum DataQualityReport: RunReport {
  /// The one page on the data.
  public static func reports(of results: RunResults) -> [Report] {
    var sections = [ReportSection("Summary", DataQualitySummary.blocks(of: results))]
    if !results.controlTotals.isEmpty {
      sections.append(
        ReportSection("What became of every record", ControlTotalTables.blocks(of: results)))
    }
    sections.append(ReportSection("Findings", FindingTables.blocks(of: results.findingsWithoutPay) + onPay(results)))
    sections.append(ReportSection("Codes without a price", unpriced(results.unpricedCodes)))
    if let reconciliation = results.reconciliation {
      sections.append(ReportSection("The source's own RVUs", ReconciliationTable.blocks(of: reconciliation)))
    }
    if !results.attributions.isEmpty {
      sections.append(
        ReportSection("Credit of another clinician's services", AttributionTable.blocks(of: results.attributions)))
    }
    sections.append(ReportSection("Fee schedule releases", releases(in: results)))
    sections.append(ReportSection("Credit policies", policies(in: results)))
    if !results.inputs.isEmpty { sections.append(ReportSection("Inputs", [.table(inputs(results.inputs))])) }
    return [
      Report(
        address: .dataQuality, title: "Data quality", subtitle: "What the numbers of this run stand on",
        summary: SummaryWording.dataQuality(of: results), sections: sections, from: results)
    ]
  }

  /// How many findings on pay are not among them, since this page is handed around.
  private static func onPay(_ results: RunResults) -> [ReportBlock] {
    let count = results.findings.count - results.findingsWithoutPay.count
    guard count > 0 else { return [] }
    return [
      .note(
        ReportNote(
          .information,
          "\(CountWording.sentence(CountWording.count(count, "finding"))) on plans and pay \(count == 1 ? "is" : "are") not shown here, since this page shows no pay: the page of compensation and `data/findings.csv` have \(count == 1 ? "it" : "them")."
        ))
    ]
  }

  private static func unpriced(_ codes: [UnpricedCode]) -> [ReportBlock] {
    guard !codes.isEmpty else { return [.paragraph("Every code that was counted has a price.")] }
    let lines = codes.reduce(0) { $0 + $1.lines }
    let charge = codes.reduce(Money.zero) { $0 + $1.charge }
    let rows = codes.map { code in
      [
        Cell(.literal(code.code)), Cell(.text(code.release)), Cell(.text(code.reason)),
        Cell(.of(code.nearest, CellValue.literal, otherwise: "no code of the release is near")),
        Cell(.integer(code.lines)), Cell(.units(code.units)), Cell(.money(code.charge)), Cell(.position(code.first)),
      ]
    }
    let units = codes.reduce(Units.zero) { $0 + $1.units }
    return [
      .table(
        ReportTable(
          "Codes that earned no wRVUs because they have no price",
          columns: [
            .words("Code"), .words("Release"), .words("Why"), .words("Nearest code"), .numbers("Lines"),
            .numbers("Units"), .numbers("Charge"), .words("First at"),
          ],
          rows: rows,
          totals: [
            Cell(.text("All codes")), Cell(.text("")), Cell(.text("")), Cell(.text("")), Cell(.integer(lines)),
            Cell(.units(units)), Cell(.money(charge)), Cell(.text("")),
          ], isSortable: codes.count > 1))
    ]
  }

  private static func releases(in results: RunResults) -> [ReportBlock] {
    var blocks: [ReportBlock] = []
    if results.releases.isEmpty {
      blocks.append(.paragraph("No release priced a line."))
    } else {
      blocks.append(
        .table(
          ReportTable(
            "Releases that priced lines of the pay ledger",
            columns: [.words("Release"), .words("Title"), .numbers("Lines")],
            rows: results.releases.map {
              [Cell(.literal($0.release)), Cell(.text($0.title)), Cell(.integer($0.lines))]
            },
            totals: [
              Cell(.text("All releases")), Cell(.text("")),
              Cell(.integer(results.releases.reduce(0) { $0 + $1.lines })),
            ])))
    }
    let substitutions: Set<Problem> = [.releaseSubstituted, .releaseMissing, .reexportedRelease, .vintageMismatch]
    for finding in results.findings where substitutions.contains(finding.problem) {
      let hint = finding.hint.map { " " + CountWording.sentence($0) + "." } ?? ""
      blocks.append(
        .note(
          ReportNote(
            finding.severity == .error ? .fault : .caution, CountWording.sentence(finding.message) + "." + hint)))
    }
    return blocks
  }

  private static func policies(in results: RunResults) -> [ReportBlock] {
    let ledgers = [("Benchmark ledger", results.benchmarkPolicy), ("Pay ledger", results.payPolicy)]
    return ledgers.flatMap { ledger, policy -> [ReportBlock] in
      let title = policy.title.hasSuffix(".") ? policy.title : policy.title + "."
      let applied: [ReportBlock] =
        policy.notApplied.isEmpty
        ? [.paragraph("It applies everything that it is meant to.")]
        : [.paragraph("What it does not apply yet:"), .list(policy.notApplied)]
      return [
        .heading("\(ledger): \(policy.name)"),
        .paragraph("\(CountWording.sentence(title)) Fee schedule by \(policy.vintage)."),
      ] + applied
    }
  }

  private static func inputs(_ files: [InputFile]) -> ReportTable {
    ReportTable(
      "Every file that was read",
      columns: [.words("Role"), .words("Path"), .numbers("Bytes"), .words("SHA-256")],
      rows: files.map {
        [
          Cell(.text($0.role)), Cell(.literal($0.path)), Cell(.integer(Int(clamping: $0.size))),
          Cell(.literal($0.sha256)),
        ]
      })
  }
}
