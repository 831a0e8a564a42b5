import Benchmarking
import Compensation
import ProductivityModel

/// Which plan a clinician has on which days: the roster's `plan` by its days, cut to those of the plan's entries.
struct PlanDays {
  /// A row of the roster whose plan has no terms on some of its days.
  struct Gap {
    var plan: String
    var position: SourcePosition
    var days: [DayRange]
  }

  /// Two rows of the roster with different plans on the same days.
  struct Conflict {
    var first: RosterInterval
    var second: RosterInterval
    var days: DayRange
  }

  /// The whole measurement years of the clinician's plans that have a day of the period.
  let days: DayRange
  /// The plans by their days; none where rows contradict each other.
  private(set) var assignments: [PlanAssignment] = []
  /// Rows whose plan the file of plans has not.
  private(set) var unknown: [RosterInterval] = []
  /// Rows whose plan is not in effect on days of the period.
  private(set) var gaps: [Gap] = []
  /// The first days of the period, or after it, on which rows name different plans; nil where none do.
  private(set) var conflict: Conflict?

  /// The plans of a clinician.
  ///
  /// - Parameters:
  ///   - intervals: the clinician's rows of the roster.
  ///   - plans: all entries of all plans.
  ///   - period: the days counted.
  init(_ intervals: [RosterInterval], _ plans: [CompensationPlan], period: DayRange) {
    let named = intervals.filter { !$0.plan.isEmpty }
    let ids = Set(named.map(\.plan))
    let own = plans.filter { ids.contains($0.id) }
    let months = Set(own.map(\.terms.yearStart))
    let firsts = months.map { MeasurementYear(containing: period.first, startMonth: $0).days.first }
    let lasts = months.map { MeasurementYear(containing: period.last, startMonth: $0).days.last }
    days = DayRange(firsts.min() ?? period.first, through: lasts.max() ?? period.last) ?? period
    // The number of the entry on each day, and of the row that names it; -1 for none.
    var entryOfDay = [Int](repeating: -1, count: days.count)
    var rowOfDay = entryOfDay
    for (row, interval) in named.enumerated() {
      let history = own.indices.filter { own[$0].id == interval.plan }
      if history.isEmpty {
        if interval.days(in: period) != nil { unknown.append(interval) }
        continue
      }
      guard let span = interval.days(in: days) else { continue }
      var uncovered: [CalendarDate] = []
      for offset in 0..<span.count {
        let day = span.first.advanced(by: offset)
        guard let entry = history.first(where: { own[$0].effective.contains(day) }) else {
          if period.contains(day) { uncovered.append(day) }
          continue
        }
        let index = Int(day.daysSinceEpoch - days.first.daysSinceEpoch)
        if rowOfDay[index] >= 0, named[rowOfDay[index]].plan != interval.plan { note(named[rowOfDay[index]], interval) }
        if rowOfDay[index] < 0 { (entryOfDay[index], rowOfDay[index]) = (entry, row) }
      }
      if !uncovered.isEmpty {
        gaps.append(Gap(plan: interval.plan, position: interval.position, days: Self.runs(uncovered)))
      }
    }
    guard conflict == nil else { return }
    var start = 0
    while start < entryOfDay.count {
      var end = start + 1
      while end < entryOfDay.count, entryOfDay[end] == entryOfDay[start] { end += 1 }
      if entryOfDay[start] >= 0,
        let span = DayRange(days.first.advanced(by: start), through: days.first.advanced(by: end - 1))
      {
        assignments.append(PlanAssignment(own[entryOfDay[start]], days: span))
      }
      start = end
    }
  }

  /// Whether a plan is in effect on a day.
  func hasPlan(on day: CalendarDate) -> Bool { assignments.contains { $0.days.contains(day) } }

  private mutating func note(_ first: RosterInterval, _ second: RosterInterval) {
    guard conflict == nil, let own = first.days(in: days), let others = second.days(in: days),
      let shared = own.intersection(others)
    else { return }
    conflict = Conflict(first: first, second: second, days: shared)
  }

  /// Days as ranges without gaps.
  ///
  /// - Parameter days: in order, none twice.
  static func runs(_ days: [CalendarDate]) -> [DayRange] {
    var ranges: [DayRange] = []
    for day in days {
      if let last = ranges.last, last.last.advanced(by: 1) == day, let longer = DayRange(last.first, through: day) {
        ranges[ranges.count - 1] = longer
      } else if let one = DayRange(day, through: day) {
        ranges.append(one)
      }
    }
    return ranges
  }
}

extension DayRange {
  /// Its days, in order.
  var everyDay: [CalendarDate] { (0..<count).map { first.advanced(by: $0) } }
}
