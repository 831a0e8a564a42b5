import ArgumentParser
import Ingest
import Pipeline
import ProductivityModel
import Publishing
import Rendering
import Reporting
import RunLedger
import Threads

/// What every command that takes a job file accepts.
struct JobOptions: ParsableArguments {
  @Argument(help: "The job file.")
  var job: String

  @Option(help: "Count this period in place of the job's: 2026, 2026-09 or 2026-01-01..2026-06-30.")
  var period: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Count days up to this one, in place of the job's `through`.", valueName: "date"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "Work on at most this many threads; on as many as there are cores unless given. The output is the same for any number.",
      valueName: "number"))
  var threads: Int?

  @Flag(help: "No progress and no findings on stderr; errors are still told.")
  var quiet = false

  @Option(
    name: .customLong("log-format"),
    help: ArgumentHelp("How messages are written on stderr: text, or json, an object a line.", valueName: "format"))
  var logFormat = LogFormat.text

  @OptionGroup var data: DataOption

  func validate() throws {
    if let threads, !(1...1_024).contains(threads) { throw ValidationError("--threads is a number from 1 to 1024") }
  }

  /// Reads the job and what it names.
  ///
  /// - Throws: `ExitCode` after saying on stderr what is wrong.
  func inputs() throws -> RunInputs { try inputs(period: nil) }

  /// Reads the job and what it names, for a period in place of the job's.
  ///
  /// - Throws: `ExitCode` after saying on stderr what is wrong.
  func inputs(period asked: DayRange?) throws -> RunInputs {
    try read(period: try periodAsked() ?? asked)
  }

  /// Reads the job and what it names, with the files of an inbox among its logs.
  ///
  /// - Throws: `ExitCode` after saying on stderr what is wrong.
  func inputs(inbox: Inbox.Source?) throws -> RunInputs { try read(period: try periodAsked(), inbox: inbox) }

  /// Reads the job and what it names for the job's own period, whatever `--period` says.
  ///
  /// - Throws: `ExitCode` after saying on stderr what is wrong.
  func inputsOfWholeJob() throws -> RunInputs { try read(period: nil) }

  /// Reads the job and what it names, with what a command says over the job in place of `--period` and `--as-of`.
  ///
  /// - Parameters:
  ///   - overrides: what is said over the job.
  ///   - reopened: days that are counted as if they were not closed; nil for none.
  /// - Throws: `ExitCode` after saying on stderr what is wrong.
  func inputs(_ overrides: RunInputs.Overrides, reopening reopened: DayRange? = nil) throws -> RunInputs {
    let folder = try data.find()
    return try telling { _ in
      try ClosedPeriods.keeping(RunInputs(job: job, dataFolder: folder, overrides: overrides), reopening: reopened)
    }
  }

  /// The days that `--period` names; nil where it is not given.
  ///
  /// - Throws: `ExitCode` after saying on stderr what is wrong.
  func periodAsked() throws -> DayRange? {
    guard let period else { return nil }
    guard let range = JobFile.period(period) else {
      throw Complaint.usage(
        "--period \(period) is not a year, a month or a range of at most three years such as 2026-01-01..2026-06-30")
    }
    return range
  }

  private func read(period: DayRange?, inbox: Inbox.Source? = nil) throws -> RunInputs {
    var overrides = try overrides()
    overrides.period = period
    overrides.inbox = inbox
    return try inputs(overrides)
  }

  /// What `--period` and `--as-of` say over the job.
  ///
  /// - Throws: `ExitCode` after saying on stderr what is wrong.
  func overrides() throws -> RunInputs.Overrides {
    var overrides = RunInputs.Overrides(period: try periodAsked())
    if let asOf {
      guard let day = CalendarDate(iso: asOf) else { throw Complaint.usage("--as-of \(asOf) is not a day, YYYY-MM-DD") }
      overrides.asOf = day
    }
    return overrides
  }

  /// The path of the job's ledger; nothing else that the job names is read.
  ///
  /// - Throws: `ExitCode` after saying on stderr that it has none, or what is wrong with the job.
  func ledger() throws -> String {
    let job: Job
    do { job = try RunInputs.job(self.job) } catch { throw Complaint.input(error) }
    guard let ledger = job.ledger else {
      throw Complaint.usage("\(self.job): the job has no ledger\nhint: add ledger: rvubench.sqlite to it")
    }
    return job.resolve(ledger)
  }

  /// Runs the job, with progress on stderr where that is a terminal.
  ///
  /// - Throws: `ExitCode` after saying on stderr what is wrong.
  func execute(
    _ inputs: RunInputs, output: StagedOutput? = nil, recorder: RunRecorder? = nil
  ) throws -> Run.Outcome {
    try telling {
      try Run.execute(inputs, output: output, version: programVersion, recorder: recorder, progress: $0)
    }
  }

  /// Explains lines of the job.
  ///
  /// - Throws: `ExitCode` after saying on stderr what is wrong.
  func explain(_ inputs: RunInputs, _ selection: ExplainRun.Selection) throws -> ExplainedLines {
    try telling { try ExplainRun.lines(of: inputs, selection, progress: $0) }
  }

  /// Does something with progress on stderr where that is a terminal, and says there what goes wrong.
  func telling<Result>(_ body: (Progress?) throws -> Result) throws -> Result {
    let line = quiet || logFormat == .json ? nil : ProgressLine()
    defer { line?.clear() }
    do {
      return try Workers.using(threads) { try body(line?.progress) }
    } catch let error as OutputFailure {
      line?.clear()
      throw Complaint.output(error)
    } catch let error as LedgerFailure {
      line?.clear()
      throw Complaint.output(error)
    } catch let error as ExitCode {
      line?.clear()
      throw error
    } catch let error as InputFailure {
      line?.clear()
      throw error.isUsage ? Complaint.usage(error as any Error) : Complaint.input(error)
    } catch {
      line?.clear()
      throw error is WorkbookFailure || error is PDFFailure ? Complaint.output(error) : Complaint.input(error)
    }
  }

  /// Tells the findings on stderr: all of a few, the first of many.
  ///
  /// - Parameter errorsAlways: whether errors are told even where it is to be quiet, since no file has them.
  func tell(_ findings: [Finding], more: String, errorsAlways: Bool = false) {
    if quiet, !errorsAlways { return }
    let findings = quiet ? findings.filter { $0.severity == .error } : findings
    // A program is not helped by a choice of them.
    let limit = logFormat == .json ? findings.count : 12
    for finding in findings.prefix(limit) { Complaint.tell(finding) }
    if findings.count > limit { Complaint.write("and \(findings.count - limit) more findings: \(more)") }
  }

  /// Tells a run's errors and warnings on stderr, the weightiest first, with how many there are in all. Of warnings the first is that of a closed
  /// period that differs.
  ///
  /// - Parameter more: the file that has all of them; nil where none does.
  func tellByWeight(_ results: RunResults, more: String?) {
    guard !quiet else { return }
    let findings = results.findings.filter { $0.severity > .note }.enumerated().sorted { a, b in
      (b.element.severity, b.element.isOfClosedDays, b.element.count, a.offset)
        < (a.element.severity, a.element.isOfClosedDays, a.element.count, b.offset)
    }.map(\.element)
    guard !findings.isEmpty else { return }
    let limit = logFormat == .json ? findings.count : 8
    Complaint.write("")
    for finding in findings.prefix(limit) { Complaint.tell(finding) }
    let rest = findings.count - limit
    let counts = results.findingCounts
    let read = more.map { ": \($0)" } ?? "; rvubench check tells all of them"
    Complaint.write(
      rest > 0
        ? "and \(CountWording.count(rest, "more", "more")), of \(counts.phrase) in all\(read)"
        : "\(CountWording.sentence(counts.phrase)) in all\(read)")
  }
}

extension Finding {
  /// 1 where it tells that closed days would come to something else, which somebody is to decide on; else 0.
  fileprivate var isOfClosedDays: Int { [.closedPeriodDiffers, .closedPayDiffers].contains(problem) ? 1 : 0 }
}
