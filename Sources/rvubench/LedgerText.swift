import ProductivityModel
import Rendering
import Reporting
import RunLedger

/// A ledger's runs as lines for a terminal.
enum LedgerText {
  /// A line a run.
  ///
  /// - Parameter closings: what was closed with them, which follows.
  static func list(_ runs: [LedgerRun], closings: [Closing]) -> [String] {
    guard !runs.isEmpty else { return ["The ledger has no runs yet."] }
    let heads = [["Run", "Period", "Began", "State", "Clinicians", "Records", "wRVUs pay", "wRVUs benchmark"]]
    let rows = runs.map { run in
      [
        String(run.run), "\(run.periodStart) to \(run.periodEnd)", run.startedAt, run.state.rawValue,
        CellValue.integer(run.clinicians).text, CellValue.integer(run.records).text,
        CellValue.workRVU(WorkRVU(millionths: run.workPay)).text,
        CellValue.workRVU(WorkRVU(millionths: run.workBenchmark)).text,
      ]
    }
    let amended = Set(closings.compactMap(\.amends))
    let closed = closings.map { closing in
      let months = "\(closing.period), closed \(closing.closedOn) with run \(closing.run)"
      let reason = closing.reason.map { ": \($0)" } ?? ""
      return TextLayout.plain("\(months)\(reason)\(amended.contains(closing.number) ? " (amended since)" : "")")
    }
    return TextLayout.columns(heads + rows) + (closed.isEmpty ? [] : ["", "Closed periods"] + closed.map { "  " + $0 })
  }

  /// A run on a page: what it is, what it read, what became of the records, what was found, what came out.
  static func page(
    of run: LedgerRun, inputs: [LedgerEntry.Input], fates: [Fate: Int],
    findings: [(severity: Severity, problem: String, times: Int)], standings: [LedgerStanding]
  ) -> [String] {
    var lines = [
      "Run \(run.run): \(run.practice), \(run.periodStart) to \(run.periodEnd)", state(of: run),
      "Job: \(run.job)\(run.arguments == "[]" ? "" : ", with \(run.arguments)")",
      "Policies: \(run.payPolicy) for pay, \(run.benchmarkPolicy) for benchmarks", "Program: rvubench \(run.program)",
      "Output: \(run.output) (manifest \(run.manifestSHA256))", "", "Inputs",
    ].map(TextLayout.plain)
    lines += TextLayout.columns(
      inputs.map { [TextLayout.plain("\($0.role) \($0.path)"), CellValue.integer(Int($0.size)).text, $0.sha256] },
      indent: "  ")
    lines += ["", "Records: \(CellValue.integer(run.records).text)"]
    lines += TextLayout.columns(
      Fate.allCases.reversed().compactMap { fate in
        fates[fate].flatMap { $0 == 0 ? nil : [fate.name.replacing("_", with: " "), CellValue.integer($0).text] }
      }, indent: "  ")
    if !findings.isEmpty {
      lines += ["", "Findings"]
      lines += TextLayout.columns(
        findings.map { ["\($0.severity.rawValue) \($0.problem)", CellValue.integer($0.times).text] }, indent: "  ")
    }
    if !standings.isEmpty {
      lines += ["", "Clinicians"]
      lines += TextLayout.columns(
        [["", "wRVUs pay", "wRVUs benchmark", "cFTE", "a year, 1.0 cFTE", "percentile"]] + standings.map(row),
        indent: "  ")
    }
    return lines
  }

  private static func state(of run: LedgerRun) -> String {
    switch run.state {
    case .published: "Published: begun \(run.startedAt), in its place \(run.publishedAt ?? "")"
    case .publishing: "Not settled: begun \(run.startedAt); the job's next run finds out whether it was published"
    case .abandoned: "Abandoned: begun \(run.startedAt), and its output never took its place"
    }
  }

  private static func row(of standing: LedgerStanding) -> [String] {
    [
      TextLayout.plain("\(standing.name), \(StandingWording.specialty(standing.specialty))"),
      CellValue.workRVU(standing.pay).text, CellValue.workRVU(standing.benchmark).text,
      standing.clinicalFTE.map { CellValue.clinicalFTE($0).text } ?? "n/a",
      standing.annualised.map { CellValue.workRVURate($0).text } ?? "n/a", standing.percentile ?? "n/a",
    ]
  }
}
