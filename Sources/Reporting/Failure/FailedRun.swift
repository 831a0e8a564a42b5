import ProductivityModel

/// A run that made no reports, as somebody is told who waits for them.
public struct FailedRun: Sendable {
  /// The reports that are still there.
  public struct Earlier: Hashable, Sendable {
    /// Their run's number in the ledger; nil where none is known.
    public var run: Int64?
    /// The day on which they were made.
    public var day: CalendarDate
    /// The days that they count; nil where they do not say.
    public var period: DayRange?
    /// The page to begin with, relative to the page that tells the failure; nil where they have none.
    public var page: String?

    /// Earlier reports.
    public init(run: Int64?, day: CalendarDate, period: DayRange?, page: String?) {
      self.run = run
      self.day = day
      self.period = period
      self.page = page
    }
  }

  /// What kept the reports from being made: whose the task is.
  public enum Cause: Hashable, Sendable {
    /// What the job file, or a file of settings that it names, says.
    case job
    /// A file that was to be read.
    case input
    /// The place where the reports or the record of runs are written.
    case output
    /// Another run, which was at work at that time.
    case otherRun
  }

  /// The practice; empty where the job could not be read so far.
  public var practice: String
  /// The days that were to be counted; nil where that is not known.
  public var period: DayRange?
  /// The job file's path.
  public var job: String
  /// When it was tried: `November 29, 2026, 02:00 UTC`.
  public var time: String
  /// What kept the reports from being made.
  public var cause: Cause
  /// What was wrong, as the program says it.
  public var message: String
  /// The file that it is about.
  public var file: String?
  /// The line of it.
  public var line: Int?
  /// The byte of the line.
  public var column: Int?
  /// What to do about it, as the program says it.
  public var hint: String?
  /// The exit code.
  public var code: Int
  /// The reports that are still there; nil where there are none.
  public var earlier: Earlier?

  /// A run that failed.
  public init(
    practice: String, period: DayRange?, job: String, time: String, cause: Cause, message: String, code: Int
  ) {
    self.practice = practice
    self.period = period
    self.job = job
    self.time = time
    self.cause = cause
    self.message = message
    self.code = code
  }
}
