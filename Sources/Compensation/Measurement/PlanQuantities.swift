import ProductivityModel

/// What a clinician's plans pay for besides work RVUs, as the practice's files have it.
public struct PlanQuantities: Hashable, Sendable {
  /// Units of a duty on a day.
  public struct Duty: Hashable, Sendable {
    /// The stipend's name.
    public var stipend: String
    /// The day.
    public var date: CalendarDate
    /// How many, in millionths.
    public var unitsMillionths: Int64

    /// Units of a duty.
    public init(stipend: String, date: CalendarDate, unitsMillionths: Int64) {
      self.stipend = stipend
      self.date = date
      self.unitsMillionths = unitsMillionths
    }
  }

  /// A month's share of a pool.
  public struct PoolPart: Hashable, Sendable {
    /// The pool's name.
    public var pool: String
    /// The month.
    public var month: YearMonth
    /// The last day of the month on which the clinician shares in the pool.
    public var day: CalendarDate
    /// The clinician's share of the month's sum.
    public var amount: Money

    /// A share.
    public init(pool: String, month: YearMonth, day: CalendarDate, amount: Money) {
      self.pool = pool
      self.month = month
      self.day = day
      self.amount = amount
    }
  }

  /// Duties, in the order of their files.
  public var duties: [Duty] = []
  /// Members of the panel by month, in millionths of one.
  public var panel: [YearMonth: Int64] = [:]
  /// The share of a year's withhold that was earned back, in millionths, by the year in which the measurement year ends.
  public var quality: [Int: Int64] = [:]
  /// Shares of pools.
  public var pools: [PoolPart] = []

  /// Nothing.
  public init() {}
}
