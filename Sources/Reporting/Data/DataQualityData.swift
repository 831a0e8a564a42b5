import ProductivityModel

extension DataTable {
  /// One row for each file: what became of its records.
  public static func controlTotals(of results: RunResults) -> DataTable {
    DataTable(
      "control_totals", of: results.controlTotals,
      columns: [
        DataColumn("file") { .text($0.file) },
        DataColumn("sha256") { .literal($0.sha256) },
        DataColumn("records") { .integer($0.records) },
      ] + Fate.allCases.map { fate in DataColumn(fate.name) { .integer($0[fate]) } } + [
        DataColumn("units") { .units($0.units) },
        DataColumn("charge") { .money($0.charge) },
        DataColumn("other_rows") { .integer($0.otherRows) },
      ])
  }

  /// One row for each finding.
  public static func findings(of results: RunResults) -> DataTable {
    DataTable(
      "findings", of: results.findings,
      columns: [
        DataColumn("file") { .data($0.position?.file, CellValue.text) },
        DataColumn("line") { .data($0.position?.line, CellValue.integer) },
        DataColumn("column") { .data($0.position?.column, CellValue.integer) },
        DataColumn("problem") { .text($0.problem.rawValue) },
        DataColumn("severity") { .text($0.severity.rawValue) },
        DataColumn("count") { .integer($0.count) },
        DataColumn("message") { .text($0.message) },
        DataColumn("hint") { .data($0.hint, CellValue.text) },
        DataColumn("examples") { .text($0.examples.map(\.description).joined(separator: " ")) },
        DataColumn("decided_by") { .data($0.decidedBy, CellValue.text) },
      ])
  }

  /// One row for each way that credit goes from one clinician to another.
  public static func attribution(of results: RunResults) -> DataTable {
    DataTable(
      "attribution", of: results.attributions,
      columns: [
        DataColumn("from_clinician_id") { .text($0.from) },
        DataColumn("to_clinician_id") { .text($0.to) },
        DataColumn("ledger") { .text($0.isBenchmark ? "benchmark" : "pay") },
        DataColumn("party") { .text($0.party.rawValue) },
        DataColumn("modifiers") { .text($0.modifiers) },
        DataColumn("lines") { .integer($0.lines) },
        DataColumn("work_rvu") { .workRVU($0.credit) },
      ])
  }

  /// One row for each cause of a difference from the source's own RVUs, and one for agreement.
  public static func reconciliation(of results: RunResults) -> DataTable {
    DataTable(
      "reconciliation", of: results.reconciliation?.rows ?? [],
      columns: [
        DataColumn("cause") { .text($0.cause.rawValue) },
        DataColumn("detail") { .text($0.detail) },
        DataColumn("lines") { .integer($0.lines) },
        DataColumn("source_rvu") { .workRVU($0.source) },
        DataColumn("work_rvu_pay") { .workRVU($0.credited) },
        DataColumn("difference") { .workRVU($0.source - $0.credited) },
        DataColumn("examples") { .text($0.examples.map(\.description).joined(separator: " ")) },
      ])
  }

  /// One row for each code without a price.
  public static func unpriced(of results: RunResults) -> DataTable {
    DataTable(
      "unpriced", of: results.unpricedCodes,
      columns: [
        DataColumn("code") { .literal($0.code) },
        DataColumn("release") { .text($0.release) },
        DataColumn("reason") { .text($0.reason) },
        DataColumn("nearest") { .data($0.nearest, CellValue.literal) },
        DataColumn("lines") { .integer($0.lines) },
        DataColumn("units") { .units($0.units) },
        DataColumn("charge") { .money($0.charge) },
        DataColumn("file") { .text($0.first.file) },
        DataColumn("line") { .data($0.first.line, CellValue.integer) },
        DataColumn("service_date_release") { .data($0.onServiceDate?.release, CellValue.text) },
        DataColumn("service_date_work_rvu") { .data($0.onServiceDate?.work, CellValue.workRVU) },
      ])
  }
}
