import ProductivityModel

/// A run as a ledger's list has it.
public struct LedgerRun: Hashable, Sendable {
  /// Whether its output took the place of the earlier one.
  public enum State: String, Sendable {
    /// It was entered, and its process ended or is at work before the output was known to be in its place.
    case publishing
    /// Its output was in its place.
    case published
    /// It was entered and its output never took its place.
    case abandoned
  }

  /// Its number.
  public var run: Int64
  /// How far it came.
  public var state: State
  /// When it began, as `2026-10-01T02:00:00Z`.
  public var startedAt: String
  /// When its output was in its place; nil where it is not.
  public var publishedAt: String?
  /// The practice's name.
  public var practice: String
  /// The first day counted.
  public var periodStart: String
  /// The last day counted.
  public var periodEnd: String
  /// The version of the program.
  public var program: String
  /// The job's path as it was given.
  public var job: String
  /// What of the command line decided the output, as a JSON array.
  public var arguments: String
  /// The pay ledger's policy.
  public var payPolicy: String
  /// The benchmark ledger's policy.
  public var benchmarkPolicy: String
  /// The output folder.
  public var output: String
  /// The SHA-256 of the output's manifest.
  public var manifestSHA256: String
  /// The SHA-256 of what the archive has of everything that it read; nil where it has nothing.
  public var snapshotSHA256: String?
  /// How many files it read.
  public var inputs: Int
  /// Records of all logs.
  public var records: Int
  /// Records that could not be understood.
  public var rejected: Int
  /// How many clinicians have a result.
  public var clinicians: Int
  /// Work of the pay ledger, in millionths of a wRVU.
  public var workPay: Int64
  /// Work of the benchmark ledger, in millionths of a wRVU.
  public var workBenchmark: Int64

  /// The days counted.
  var period: DayRange? {
    guard let first = CalendarDate(iso: periodStart), let last = CalendarDate(iso: periodEnd) else { return nil }
    return DayRange(first, through: last)
  }
}
