import ProductivityModel

extension RunInputs {
  /// What the command line says over the job.
  public struct Overrides: Sendable {
    /// The period, in place of the job's.
    public var period: DayRange?
    /// The last day counted, in place of the job's `through`.
    public var asOf: CalendarDate?
    /// A folder whose files are read beside the logs.
    public var inbox: Inbox.Source?

    /// No overrides unless given.
    public init(period: DayRange? = nil, asOf: CalendarDate? = nil) {
      self.period = period
      self.asOf = asOf
    }
  }
}
