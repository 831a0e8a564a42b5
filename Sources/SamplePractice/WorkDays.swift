import ProductivityModel

/// How many encounters a clinician has planned on each day of the period.
struct WorkDays: Sendable {
  /// Encounters on each day, in thousandths; 0 on a day off.
  let planned: [Int32]
  /// Whether a day is a weekend on call rather than a day of office and theatre.
  let isOnCall: [Bool]

  /// The percent of the ordinary pace in the first weeks after an arrival, and how many days they last.
  private static let arrival = (percent: 60, days: 56)
  /// How much of a full day's encounters a weekend on call brings, in percent.
  private static let onCallPercent = 22

  /// The days of a clinician.
  init(_ member: StaffMember, calendar: PracticeCalendar, generator: inout SeededGenerator) {
    let specialty = SampleSpecialty.all[member.specialty]
    let vacation = Self.vacation(calendar, &generator)
    let firstWeek = generator.below(2)
    var planned = [Int32](repeating: 0, count: calendar.count)
    var isOnCall = [Bool](repeating: false, count: calendar.count)
    // A part-time clinician works whole days, or weeks, as often as the FTE says: the share owed is carried over.
    var owed = 50
    var worksThisWeek = false
    for day in 0..<calendar.count {
      let date = calendar.first.advanced(by: day)
      // Draws do not depend on whether the day is worked, so one change does not move the rest of the year.
      let noise = 86 + generator.below(29)
      let callDraw = generator.below(10_000)
      guard let employment = member.employment(on: date) else { continue }
      var percent = noise * max(100, employment.clinicalFTE) / 100
      switch specialty.schedule {
      case .alternateWeeks:
        if day % 7 == 0 {
          worksThisWeek = (day / 7) % 2 == firstWeek
          if worksThisWeek {
            owed += employment.clinicalFTE
            worksThisWeek = owed >= 100
            if worksThisWeek { owed -= 100 }
          }
        }
        guard worksThisWeek else { continue }
      case .weekdays(let callDays):
        if !calendar.isOfficeDay[day] {
          guard callDraw < callDays * employment.clinicalFTE / 100 else { continue }
          isOnCall[day] = true
          percent = percent * Self.onCallPercent / 100
        } else {
          guard !vacation[day] else { continue }
          owed += min(100, employment.clinicalFTE)
          guard owed >= 100 else { continue }
          owed -= 100
          percent = percent * [100, 105, 102, 100, 99, 94, 100][calendar.weekday[day]] / 100
          percent = percent * specialty.season[calendar.calendarMonth[day] - 1] / 100
        }
      }
      if let start = member.start(after: calendar.first), date < start.advanced(by: Self.arrival.days) {
        percent = percent * Self.arrival.percent / 100
      }
      planned[day] = Int32(specialty.encountersPerDay * 10 * percent / 100 * member.pace / 100)
    }
    self.planned = planned
    self.isOnCall = isOnCall
  }

  /// Five weeks away: one in each fifth of the year, begun on a Monday.
  private static func vacation(_ calendar: PracticeCalendar, _ generator: inout SeededGenerator) -> [Bool] {
    var away = [Bool](repeating: false, count: calendar.count)
    let stretch = calendar.count / 5
    for fifth in 0..<5 {
      var day = fifth * stretch + generator.below(stretch - 14)
      while calendar.weekday[day] != 1 { day += 1 }
      for offset in 0..<7 { away[day + offset] = true }
    }
    return away
  }
}
