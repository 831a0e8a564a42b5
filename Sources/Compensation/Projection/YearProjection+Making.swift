import Benchmarking
import ProductivityModel

extension YearProjection {
  /// Projects the measurement year of a clinician's plan to its end, or to the end of the plan in it.
  ///
  /// Work on a day to come is the pace times the day's clinical FTE, days of leave without any; the sum over days is rounded
  /// once, to a millionth. The pace is that of days with clinical time: work done on leave counts for the year to date alone. Under ``ProjectionMethod/season`` each day also weighs what a full-time day of its month carried in
  /// the earlier year, and the slowest and the busiest month are those measured against it. The range is never on one side of
  /// what is expected: where days outside complete months make the pace slower or faster than any of them, it ends there.
  ///
  /// - Parameters:
  ///   - through: the last day counted.
  ///   - season: what a full-time day carried in each month of an earlier year; used by ``ProjectionMethod/season`` alone.
  /// - Throws: ``ProjectionRefusal`` where the year is not projected, with the reason.
  public static func project(
    _ member: PlanMember, through: CalendarDate, by method: ProjectionMethod, season: SeasonalShares? = nil
  ) throws(ProjectionRefusal) -> YearProjection {
    if method == .season, season == nil { throw .noSeason }
    // Billionths of a work RVU are enough, and leave room for products.
    let rates = method == .season ? season?.rates.map { Int128(max($0 / 1_000, 1)) } : nil
    let days = ProjectionDays(of: member, through: through) { day in rates?[day.parts.month - 1] ?? 1 }
    guard let days, let first = days.future.first, let last = days.future.last,
      let projected = DayRange(first.first, through: last.last)
    else { throw .nothingLeft }
    let months = days.completeMonths
    guard months.count >= leastMonths, let slowest = months.min(by: { isSlower($0, $1) }),
      let busiest = months.max(by: { isSlower($0, $1) })
    else { throw .tooFewMonths(months.count) }
    guard ProjectionDays.each(days.future).contains(where: { days.fte(on: $0) > 0 }) else { throw .noTimeLeft }
    let recent = months.suffix(leastMonths)
    let pace =
      method == .recent
      ? (work: recent.reduce(0) { $0 + $1.work }, time: recent.reduce(0) { $0 + $1.time }) : days.toDate
    guard pace.work > 0, pace.time > 0 else { throw .noWork }
    var future = FutureQuantities(of: member, days)
    future.add(through: through)
    let toDate = Self.outcome(of: member, in: days.year, through: through)
    guard !toDate.statements.isEmpty else { throw .notComputed }
    func outcome(at work: Int64, _ time: Int128) throws(ProjectionRefusal) -> Outcome {
      guard let member = filled(future.member, days, work, time) else { throw .notComputed }
      return Self.outcome(of: member, in: days.year, through: days.year.days.last)
    }
    let expected = try outcome(at: pace.work, pace.time)
    var low = try outcome(at: slowest.work, slowest.time)
    var high = try outcome(at: busiest.work, busiest.time)
    if low.work > expected.work { low = expected }
    if high.work < expected.work { high = expected }
    return YearProjection(
      clinicianID: member.id, method: method, year: days.year.days, projected: projected, workToDate: toDate.work,
      earnedToDate: toDate.earned, expected: expected, low: low, slowest: Pace(slowest), high: high,
      busiest: Pace(busiest), assumptions: future.assumptions)
  }

  private static func isSlower(_ a: ProjectionDays.Month, _ b: ProjectionDays.Month) -> Bool {
    Int128(a.work).multipliedFullWidth(by: b.time) < Int128(b.work).multipliedFullWidth(by: a.time)
  }

  /// The clinician with work on the days to come; nil where it is beyond all measure.
  private static func filled(
    _ member: PlanMember, _ days: ProjectionDays, _ work: Int64, _ time: Int128
  ) -> PlanMember? {
    var result = member
    guard let all = DayRange(member.work.days.first, through: max(member.work.days.last, days.year.days.last)) else {
      return nil
    }
    result.work = DailyWork(all)
    for index in member.work.millionths.indices {
      result.work.millionths[index] = member.work.millionths[index]
      result.work.lines[index] = member.work.lines[index]
    }
    var passed: Int128 = 0
    var before: Int64 = 0
    for day in ProjectionDays.each(days.future) {
      passed += days.time(on: day)
      let (product, overflow) = passed.multipliedReportingOverflow(by: Int128(work))
      guard !overflow, let sum = rounded64(product, over: time) else { return nil }
      result.work.millionths[Int(day.daysSinceEpoch - all.first.daysSinceEpoch)] = sum - before
      before = sum
    }
    return result
  }

  private static func outcome(of member: PlanMember, in year: MeasurementYear, through: CalendarDate) -> Outcome {
    let statements = PlanArithmetic.statements(of: member, through: through).filter { $0.year == year.days }
    return Outcome(
      work: statements.reduce(into: .zero) { $0 += $1.work },
      earned: statements.reduce(into: .zero) { $0 += $1.earned },
      statements: statements)
  }
}

extension YearProjection.Pace {
  fileprivate init(_ month: ProjectionDays.Month) {
    self.month = month.month
    perFTEDay = rounded64(Int128(month.work) * 1_000_000, over: Int128(max(month.fteDays, 1))) ?? 0
  }
}
