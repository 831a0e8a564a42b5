import Benchmarking
import ProductivityModel
import Reporting

/// The invented practice with targets, earlier months and owners of tasks.
enum GoalFixture {
  /// January to September 2026; 2025 is known of everyone but who came in the year.
  static func results() -> RunResults {
    var results = PracticeFixture.results()
    for index in results.clinicians.indices {
      results.clinicians[index].recent = recent(results.clinicians[index], in: results)
      results.clinicians[index].monthlyFTEDays = results.clinicians[index].monthlyDays.map {
        Int64($0) * (results.clinicians[index].clinicalFTEMillionths ?? 0)
      }
      results.clinicians[index].topCodes = results.clinicians[index].topCodes.map { code in
        var code = code
        code.peers = 6
        code.unitsPerFTE = Units(Int64(code.lines) + 70)
        code.peerMedianUnitsPerFTE = code.code == "43239" ? nil : Units(Int64(code.lines) + 20)
        return code
      }
    }
    results.goals = [
      goal("C001", "Adaeze Okafor", target: 8_400, actual: 6_300, in: results),
      goal("C003", "Chen Wei", target: 9_000, actual: 10_170, in: results),
      goal("C004", "Dolores Ibarra", target: 6_500, actual: 3_285, in: results),
      goal("C007", "Gareth Llewellyn", target: 2_000, actual: nil, in: results),
    ]
    results.owners = [.coding: "Kim Osei", .logs: "Dana Reyes"]
    return results
  }

  private static func recent(_ clinician: ClinicianResult, in results: RunResults) -> RecentWork {
    let isNew = clinician.period.first > results.period.first
    func scaled(_ totals: ProductivityTotals) -> ProductivityTotals {
      var before = totals
      before.benchmark = WorkRVU(millionths: totals.benchmark.millionths / 10 * 9)
      return before
    }
    func pair(_ first: String, _ last: String, _ months: Int) -> RecentWork.Pair {
      let days = PracticeFixture.range(first, last)
      let before = PracticeFixture.range(
        first.replacing("2026", with: "2025").replacing("2025-10", with: "2024-10"),
        last.replacing("2026", with: "2025"))
      let sum = ProductivityTotals.sum(of: clinician.monthly.suffix(months))
      let gap = "the clinician's first line is of \(clinician.period.first)"
      return RecentWork.Pair(
        now: WorkWindow(
          days: days, totals: sum, daysCounted: clinician.days,
          clinicalFTEMillionths: clinician.clinicalFTEMillionths),
        yearBefore: isNew
          ? WorkWindow(days: before, totals: nil, gap: gap)
          : WorkWindow(
            days: before, totals: scaled(sum), daysCounted: clinician.days,
            clinicalFTEMillionths: clinician.clinicalFTEMillionths))
    }
    let months = PracticeFixture.range("2024-10-01", "2026-09-30").months.map(\.month)
    return RecentWork(
      month: pair("2026-09-01", "2026-09-30", 1), yearToDate: pair("2026-01-01", "2026-09-30", 9),
      rollingTwelve: pair("2025-10-01", "2026-09-30", 9), months: months,
      monthly: KnownMonths(
        [ProductivityTotals?](repeating: nil, count: months.count - clinician.monthly.count)
          + clinician.monthly.map(Optional.some)))
  }

  static func goal(_ id: String, _ name: String, target: Int64, actual: Int64?, in results: RunResults) -> GoalStanding
  {
    let year = DayRange(year: 2026)
    let months = year.months.map { month in
      GoalStanding.Month(
        month: month.month, target: WorkRVU(millionths: target * 1_000_000 / 12),
        actual: month.month.month > 9 ? nil : actual.map { WorkRVU(millionths: $0 * 1_000_000 / 9) })
    }
    let row = PracticeFixture.survey("Gastroenterology")
    let projected = actual.map { WorkRVU(millionths: $0 * 1_000_000 / 195 * 261) }
    return GoalStanding(
      id: id, name: name, specialty: "Gastroenterology", year: year, days: year,
      target: WorkRVU(millionths: target * 1_000_000), source: SourcePosition(file: "targets.csv", line: 2),
      ledger: .pay, actual: actual.map { WorkRVU(millionths: $0 * 1_000_000) },
      expected: WorkRVU(millionths: target * 1_000_000 / 261 * 195), workingDaysCounted: 195, workingDays: 261,
      projected: projected,
      projectedPlacement: projected.flatMap { value in
        row.map { Placement(ofMillionths: value.millionths, among: $0.points) }
      },
      projectedRow: row,
      neededPerWorkingDay: actual.map { WorkRVU(millionths: max(0, (target - $0) * 1_000_000 / 66)) }, months: months,
      gap: actual == nil ? "the logs begin at 2026-08-01" : nil)
  }
}
