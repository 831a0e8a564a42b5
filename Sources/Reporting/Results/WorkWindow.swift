import ProductivityModel

/// A clinician's work, in one specialty, in a window of days, such as the last twelve months.
///
/// Windows may begin before the job's period: the lines of those days are read and credited for this alone, and are in no total of the run.
public struct WorkWindow: Hashable, Sendable {
  /// The days asked for.
  public var days: DayRange
  /// Sums over them; nil where ``gap`` says why they are not known.
  public var totals: ProductivityTotals?
  /// Days employed and not on leave among them.
  public var daysCounted: Int
  /// The day-weighted mean of clinical FTE over the days counted, in millionths; nil if unknown or no day counts.
  public var clinicalFTEMillionths: Int64?
  /// The sum of clinical FTE over the days counted, in millionths of a day; nil if unknown.
  public var fteDays: Int64?
  /// The first and last day employed among them; nil if unknown or there is none.
  public var employed: DayRange?
  /// Days employed and on leave among them.
  public var leaveDays = 0
  /// Benchmark work RVUs per 1.0 clinical FTE over the window; nil where FTE is unknown or zero.
  public var perFTE: WorkRVU?
  /// Why the sums are not known, in words without a full stop, such as that the logs begin later; nil where they are.
  public var gap: String?
  /// Whether the clinician was not there: the roster has none of the days, and there are no lines. Sums over several clinicians then lack nothing.
  public var isAway = false

  /// A window.
  public init(
    days: DayRange, totals: ProductivityTotals?, daysCounted: Int = 0, clinicalFTEMillionths: Int64? = nil,
    perFTE: WorkRVU? = nil, gap: String? = nil
  ) {
    self.days = days
    self.totals = totals
    self.daysCounted = daysCounted
    self.clinicalFTEMillionths = clinicalFTEMillionths
    self.perFTE = perFTE
    self.gap = gap
  }
}

/// A clinician's work, in one specialty, in the windows that end with the last day counted, each with the same days a year before.
public struct RecentWork: Hashable, Sendable {
  /// A window and the same days a year before.
  ///
  /// Each lies by itself, so that clinicians of whom the same is to be said can share it.
  public struct Pair: Hashable, Sendable {
    @Boxed private var ownNow: WorkWindow
    @Boxed private var ownBefore: WorkWindow

    /// The window.
    public var now: WorkWindow {
      get { ownNow }
      set { ownNow = newValue }
    }
    /// The same days a year before.
    public var yearBefore: WorkWindow {
      get { ownBefore }
      set { ownBefore = newValue }
    }

    /// A window and the same days a year before.
    public init(now: WorkWindow, yearBefore: WorkWindow) {
      ownNow = now
      ownBefore = yearBefore
    }

    /// Whether the windows are the same.
    public static func == (a: Pair, b: Pair) -> Bool {
      (a._ownNow.isIdentical(to: b._ownNow) || a.now == b.now)
        && (a._ownBefore.isIdentical(to: b._ownBefore) || a.yearBefore == b.yearBefore)
    }

    /// By what the windows hold.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(now)
      hasher.combine(yearBefore)
    }
  }

  /// The calendar month of the last day counted, up to that day.
  public var month: Pair
  /// From the first day of the year of targets.
  public var yearToDate: Pair
  /// The twelve months that end with the last day counted.
  public var rollingTwelve: Pair
  /// The months of the twenty-four that end with the last day counted, in order.
  public var months: [YearMonth]
  /// Sums by month, one for each of ``months``; nil before the logs begin, and where the roster has none of the month's days.
  public var monthly: KnownMonths

  /// A clinician's recent work.
  public init(
    month: Pair, yearToDate: Pair, rollingTwelve: Pair, months: [YearMonth], monthly: KnownMonths
  ) {
    self.month = month
    self.yearToDate = yearToDate
    self.rollingTwelve = rollingTwelve
    self.months = months
    self.monthly = monthly
  }
}
