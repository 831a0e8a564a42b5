import ProductivityModel

extension DataTable {
  /// One row for each file: what became of its records.
  public static func controlTotals(of results: RunResults) -> DataTable {
    DataTable(
      "control_totals", of: results.controlTotals,
      columns: [
        DataColumn(
          "file", "the log as the job names it; with its sheet, such as log.xlsx [Feb], where a workbook has several"
        ) { .text($0.file) },
        DataColumn("sha256", "the SHA-256 of the file's bytes") { .literal($0.sha256) },
        DataColumn("records", in: "records", "records read: the sum of the nine fates that follow") {
          .integer($0.records)
        },
      ]
        + Fate.allCases.map { fate in
          DataColumn(fate.name, in: "records", meaning(of: fate)) { .integer($0[fate]) }
        } + [
          DataColumn("units", in: "services", "sum over all records that were not rejected") { .units($0.units) },
          DataColumn("charge", in: "dollars", "sum over all records that were not rejected") { .money($0.charge) },
          DataColumn(
            "other_rows", in: "rows",
            "rows that are no records: titles, repeated headers, totals, footers, and what a column map leaves out"
          ) { .integer($0.otherRows) },
        ])
  }

  private static func meaning(of fate: Fate) -> String {
    switch fate {
    case .rejected: "cannot be understood: an impossible date, no code, not a number"
    case .duplicate: "the same line again, or what an overlapping file gives a second time"
    case .superseded: "replaced by a later record of the line, or by a later claim"
    case .voided: "cancelled, with their reversals"
    case .held: "cannot be decided, such as a reversal of nothing"
    case .outOfPeriod: "dated outside the period"
    case .excluded: "not credited by the policy's code list or the code's status"
    case .unpriced: "the code is absent from the release, contractor-priced or unlisted"
    case .zeroValued: "priced at no work"
    case .credited: "have work"
    }
  }

  /// One row for each finding.
  ///
  /// - Parameter showsPay: whether findings on plans and pay are among them.
  public static func findings(of results: RunResults, showsPay: Bool = true) -> DataTable {
    DataTable(
      "findings", of: showsPay ? results.findings : results.findingsWithoutPay,
      columns: [
        DataColumn("file", "the file of the first place; empty where a finding is about no file") {
          .data($0.position?.file, CellValue.text)
        },
        DataColumn("line", in: "line, from 1", "the line on which the first record starts") {
          .data($0.position?.line, CellValue.integer)
        },
        DataColumn("column", in: "byte, from 1", "the byte at which the cell starts") {
          .data($0.position?.column, CellValue.integer)
        },
        DataColumn("problem", "the kind of finding, as docs/errors.md explains it") { .text($0.problem.rawValue) },
        DataColumn("severity", "note, warning or error") { .text($0.severity.rawValue) },
        DataColumn("count", in: "records", "how many records the finding concerns") { .integer($0.count) },
        DataColumn("message", "what is wrong") { .text($0.message) },
        DataColumn("hint", "what to do") { .data($0.hint, CellValue.text) },
        DataColumn("examples", "the first three places") {
          .text($0.examples.map(\.description).joined(separator: " "))
        },
        DataColumn("decided_by", "the key of the policy that decides; empty where none does") {
          .data($0.decidedBy, CellValue.text)
        },
      ])
  }

  /// One row for each way that credit goes from one clinician to another.
  public static func attribution(of results: RunResults) -> DataTable {
    DataTable(
      "attribution", of: results.attributions,
      columns: [
        DataColumn("from_clinician_id", "the clinician who rendered the services") { .text($0.from) },
        DataColumn("to_clinician_id", "the clinician whom the policy credits") { .text($0.to) },
        DataColumn("ledger", in: "pay or benchmark", "the ledger in which it is so") {
          .text($0.isBenchmark ? "benchmark" : "pay")
        },
        DataColumn("party", "in which role the other clinician stands on the lines") { .text($0.party.rawValue) },
        DataColumn("modifiers", "the modifiers by which the policy decides") { .text($0.modifiers) },
        DataColumn("lines", in: "lines", "how many lines") { .integer($0.lines) },
        DataColumn("work_rvu", in: "wRVU", "the credit that is given") { .workRVU($0.credit) },
      ])
  }

  /// One row for each cause of a difference from the source's own RVUs, and one for agreement.
  public static func reconciliation(of results: RunResults) -> DataTable {
    DataTable(
      "reconciliation", of: results.reconciliation?.rows ?? [],
      columns: [
        DataColumn("cause", "why the source's own RVUs differ; agreement has a row too") { .text($0.cause.rawValue) },
        DataColumn("detail", "what the cause is about") { .text($0.detail) },
        DataColumn("lines", in: "lines", "how many lines") { .integer($0.lines) },
        DataColumn("source_rvu", in: "wRVU", "the source's own RVUs") { .workRVU($0.source) },
        DataColumn("work_rvu_pay", in: "wRVU", "credits of the pay ledger") { .workRVU($0.credited) },
        DataColumn("difference", in: "wRVU", "source_rvu less work_rvu_pay") { .workRVU($0.source - $0.credited) },
        DataColumn("examples", "the first places") { .text($0.examples.map(\.description).joined(separator: " ")) },
      ])
  }

  /// One row for each code without a price.
  public static func unpriced(of results: RunResults) -> DataTable {
    DataTable(
      "unpriced", of: results.unpricedCodes,
      columns: [
        DataColumn("code", "the code; where its text has not the form of a code, what kind of text it is") {
          .literal($0.code)
        },
        DataColumn("release", "the fee schedule release in which it was looked for") { .text($0.release) },
        DataColumn("reason", "why there is no price") { .text($0.reason) },
        DataColumn("nearest", "the code of the release nearest in spelling; empty where none is near") {
          .data($0.nearest, CellValue.literal)
        },
        DataColumn("lines", in: "lines", "how many lines") { .integer($0.lines) },
        DataColumn("units", in: "services", "their services") { .units($0.units) },
        DataColumn("charge", in: "dollars", "what they were charged") { .money($0.charge) },
        DataColumn("file", "the file of the first line") { .text($0.first.file) },
        DataColumn("line", in: "line, from 1", "the first line") { .data($0.first.line, CellValue.integer) },
        DataColumn("service_date_release", "the release of the day of service, where another release values the lines")
        { .data($0.onServiceDate?.release, CellValue.text) },
        DataColumn("service_date_work_rvu", in: "wRVU", "the code's work in that release") {
          .data($0.onServiceDate?.work, CellValue.workRVU)
        },
      ])
  }
}
