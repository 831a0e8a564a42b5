import Benchmarking
import ProductivityModel

extension DataTable {
  /// The tables of targets, where the run has any.
  static func goalTables(of results: RunResults) -> [DataTable] {
    results.goals.isEmpty ? [] : [.goals(of: results), .goalMonths(of: results)]
  }

  /// One row for each target: how far the work has come.
  public static func goals(of results: RunResults) -> DataTable {
    DataTable(
      "goals", of: results.goals,
      columns: [
        DataColumn("clinician_id", "the clinician's id") { .text($0.id) },
        DataColumn("name", "the name in the roster; the id where there is none") { .text($0.name) },
        DataColumn("specialty", "the specialty; of a split role the largest") { .text($0.specialty) },
        DataColumn("year_start", in: "day", "the first day of the target's year") { .date($0.year.first) },
        DataColumn("year_end", in: "day", "the last day of the target's year") { .date($0.year.last) },
        DataColumn("ledger", in: "pay or benchmark", "the ledger that the target is in") { .text($0.ledger.rawValue) },
        DataColumn("target", in: "wRVU", "the target for the year, as given") { .workRVU($0.target) },
        DataColumn(
          "work_rvu", in: "wRVU", "work of the year so far, in the target's ledger; empty where not_known says why"
        ) {
          .data($0.actual, CellValue.workRVU)
        },
        DataColumn("expected", in: "wRVU", "the part of the target that falls to these days") { .workRVU($0.expected) },
        DataColumn("pace", in: "ratio", "work_rvu / expected") { .data($0.pace, CellValue.ratio) },
        DataColumn("projected", in: "wRVU", "work of the whole year at the pace so far, by working days") {
          .data($0.projected, CellValue.workRVU)
        },
        DataColumn(
          "projected_percentile", in: "0 to 100, or a bound such as <10 or >90",
          "where the projected year would stand in the survey"
        ) { .data($0.projectedPlacement, CellValue.placement) },
        DataColumn(
          "needed_per_working_day", in: "wRVU a working day",
          "what each working day to come must bring to reach the target"
        ) {
          .data($0.neededPerWorkingDay, CellValue.workRVU)
        },
        DataColumn("working_days_counted", in: "days", "working days of the year up to the last day counted") {
          .integer($0.workingDaysCounted)
        },
        DataColumn("working_days", in: "days", "working days of the year") { .integer($0.workingDays) },
        DataColumn("not_known", "why the work is not known; empty where it is") { .data($0.gap, CellValue.text) },
        DataColumn("employed_from", in: "day", "the first day of the year that the roster has") {
          .date($0.days.first)
        },
        DataColumn("employed_through", in: "day", "the last day of the year that the roster has") {
          .date($0.days.last)
        },
        DataColumn("counted_through", in: "day", "the last day counted") { _ in .date(results.period.last) },
        DataColumn(
          "projected_work_rvu_per_fte", in: "wRVU a year per 1.0 clinical FTE",
          "benchmark work of the largest role so far, annualised by working days"
        ) { .data($0.projectedPerFTE, CellValue.workRVURate) },
      ] + SurveyColumns.columns { $0.projectedRow } + [
        DataColumn("times_median", in: "ratio", "projected_work_rvu_per_fte / survey_median") {
          .data($0.projectedPlacement?.timesMedian, CellValue.ratio)
        },
        DataColumn("source", "file, line and column of the target") { .text($0.source.description) },
        DataColumn("basis", "what the figures stand on, in sentences") { .text($0.basis.joined(separator: " ")) },
        DataColumn(
          "standing", in: "ahead, on pace, behind, nothing due yet, not known or target of 0",
          "where work_rvu stands beside expected: on pace within 2 percent of it"
        ) { .text(GoalWording.standing(of: $0).rawValue) },
        DataColumn(
          "uncounted_work_rvu", in: "wRVU",
          "what of work_rvu is of days of leave or outside employment: it is in projected once, as it is"
        ) { goal in .data(goal.actual.map { _ in goal.uncounted }, CellValue.workRVU) },
        DataColumn("not_projected", "why the year is not projected; empty where it is") {
          .data($0.projectionGap, CellValue.text)
        },
        DataColumn("not_placed", "why the projected year has no percentile; empty where it has") {
          .data($0.placementGap, CellValue.text)
        },
      ])
  }

  /// One row for each month of the year of each clinician with a target.
  public static func goalMonths(of results: RunResults) -> DataTable {
    typealias Record = (goal: GoalStanding, month: GoalStanding.Month)
    let records = results.goals.flatMap { goal in goal.months.map { Record(goal, $0) } }
    return DataTable(
      "goal_months", of: records,
      columns: [
        DataColumn("month", in: "month", "the calendar month") { .month($0.month.month) },
        DataColumn("clinician_id", "the clinician's id") { .text($0.goal.id) },
        DataColumn("specialty", "the specialty, as in goals") { .text($0.goal.specialty) },
        DataColumn("ledger", "pay or benchmark: that of the two columns that follow") {
          .text($0.goal.ledger.rawValue)
        },
        DataColumn(
          "target_work_rvu", in: "wRVU", "the part of the target that falls to the month; the months add up to the year"
        ) { .workRVU($0.month.target) },
        DataColumn(
          "actual_work_rvu", in: "wRVU",
          "work of the month's days counted; empty where it is to come or the logs begin later"
        ) { .data($0.month.actual, CellValue.workRVU) },
      ])
  }
}
