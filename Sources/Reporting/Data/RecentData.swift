import Benchmarking
import ProductivityModel

extension DataTable {
  /// The tables of earlier months, where the run compares with them.
  static func recentTables(of results: RunResults) -> [DataTable] {
    guard results.clinicians.contains(where: { $0.recent != nil }) else { return [] }
    return [.recent(of: results), .recentMonths(of: results)]
  }

  /// One row for each window of each clinician in each specialty, with the same days a year before.
  public static func recent(of results: RunResults) -> DataTable {
    DataTable(
      "recent",
      columns: ClinicianColumns.columns({ $0.clinician }, asBefore: { $0.clinician.isAsBefore }) + [
        DataColumn("window", "month, year_to_date or rolling_twelve, each up to the last day counted") {
          .text($0.name)
        },
        DataColumn(of: { $0.pair }, asBefore: { $0.hasSamePair }, pairColumns),
      ], sources: results.clinicians.count
    ) { places, row in
      for place in places {
        guard let recent = results.clinicians[place].recent else { continue }
        var key = ClinicianKey(results, place)
        row(RecentRecord(clinician: key, name: "month", pair: recent.month))
        key.isAsBefore = true
        row(RecentRecord(clinician: key, name: "year_to_date", pair: recent.yearToDate))
        row(
          RecentRecord(
            clinician: key, name: "rolling_twelve", pair: recent.rollingTwelve,
            hasSamePair: recent.rollingTwelve == recent.yearToDate))
      }
    }
  }

  private struct RecentRecord {
    var clinician: ClinicianKey
    var name: String
    var pair: RecentWork.Pair
    /// Whether it is that of the row before, as where a calendar year ends.
    var hasSamePair = false
  }

  private static var pairColumns: [DataColumn<RecentWork.Pair>] {
    [DataColumn(of: { $0.now }, nowColumns), DataColumn(of: { $0.yearBefore }, beforeColumns)]
  }

  private static var nowColumns: [DataColumn<WorkWindow>] {
    [
      DataColumn("period_start", in: "day", "the first day of the window") { .date($0.days.first) },
      DataColumn("period_end", in: "day", "the last day of the window") { .date($0.days.last) },
      DataColumn(
        "lines", in: "lines",
        "credited, zero-valued and unpriced lines of the pay ledger in the window"
      ) {
        .data($0.totals?.lines, CellValue.integer)
      },
      DataColumn(
        "encounters", in: "patient-days",
        "patient and date with the clinician in the window, each once"
      ) {
        .data($0.totals?.encounters, CellValue.integer)
      },
      DataColumn("units", in: "services", "services of these lines in the window") {
        .data($0.totals?.units, CellValue.units)
      },
      DataColumn("work_rvu_unadjusted", in: "wRVU", "work before any rule in the window") {
        .data($0.totals?.unadjusted, CellValue.workRVU)
      },
      DataColumn("work_rvu_pay", in: "wRVU", "credits of the pay ledger in the window") {
        .data($0.totals?.pay, CellValue.workRVU)
      },
      DataColumn("work_rvu_benchmark", in: "wRVU", "credits of the benchmark ledger in the window") {
        .data($0.totals?.benchmark, CellValue.workRVU)
      },
      DataColumn(
        "days_counted", in: "days",
        "employed, not on leave and not in a ramp that is left out, in the window"
      ) { .data($0.countedDays, CellValue.integer) },
      DataColumn("clinical_fte", in: "FTE", "mean over these days, as in clinicians") {
        .data($0.clinicalFTEMillionths, CellValue.clinicalFTE)
      },
      DataColumn(
        "work_rvu_per_fte", in: "wRVU per 1.0 clinical FTE",
        "benchmark work that is compared in the window / clinical_fte, not annualised"
      ) { .data($0.perFTE, CellValue.workRVURate) },
      DataColumn(
        "gap",
        "why the work of the window is not known: the logs begin later, or the roster has none of the days"
      ) { .data($0.gap, CellValue.text) },
    ]
  }

  private static var beforeColumns: [DataColumn<WorkWindow>] {
    [
      DataColumn("before_period_start", in: "day", "the first day of the same days a year before") {
        .date($0.days.first)
      },
      DataColumn("before_period_end", in: "day", "the last day of the same days a year before") {
        .date($0.days.last)
      },
      DataColumn(
        "before_lines", in: "lines",
        "credited, zero-valued and unpriced lines of the pay ledger in the same days a year before"
      ) { .data($0.totals?.lines, CellValue.integer) },
      DataColumn(
        "before_encounters", in: "patient-days",
        "patient and date with the clinician in the same days a year before, each once"
      ) { .data($0.totals?.encounters, CellValue.integer) },
      DataColumn(
        "before_units", in: "services", "services of these lines in the same days a year before"
      ) {
        .data($0.totals?.units, CellValue.units)
      },
      DataColumn(
        "before_work_rvu_unadjusted", in: "wRVU",
        "work before any rule in the same days a year before"
      ) {
        .data($0.totals?.unadjusted, CellValue.workRVU)
      },
      DataColumn(
        "before_work_rvu_pay", in: "wRVU",
        "credits of the pay ledger in the same days a year before"
      ) {
        .data($0.totals?.pay, CellValue.workRVU)
      },
      DataColumn(
        "before_work_rvu_benchmark", in: "wRVU",
        "credits of the benchmark ledger in the same days a year before"
      ) { .data($0.totals?.benchmark, CellValue.workRVU) },
      DataColumn(
        "before_days_counted", in: "days",
        "employed, not on leave and not in a ramp that is left out, in the same days a year before"
      ) { .data($0.countedDays, CellValue.integer) },
      DataColumn("before_clinical_fte", in: "FTE", "mean over these days, as in clinicians") {
        .data($0.clinicalFTEMillionths, CellValue.clinicalFTE)
      },
      DataColumn(
        "before_work_rvu_per_fte", in: "wRVU per 1.0 clinical FTE",
        "benchmark work that is compared in the same days a year before / before_clinical_fte, not annualised"
      ) { .data($0.perFTE, CellValue.workRVURate) },
      DataColumn(
        "before_gap",
        "why the work of the same days a year before is not known: the logs begin later, or the roster has none of the days"
      ) { .data($0.gap, CellValue.text) },
    ]
  }

  /// One row for each of the twenty-four months of each clinician in each specialty whose sums are known.
  public static func recentMonths(of results: RunResults) -> DataTable {
    struct Record {
      var clinician: ClinicianKey
      var month: YearMonth
      var totals: ProductivityTotals
      /// Whether these are the sums of the row before.
      var hasSameTotals: Bool
    }
    return DataTable(
      "recent_months",
      columns: [
        DataColumn(
          "month", in: "month", "the calendar month, by date of service; the last up to the last day counted"
        ) { .month($0.month) }
      ] + ClinicianColumns.columns({ $0.clinician }, asBefore: { $0.clinician.isAsBefore }) + [
        DataColumn(of: { $0.totals }, asBefore: { $0.hasSameTotals }, ProductivityColumns.all)
      ], sources: results.clinicians.count
    ) { places, row in
      var last: ProductivityTotals?
      for place in places {
        guard let recent = results.clinicians[place].recent else { continue }
        var key = ClinicianKey(results, place)
        for case (let month, let totals?) in zip(recent.months, recent.monthly) {
          row(Record(clinician: key, month: month, totals: totals, hasSameTotals: totals == last))
          last = totals
          key.isAsBefore = true
        }
      }
    }
  }
}

extension WorkWindow {
  /// The days counted where the sums are known.
  fileprivate var countedDays: Int? { totals == nil ? nil : daysCounted }
}
