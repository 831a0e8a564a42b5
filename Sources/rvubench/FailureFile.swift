import FoundationEssentials
import Ingest
import Pipeline
import ProductivityModel
import Publishing
import Rendering
import Reporting
import RunLedger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The page beside an output folder that tells that its last run failed: `out-failed.html`.
struct FailureFile {
  /// Its path.
  let path: String
  private let folder: String

  /// The page of an output folder; nil where the folder has no name that a page could stand beside.
  init?(besideOutput folder: String) {
    var trimmed = folder
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    guard let name = trimmed.split(separator: "/").last, name != ".", name != ".." else { return nil }
    self.folder = trimmed
    path = "\(trimmed)-failed.html"
  }

  /// Takes the page away, if it is there, and what killed runs left of one.
  func remove() {
    SingleFile.removeAbandoned(path)
    if isOurs { unlink(path) }
  }

  /// Writes the page: whole, and for its owner only.
  ///
  /// - Throws: where it cannot be written, or another file has the name.
  func write(_ ending: RunEnding, _ message: Message, at time: String) throws {
    guard access(path, F_OK) != 0 || isOurs else {
      throw OutputFailure(path, "is a file that the program did not write, and is not replaced")
    }
    var run = FailedRun(
      practice: ending.job?.practice ?? "", period: ending.period ?? ending.job?.period, job: ending.path,
      time: Self.words(time), cause: cause(of: ending.code), message: message.message, code: Int(ending.code))
    (run.file, run.line, run.column, run.hint) = (message.file, message.line, message.column, message.hint)
    run.earlier = earlier(ledger: ending.job?.ledger)
    let file = try SingleFile(path)
    try file.append(try FailurePage.html(of: run, version: programVersion))
    try file.publish()
  }

  private func cause(of code: Int32) -> FailedRun.Cause {
    switch code {
    case 2: .job
    case 3: .input
    case 5: .otherRun
    default: .output
    }
  }

  private var isOurs: Bool {
    guard let file = try? FileSource.contents(path, limit: 4 << 20) else { return false }
    return FailurePage.isOne(file.bytes)
  }

  /// The reports that are in place: those that `latest` leads to, or those in the folder itself.
  private func earlier(ledger: String?) -> FailedRun.Earlier? {
    for place in ["\(folder)/\(RunFolders.latest)", folder] {
      guard let report = PlacedReport(in: place) else { continue }
      let run = ledger.flatMap { Self.run(of: report, in: $0) }
      guard let day = run.flatMap({ CalendarDate(iso: String($0.publishedAt.prefix(10))) }) ?? report.day else {
        continue
      }
      let name = folder.split(separator: "/").last.map(String.init) ?? folder
      let inner = place == folder ? "" : "\(RunFolders.latest)/"
      let index = access("\(place)/index.html", R_OK) == 0 ? "\(name)/\(inner)index.html" : nil
      return FailedRun.Earlier(run: run?.run, day: day, period: report.period, page: index)
    }
    return nil
  }

  private static func run(of report: PlacedReport, in ledger: String) -> (run: Int64, publishedAt: String)? {
    guard let runs = try? Ledger(reading: ledger).runs(),
      let run = runs.last(where: { $0.state == .published && $0.manifestSHA256 == report.manifestSHA256 })
    else { return nil }
    return (run.run, run.publishedAt ?? run.startedAt)
  }

  /// `2026-11-29T02:00:00Z` as `November 29, 2026, 02:00 UTC`.
  private static func words(_ time: String) -> String {
    guard let day = CalendarDate(iso: String(time.prefix(10))) else { return time }
    return "\(DateWording.day(day)), \(time.dropFirst(11).prefix(5)) UTC"
  }
}
