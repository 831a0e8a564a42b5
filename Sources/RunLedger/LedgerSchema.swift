internal import GRDB
import ProductivityModel

/// The tables and views of a ledger, one step a version: a step that was released is never changed, and a later one goes on from it.
enum LedgerSchema {
  /// The versions, in order.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in try database.execute(sql: tables + views) }
    migrator.registerMigration("2") { database in try database.execute(sql: version2) }
    return migrator
  }

  /// Exact integers: work in millionths of a wRVU, money in cents, units in ten-thousandths, FTE in millionths.
  private static let tables = """
    CREATE TABLE runs (
      run INTEGER PRIMARY KEY AUTOINCREMENT,
      state TEXT NOT NULL CHECK (state IN ('publishing', 'published', 'abandoned')),
      started_at TEXT NOT NULL,
      published_at TEXT,
      practice TEXT NOT NULL,
      period_start TEXT NOT NULL,
      period_end TEXT NOT NULL,
      program TEXT NOT NULL,
      job TEXT NOT NULL,
      arguments TEXT NOT NULL,
      pay_policy TEXT NOT NULL,
      benchmark_policy TEXT NOT NULL,
      output TEXT NOT NULL,
      manifest_sha256 TEXT NOT NULL
    ) STRICT;
    CREATE TABLE inputs (
      run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
      position INTEGER NOT NULL,
      role TEXT NOT NULL,
      path TEXT NOT NULL,
      size INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      PRIMARY KEY (run, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE control_totals (
      run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
      position INTEGER NOT NULL,
      file TEXT NOT NULL,
      records INTEGER NOT NULL,
    \(Fate.allCases.map { "  \($0.name) INTEGER NOT NULL,\n" }.joined())
      units_ten_thousandths INTEGER NOT NULL,
      charge_cents INTEGER NOT NULL,
      PRIMARY KEY (run, position),
      CHECK (records = \(Fate.allCases.map(\.name).joined(separator: " + ")))
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE findings (
      run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
      position INTEGER NOT NULL,
      severity TEXT NOT NULL,
      problem TEXT NOT NULL,
      file TEXT,
      line INTEGER,
      column_number INTEGER,
      times INTEGER NOT NULL,
      message TEXT NOT NULL,
      hint TEXT,
      PRIMARY KEY (run, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE results (
      run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
      clinician_id TEXT NOT NULL,
      specialty TEXT NOT NULL,
      month TEXT NOT NULL,
      lines INTEGER NOT NULL,
      encounters INTEGER,
      units_ten_thousandths INTEGER NOT NULL,
      charge_cents INTEGER NOT NULL,
      work_unadjusted_millionths INTEGER NOT NULL,
      work_pay_millionths INTEGER NOT NULL,
      work_benchmark_millionths INTEGER NOT NULL,
      unpriced_lines INTEGER NOT NULL,
      fte_days_millionths INTEGER,
      PRIMARY KEY (run, clinician_id, specialty, month)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE standings (
      run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
      clinician_id TEXT NOT NULL,
      specialty TEXT NOT NULL,
      name TEXT NOT NULL,
      days INTEGER NOT NULL,
      clinical_fte_millionths INTEGER,
      annualised_millionths INTEGER,
      survey TEXT,
      percentile TEXT,
      times_median REAL,
      peer_rank INTEGER,
      peer_count INTEGER,
      opening_cents INTEGER,
      earned_cents INTEGER,
      paid_cents INTEGER,
      closing_cents INTEGER,
      PRIMARY KEY (run, clinician_id, specialty)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX inputs_by_content ON inputs (sha256);

    """

  /// What a spreadsheet or another program opens: decimals in place of integers, and the last run of each period.
  private static let views = """
    CREATE VIEW run_list AS
      SELECT run, state, started_at, published_at, practice, period_start, period_end,
        (SELECT count(*) FROM inputs WHERE inputs.run = runs.run) AS inputs,
        (SELECT total(records) FROM control_totals WHERE control_totals.run = runs.run) AS records,
        (SELECT total(rejected) FROM control_totals WHERE control_totals.run = runs.run) AS rejected,
        (SELECT count(DISTINCT clinician_id) FROM standings WHERE standings.run = runs.run) AS clinicians,
        (SELECT total(work_pay_millionths) / 1e6 FROM results WHERE results.run = runs.run) AS work_rvu_pay,
        (SELECT total(work_benchmark_millionths) / 1e6 FROM results WHERE results.run = runs.run) AS work_rvu_benchmark,
        output
      FROM runs;
    CREATE VIEW latest_runs AS
      SELECT practice, period_start, period_end, max(run) AS run FROM runs WHERE state = 'published'
      GROUP BY practice, period_start, period_end;
    CREATE VIEW monthly_results AS
      SELECT results.run, practice, period_start, period_end, clinician_id, name, specialty, month, lines, encounters,
        units_ten_thousandths / 1e4 AS units, charge_cents / 1e2 AS charge,
        work_unadjusted_millionths / 1e6 AS work_rvu_unadjusted, work_pay_millionths / 1e6 AS work_rvu_pay,
        work_benchmark_millionths / 1e6 AS work_rvu_benchmark, unpriced_lines, fte_days_millionths / 1e6 AS fte_days
      FROM results JOIN runs USING (run) JOIN standings USING (run, clinician_id, specialty);
    CREATE VIEW clinician_standings AS
      SELECT standings.run, practice, period_start, period_end, clinician_id, name, specialty, days,
        clinical_fte_millionths / 1e6 AS clinical_fte, annualised_millionths / 1e6 AS annualised_work_rvu_per_fte, survey,
        percentile, times_median, peer_rank, peer_count, opening_cents / 1e2 AS opening, earned_cents / 1e2 AS earned,
        paid_cents / 1e2 AS paid, closing_cents / 1e2 AS closing
      FROM standings JOIN runs USING (run);
    """
}
