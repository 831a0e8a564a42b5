import ProductivityModel

/// A stretch of employment at one clinical FTE.
struct Employment: Sendable {
  let start: CalendarDate
  /// The last day; nil while it lasts.
  let end: CalendarDate?
  /// Clinical FTE, in hundredths.
  let clinicalFTE: Int
  /// All of the work, clinical or not, in hundredths.
  let totalFTE: Int
  /// Days away from work.
  let leave: [DayRange]

  /// A stretch of employment.
  init(
    from start: CalendarDate, through end: CalendarDate? = nil, clinical: Int, total: Int? = nil,
    leave: [DayRange?] = []
  ) {
    self.start = start
    self.end = end
    clinicalFTE = clinical
    totalFTE = total ?? clinical
    self.leave = leave.compactMap { $0 }
  }

  /// Whether a day lies in the stretch, leave or not.
  func includes(_ day: CalendarDate) -> Bool { day >= start && end.map { day <= $0 } ?? true }

  /// Whether a day is a day of work, as far as the roster says.
  func covers(_ day: CalendarDate) -> Bool {
    day >= start && end.map { day <= $0 } ?? true && !leave.contains { $0.contains(day) }
  }
}

/// An invented clinician of the sample practice.
struct StaffMember: Sendable {
  /// The id in roster and log, such as `C-1014`.
  let identifier: String
  let name: String
  /// The specialty, as its place in ``SampleSpecialty/all``.
  let specialty: Int
  /// How many encounters against a clinician of ordinary pace, in percent.
  let pace: Int
  /// The roster's intervals, in order.
  let employment: [Employment]

  /// The interval of employment on a day; nil where there is none, or leave.
  func employment(on day: CalendarDate) -> Employment? { employment.first { $0.covers(day) } }

  /// The day work began, where that is within the period; the first weeks are slower.
  var startsInPeriod: CalendarDate? { start(after: PracticeCalendar.period.first) }

  /// The day work began, where that is after a day.
  func start(after day: CalendarDate) -> CalendarDate? {
    employment.first.flatMap { $0.start > day ? $0.start : nil }
  }
}
