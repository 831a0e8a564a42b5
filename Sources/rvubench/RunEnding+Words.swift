import Ingest
import ProductivityModel
import Rendering
import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension RunEnding {
  /// The last line of a run, by which a log of many runs can be searched.
  var line: String {
    guard state != .failed, let outcome else {
      return "rvubench run: failed (exit \(code)): \(message?.oneLine ?? "see the messages")"
    }
    let (totals, counts) = (Totals(outcome.results), outcome.results.findingCounts)
    func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
      "\(CellValue.integer(number).text) \(number == 1 ? one : many ?? one + "s")"
    }
    let remarks = [state == .findings ? "exit 1" : nil, isDryRun ? "dry run" : nil].compactMap { $0 }
    let parts = [
      outcome.number.map { "run \($0)" }, count(totals.records, "record"),
      count(totals.rejected, "rejected", "rejected"), count(counts.errors, "error"), count(counts.warnings, "warning"),
      count(totals.clinicians, "clinician"), "\(CellValue.workRVU(totals.pay).text) wRVU", "\(seconds) s",
    ]
    return "rvubench run: done\(remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))"): "
      + parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// The facts as one line of JSON; those that there are not are left out.
  ///
  /// - Parameter time: when, as `2026-10-01T02:00:00Z`.
  func json(at time: String) -> String {
    let results = outcome?.results
    let (totals, counts) = (results.map(Totals.init), results?.findingCounts)
    let parts: [(String, JSONValue?)] = [
      ("time", .string(time)), ("level", .string(state == .failed ? "error" : "note")), ("event", .string("finished")),
      ("message", .string(line)), ("exit_code", .integer(Int(code))), ("state", .string(state.rawValue)),
      ("dry_run", isDryRun ? .bool(true) : nil), ("run", (outcome?.number).map { .integer(Int($0)) }),
      ("job", .string(Self.absolute(path))),
      ("practice", (results?.practice ?? job?.practice).map(JSONValue.string)),
      ("period_start", period.map { .string($0.first.description) }),
      ("period_end", period.map { .string($0.last.description) }),
      ("output", (reports ?? folder).map { .string(Self.absolute($0)) }),
      ("records", totals.map { .integer($0.records) }), ("rejected", totals.map { .integer($0.rejected) }),
      ("errors", counts.map { .integer($0.errors) }), ("warnings", counts.map { .integer($0.warnings) }),
      ("notes", counts.map { .integer($0.notes) }), ("clinicians", totals.map { .integer($0.clinicians) }),
      ("work_rvu_pay", totals.map { .number($0.pay.description) }),
      ("work_rvu_benchmark", totals.map { .number($0.benchmark.description) }), ("seconds", .number(seconds)),
      ("error", message.map { .object(JSONMembers(pairs: $0.members)) }),
      ("failure_page", failurePage.map { .string(Self.absolute($0)) }),
    ]
    return JSONValue.object(JSONMembers(pairs: parts.compactMap { name, value in value.map { (name, $0) } }))
      .compactText()
  }

  /// How long the run took, in seconds with one decimal.
  private var seconds: String {
    DecimalText.fixed((milliseconds + 50) / 100, scale: 1, decimals: 1, grouping: false)
  }

  /// A path that means the same from every folder.
  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return "\(String(cString: folder))/\(path)"
  }

  /// Sums over a run.
  private struct Totals {
    let records: Int
    let rejected: Int
    let clinicians: Int
    let pay: WorkRVU
    let benchmark: WorkRVU

    init(_ results: RunResults) {
      records = results.controlTotals.reduce(0) { $0 + $1.records }
      rejected = results.controlTotals.reduce(0) { $0 + $1[.rejected] }
      // One who works in two specialties has two results, and is one.
      clinicians = Set(results.clinicians.map(\.id)).count
      pay = results.clinicians.reduce(.zero) { $0 + $1.totals.pay }
      benchmark = results.clinicians.reduce(.zero) { $0 + $1.totals.benchmark }
    }
  }
}
