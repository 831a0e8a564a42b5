extension LedgerSchema {
  /// Rejects, what each run read, and closed periods.
  ///
  /// Most nights reject the same records of the same files: a file's rejects are kept once, and each run says which it had.
  static let version2 = """
    ALTER TABLE runs ADD COLUMN snapshot_sha256 TEXT;
    CREATE TABLE reject_sets (
      reject_set INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE reject_rows (
      reject_set INTEGER NOT NULL REFERENCES reject_sets ON DELETE CASCADE,
      position INTEGER NOT NULL,
      line INTEGER,
      column_number INTEGER,
      problem TEXT NOT NULL,
      message TEXT NOT NULL,
      hint TEXT NOT NULL,
      PRIMARY KEY (reject_set, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_rejects (
      run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
      file TEXT NOT NULL,
      reject_set INTEGER NOT NULL REFERENCES reject_sets,
      PRIMARY KEY (run, file)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX run_rejects_by_set ON run_rejects (reject_set);
    CREATE VIEW rejects AS
      SELECT run, file, line, column_number, problem, message, hint
      FROM run_rejects JOIN reject_rows USING (reject_set);

    CREATE TABLE closings (
      closing INTEGER PRIMARY KEY AUTOINCREMENT,
      practice TEXT NOT NULL,
      job TEXT NOT NULL,
      period_start TEXT NOT NULL,
      period_end TEXT NOT NULL,
      closed_at TEXT NOT NULL,
      run INTEGER NOT NULL REFERENCES runs,
      amends INTEGER UNIQUE REFERENCES closings,
      reason TEXT,
      record_sha256 TEXT NOT NULL
    ) STRICT;
    CREATE TABLE closed_months (
      closing INTEGER NOT NULL REFERENCES closings,
      clinician_id TEXT NOT NULL,
      name TEXT NOT NULL,
      specialty TEXT NOT NULL,
      month TEXT NOT NULL,
      lines INTEGER NOT NULL,
      work_unadjusted_millionths INTEGER NOT NULL,
      work_pay_millionths INTEGER NOT NULL,
      work_benchmark_millionths INTEGER NOT NULL,
      fte_days_millionths INTEGER,
      PRIMARY KEY (closing, clinician_id, specialty, month)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER closed_months_stay BEFORE UPDATE ON closed_months
      BEGIN SELECT RAISE(ABORT, 'a closed period is never changed'); END;
    CREATE TRIGGER closed_months_are_kept BEFORE DELETE ON closed_months
      BEGIN SELECT RAISE(ABORT, 'a closed period is never changed'); END;
    CREATE TRIGGER closings_stay BEFORE UPDATE ON closings
      BEGIN SELECT RAISE(ABORT, 'a closed period is never changed'); END;
    CREATE TRIGGER closings_are_kept BEFORE DELETE ON closings
      BEGIN SELECT RAISE(ABORT, 'a closed period is never changed'); END;
    \(["runs", "results", "standings", "control_totals", "inputs", "findings"].map(guards).joined())
    CREATE VIEW closed_periods AS
      SELECT closings.* FROM closings WHERE closing NOT IN (SELECT amends FROM closings WHERE amends IS NOT NULL);
    CREATE VIEW closed_results AS
      SELECT closing, closed_at, run, practice, clinician_id, name, specialty, month, lines,
        work_unadjusted_millionths / 1e6 AS work_rvu_unadjusted, work_pay_millionths / 1e6 AS work_rvu_pay,
        work_benchmark_millionths / 1e6 AS work_rvu_benchmark, fte_days_millionths / 1e6 AS fte_days
      FROM closed_periods JOIN closed_months USING (closing);
    """

  /// What keeps the rows of a table as they are, once their run has closed a period.
  private static func guards(_ table: String) -> String {
    ["UPDATE", "DELETE"].map {
      """
      CREATE TRIGGER \(table)_closed_\($0.lowercased()) BEFORE \($0) ON \(table)
        WHEN EXISTS (SELECT 1 FROM closings WHERE run = OLD.run)
        BEGIN SELECT RAISE(ABORT, 'a closed period is never changed'); END;

      """
    }.joined()
  }
}
