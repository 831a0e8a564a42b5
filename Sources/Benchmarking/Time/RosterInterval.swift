import ProductivityModel

/// A run of days in which a clinician holds one role: specialty, share and FTE.
public struct RosterInterval: Hashable, Sendable {
  /// The clinician's id, as the log writes it.
  public var clinicianID: String
  /// The national provider identifier, ten digits; empty where the roster gives none.
  public var npi: String
  /// The clinician's name; empty where the roster gives none.
  public var name: String
  /// The specialty; empty where the roster gives none.
  public var specialty: String
  /// The compensation plan; empty where the roster gives none.
  public var plan: String
  /// The share of the role in millionths, where a role is split between specialties; 1,000,000 for a whole one.
  public var shareMillionths: Int64
  /// Clinical FTE, in millionths of one.
  public var clinicalFTEMillionths: Int64
  /// The first day.
  public var start: CalendarDate
  /// The last day; nil while it lasts.
  public var end: CalendarDate?
  /// Days of leave: employed, not counted.
  public var leave: [DayRange]
  /// Days on which a new hire builds up a practice: shown apart unless the job says otherwise.
  public var ramp: [DayRange]
  /// The region of the surveys in which the clinician is compared; empty where the roster gives none.
  public var region: String
  /// Total FTE, clinical and other, in millionths of one; nil where the roster gives none.
  public var totalFTEMillionths: Int64?
  /// The work RVUs of a whole year in the role; nil where the roster sets none.
  public var target: WorkRVU?
  /// Where the interval stands in the roster.
  public var position: SourcePosition

  /// An interval.
  public init(
    clinicianID: String, npi: String = "", name: String, specialty: String, plan: String = "",
    shareMillionths: Int64 = 1_000_000,
    clinicalFTEMillionths: Int64, start: CalendarDate, end: CalendarDate?, leave: [DayRange] = [],
    ramp: [DayRange] = [], region: String = "", totalFTEMillionths: Int64? = nil, target: WorkRVU? = nil,
    position: SourcePosition
  ) {
    self.clinicianID = clinicianID
    self.npi = npi
    self.name = name
    self.specialty = specialty
    self.plan = plan
    self.shareMillionths = shareMillionths
    self.clinicalFTEMillionths = clinicalFTEMillionths
    self.start = start
    self.end = end
    self.leave = leave
    self.ramp = ramp
    self.region = region
    self.totalFTEMillionths = totalFTEMillionths
    self.target = target
    self.position = position
  }

  /// Whether a day lies in the interval.
  @inlinable
  public func contains(_ day: CalendarDate) -> Bool { start <= day && (end.map { day <= $0 } ?? true) }

  /// Whether a day is one of leave.
  public func isOnLeave(_ day: CalendarDate) -> Bool { leave.contains { $0.contains(day) } }

  /// Whether a day is one of the ramp.
  public func isInRamp(_ day: CalendarDate) -> Bool { ramp.contains { $0.contains(day) } }

  /// The days of the interval within a period; nil where there are none.
  public func days(in period: DayRange) -> DayRange? {
    DayRange(max(start, period.first), through: min(end ?? period.last, period.last))
  }
}
