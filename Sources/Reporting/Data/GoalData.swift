import Benchmarking
import ProductivityModel

extension DataTable {
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
      ])
  }
}
