import ProductivityModel

/// What of a clinician's time and work is counted and not compared.
public struct SetApart: Hashable, Sendable {
  /// Days employed and on leave.
  public var leaveDays: Int
  /// Lines of service on days of leave or outside employment.
  public var uncountedLines: Int
  /// Their benchmark work RVUs, which are in the totals and not in what is compared.
  public var uncountedWork: WorkRVU
  /// Days of a new hire's ramp.
  public var rampDays: Int
  /// Lines of service on the days of the ramp.
  public var rampLines: Int
  /// Their benchmark work RVUs, which are in the totals and not in what is compared.
  public var rampWork: WorkRVU

  /// Nothing unless given.
  public init(
    leaveDays: Int = 0, uncountedLines: Int = 0, uncountedWork: WorkRVU = .zero, rampDays: Int = 0, rampLines: Int = 0,
    rampWork: WorkRVU = .zero
  ) {
    self.leaveDays = leaveDays
    self.uncountedLines = uncountedLines
    self.uncountedWork = uncountedWork
    self.rampDays = rampDays
    self.rampLines = rampLines
    self.rampWork = rampWork
  }
}
