import ProductivityModel

/// The days of a measurement year on which a clinician has a plan, so far and to come, with their clinical time and work.
struct ProjectionDays {
  /// A whole month of the plan: its clinical time and work.
  struct Month {
    var month: YearMonth
    /// Work, in millionths.
    var work: Int64
    /// Clinical FTE over its days without leave, in millionths, each weighed by its season.
    var time: Int128
    /// The same, every day alike.
    var fteDays: Int64
  }

  /// The year.
  let year: MeasurementYear
  /// The plans' days in the year, in order, cut to it.
  let assigned: [DayRange]
  /// The days counted so far.
  let past: [DayRange]
  /// The days to come.
  let future: [DayRange]
  private let member: PlanMember
  private let weight: (CalendarDate) -> Int128

  /// The days of the measurement year that contains the last day counted; nil where no plan is in effect on that day, or none
  /// after it.
  ///
  /// - Parameter weight: what a full-time day weighs; one, or its season.
  init?(of member: PlanMember, through: CalendarDate, weight: @escaping (CalendarDate) -> Int128) {
    guard let last = member.assignments.first(where: { $0.days.contains(through) }) else { return nil }
    let start = last.plan.terms.yearStart
    year = MeasurementYear(containing: through, startMonth: start)
    let days = year.days
    let own = member.assignments.filter { $0.plan.terms.yearStart == start }.compactMap {
      $0.days.intersection(days)
    }
    assigned = own.sorted { $0.first < $1.first }
    past = assigned.compactMap { DayRange($0.first, through: min($0.last, through)) }
    future = assigned.compactMap { DayRange(max($0.first, through.advanced(by: 1)), through: $0.last) }
    guard !future.isEmpty else { return nil }
    self.member = member
    self.weight = weight
  }

  /// Clinical FTE of a day without leave, in millionths.
  func fte(on day: CalendarDate) -> Int64 {
    let index = Int(day.daysSinceEpoch - member.time.days.first.daysSinceEpoch)
    guard member.time.clinical.indices.contains(index), !member.time.isLeave[index] else { return 0 }
    return Int64(member.time.clinical[index])
  }

  /// Clinical FTE of a day, weighed.
  func time(on day: CalendarDate) -> Int128 {
    let fte = fte(on: day)
    return fte == 0 ? 0 : Int128(fte) * weight(day)
  }

  /// Work of a day, in millionths.
  func work(on day: CalendarDate) -> Int64 {
    let index = Int(day.daysSinceEpoch - member.work.days.first.daysSinceEpoch)
    return member.work.millionths.indices.contains(index) ? member.work.millionths[index] : 0
  }

  /// Every day of some ranges.
  static func each(_ ranges: [DayRange]) -> [CalendarDate] {
    ranges.flatMap { range in (0..<range.count).map { range.first.advanced(by: $0) } }
  }

  /// Work and time of the days so far.
  var toDate: (work: Int64, time: Int128) { sum(Self.each(past)) }

  /// Work and time of some days with clinical time: work done on leave, or without FTE, has no time by which it would be a pace.
  func sum(_ days: [CalendarDate]) -> (work: Int64, time: Int128) {
    days.reduce(into: (0, 0)) { sum, day in
      let time = time(on: day)
      guard time > 0 else { return }
      sum.work += work(on: day)
      sum.time += time
    }
  }

  /// The months so far of which every day is counted and under a plan, with clinical time on at least half of their days.
  var completeMonths: [Month] {
    var months: [Month] = []
    for (month, days) in year.days.months {
      let counted = Self.each(past.compactMap { $0.intersection(days) })
      guard counted.count == days.count, counted.count(where: { fte(on: $0) > 0 }) * 2 >= days.count else { continue }
      let sum = sum(counted)
      guard sum.time > 0 else { continue }
      months.append(
        Month(month: month, work: sum.work, time: sum.time, fteDays: counted.reduce(0) { $0 + fte(on: $1) }))
    }
    return months
  }
}
