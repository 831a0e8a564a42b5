import Ingest
import Pipeline
import ProductivityModel
import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How a run ended: the facts of its last line, of its JSON object, and of what is given to the job's `onFinish`.
struct RunEnding {
  /// How it ended, in a word.
  enum State: String {
    /// Its reports are in their place.
    case done
    /// They are, and there are findings of the level that the job's `failOn` names.
    case findings
    /// They are not: the earlier ones are as they were.
    case failed
  }

  /// The exit code.
  private(set) var code: Int32 = 0
  /// Whether nothing was to be written.
  let isDryRun: Bool
  /// What the job file says, as far as it can be read.
  let job: JobOutline?
  /// The job's path, as it was given.
  let path: String
  /// The days counted; nil where the run did not come so far.
  var period: DayRange?
  /// The output folder; nil where it is not known.
  var folder: String?
  /// The folder in which the run's reports are; nil where they are not in their place.
  private(set) var reports: String?
  /// What the run came to; nil where it did not come so far.
  private(set) var outcome: Run.Outcome?
  /// What stopped it; nil where nothing did.
  private(set) var message: Message?
  /// How long it took, in milliseconds.
  private(set) var milliseconds: Int64 = 0
  /// The page that tells a failure; nil where there is none.
  private(set) var failurePage: String?
  private let began = ContinuousClock.now

  /// A run that begins.
  ///
  /// - Parameter job: the job file's path.
  init(of job: String, isDryRun: Bool) {
    path = job
    self.isDryRun = isDryRun
    self.job = JobOutline(job)
    folder = self.job?.output
  }

  /// How it ended, in a word.
  var state: State { code == 0 ? .done : code == 1 ? .findings : .failed }

  /// Notes what the run came to; where its reports are in their place, a page that told an earlier failure goes.
  ///
  /// - Parameter folder: the folder in which the reports are.
  mutating func come(to outcome: Run.Outcome, in reports: String) {
    self.outcome = outcome
    guard !isDryRun else { return }
    self.reports = reports
    page?.remove()
  }

  /// Tells how the run ended: on the page that tells a failure, in the last line, and to the job's `onFinish`.
  ///
  /// What stopped it has been told before, and what the run had to itself been given back.
  mutating func finish(after error: (any Error)?) {
    if let error {
      let code = RVUBench.exitCode(for: error)
      self.code = code == .validationFailure ? 2 : code.rawValue
    }
    let time = WallClock.now()
    if state == .failed {
      tellFailure(
        Complaint.last ?? error.map(Message.init(error:)) ?? Message(text: "see the messages", otherwise: .error),
        at: time)
    }
    let took = (ContinuousClock.now - began).components
    milliseconds = took.seconds * 1000 + took.attoseconds / 1_000_000_000_000_000
    fflush(nil)
    print(line)
    fflush(nil)
    let facts = json(at: time)
    if LogFormat.current == .json { Complaint.writeLine(facts) }
    guard !isDryRun, let words = job?.onFinish, let program = words.first else { return }
    do throws(FinishCommand.Failure) {
      try FinishCommand(words: words).run(line, facts: facts)
    } catch {
      Complaint.write("\(program): warning: the job's onFinish \(error); the run is as it would be without")
    }
  }

  /// Writes the page that tells a failure, unless it is the command line that is wrong.
  private mutating func tellFailure(_ message: Message, at time: String) {
    self.message = message
    guard code != 2 || message.file != nil, let page else { return }
    do {
      try page.write(self, message, at: time)
      failurePage = page.path
    } catch {
      Complaint.write(
        "\(page.path): warning: the page that tells the failure is not written: \(Message(error: error).message)")
    }
  }

  /// The output folder's page for a run that fails; nil where none is to be written.
  private var page: FailureFile? { isDryRun ? nil : folder.flatMap(FailureFile.init(besideOutput:)) }
}
