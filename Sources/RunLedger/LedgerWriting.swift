import FoundationEssentials
internal import GRDB
import Ingest
import ProductivityModel
import Publishing

/// Writes a run's rows, inside one transaction.
struct LedgerWriting {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func enter(_ entry: LedgerEntry, startedAt start: String) throws -> Int64 {
    let arguments = String(decoding: try JSONEncoder().encode(entry.arguments), as: UTF8.self)
    let number = try entry.leastRun.map { max($0, try nextRun()) }
    let output = number.map { RunFolders(entry.output).path(of: $0) } ?? entry.output
    try insert(
      "runs",
      [
        "run": number, "state": "publishing", "started_at": start, "practice": entry.practice,
        "period_start": entry.period.first.description, "period_end": entry.period.last.description,
        "program": entry.program, "job": entry.job, "arguments": arguments, "pay_policy": entry.payPolicy,
        "benchmark_policy": entry.benchmarkPolicy, "output": output, "manifest_sha256": entry.manifestSHA256,
        "snapshot_sha256": entry.snapshotSHA256,
      ])
    let run = database.lastInsertedRowID
    for (position, input) in entry.inputs.enumerated() {
      try insert(
        "inputs",
        [
          "run": run, "position": position, "role": input.role, "path": input.path, "size": input.size,
          "sha256": input.sha256,
        ])
    }
    for (position, file) in entry.files.enumerated() {
      var row: [String: (any DatabaseValueConvertible)?] = [
        "run": run, "position": position, "file": file.file, "records": file.records,
        "units_ten_thousandths": file.units.tenThousandths, "charge_cents": file.charge.cents,
      ]
      for fate in Fate.allCases { row[fate.name] = file.counts[fate] ?? 0 }
      try insert("control_totals", row)
    }
    for (position, finding) in entry.findings.enumerated() {
      try insert(
        "findings",
        [
          "run": run, "position": position, "severity": finding.severity.rawValue,
          "problem": finding.problem.rawValue, "file": finding.position?.file, "line": finding.position?.line,
          "column_number": finding.position?.column, "times": finding.count, "message": finding.message,
          "hint": finding.hint,
        ])
    }
    try enter(entry.rejects, of: run)
    for month in entry.months { try enter(month, of: run) }
    for standing in entry.standings { try enter(standing, of: run) }
    return run
  }

  /// Enters each file's rejects, once where an earlier run had the same.
  private func enter(_ rejects: [LedgerEntry.Reject], of run: Int64) throws {
    for (file, rows) in Dictionary(grouping: rejects, by: \.file).sorted(by: { $0.key < $1.key }) {
      var hash = ContentHash()
      for row in rows {
        let cells = [
          row.line.map(String.init) ?? "", row.column.map(String.init) ?? "", row.problem, row.message, row.hint,
        ]
        hash.add(Array(cells.map { "\($0.utf8.count):\($0)" }.joined().utf8)[...])
      }
      let sha256 = hash.text()
      var set = try Int64.fetchOne(
        database, sql: "SELECT reject_set FROM reject_sets WHERE sha256 = ?", arguments: [sha256])
      if set == nil {
        try insert("reject_sets", ["sha256": sha256])
        set = database.lastInsertedRowID
        for (position, row) in rows.enumerated() {
          try insert(
            "reject_rows",
            [
              "reject_set": set, "position": position, "line": row.line, "column_number": row.column,
              "problem": row.problem, "message": row.message, "hint": row.hint,
            ])
        }
      }
      try insert("run_rejects", ["run": run, "file": file, "reject_set": set])
    }
  }

  private func enter(_ month: LedgerEntry.Month, of run: Int64) throws {
    try insert(
      "results",
      [
        "run": run, "clinician_id": month.clinician, "specialty": month.specialty, "month": month.month.description,
        "lines": month.lines, "encounters": month.encounters, "units_ten_thousandths": month.units.tenThousandths,
        "charge_cents": month.charge.cents, "work_unadjusted_millionths": month.unadjusted.millionths,
        "work_pay_millionths": month.pay.millionths, "work_benchmark_millionths": month.benchmark.millionths,
        "unpriced_lines": month.unpricedLines, "fte_days_millionths": month.fteDays,
      ])
  }

  /// Enters the months of a closing.
  func enter(_ months: [LedgerEntry.Month], of closing: Int64, names: [String: String]) throws {
    for month in months {
      try insert(
        "closed_months",
        [
          "closing": closing, "clinician_id": month.clinician, "name": names[month.clinician] ?? month.clinician,
          "specialty": month.specialty, "month": month.month.description, "lines": month.lines,
          "work_unadjusted_millionths": month.unadjusted.millionths, "work_pay_millionths": month.pay.millionths,
          "work_benchmark_millionths": month.benchmark.millionths, "fte_days_millionths": month.fteDays,
        ])
    }
  }

  private func enter(_ standing: LedgerEntry.Standing, of run: Int64) throws {
    try insert(
      "standings",
      [
        "run": run, "clinician_id": standing.clinician, "specialty": standing.specialty, "name": standing.name,
        "days": standing.days, "clinical_fte_millionths": standing.clinicalFTE,
        "annualised_millionths": standing.annualised?.millionths, "survey": standing.survey,
        "percentile": standing.percentile, "times_median": standing.timesMedian, "peer_rank": standing.rank?.0,
        "peer_count": standing.rank?.of, "opening_cents": standing.pay?.opening.cents,
        "earned_cents": standing.pay?.earned.cents, "paid_cents": standing.pay?.paid.cents,
        "closing_cents": standing.pay?.closing.cents,
      ])
  }

  /// The number that the next run gets: one that no run had before.
  private func nextRun() throws -> Int64 {
    (try Int64.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'runs'") ?? 0) + 1
  }

  /// Inserts a row; the statement of a table is made once.
  private func insert(_ table: String, _ row: [String: (any DatabaseValueConvertible)?]) throws {
    let columns = row.keys.sorted()
    let statement = try database.cachedStatement(
      sql:
        "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(columns.map { ":\($0)" }.joined(separator: ", ")))"
    )
    try statement.execute(arguments: StatementArguments(row))
  }
}
