import Benchmarking
import ProductivityModel

/// The tables of the month: a row for each clinician, a row for each specialty.
enum MonthlyTable {
  static func clinicians(of results: RunResults) -> ReportTable {
    let goals = Dictionary(results.goals.map { ($0.id, $0) }) { first, _ in first }
    let groups = results.specialties.map { specialty in
      ReportTable.Group(
        results.specialties.count > 1 ? StandingWording.specialty(specialty.specialty) : "",
        rows: results.clinicians(of: specialty.specialty).map {
          cells(of: $0, goal: goals[$0.id])
        })
    }.filter { !$0.rows.isEmpty }
    let hasGoals = !results.goals.isEmpty
    return ReportTable(
      "Benchmark wRVUs of every clinician",
      columns: [
        .words("Clinician"), .words("Twelve months", "from zero, own scale"), .numbers("Month"),
        .numbers("Change", "on the year before"), .numbers("Year", "to date"), .numbers("Change", "on the year before"),
        .numbers("Twelve", "months"), .numbers("cFTE"), .numbers("Percentile"),
      ] + (hasGoals ? [.numbers("Pace", "to target")] : []),
      groups: groups.map { group in
        ReportTable.Group(group.title, rows: group.rows.map { hasGoals ? $0 : Array($0.dropLast()) })
      },
      notes: [
        "cFTE: clinical FTE in the period of the run. Percentile: the annualised figure per 1.0 cFTE in the survey, as the clinician's page explains it. \(PlacementWording.note)",
        "Change: in percent of the same days a year before; time is by how much clinical time changed, where by 5 percent or more. A side with less than half of the other's clinical time is not compared.",
      ])
  }

  /// The last twelve months.
  private static func lastYear(_ clinician: ClinicianResult) -> [(month: YearMonth, value: WorkRVU?)] {
    guard let recent = clinician.recent else { return [] }
    return zip(recent.months, recent.monthly).suffix(12).map { ($0, $1?.benchmark) }
  }

  private static func cells(of clinician: ClinicianResult, goal: GoalStanding?) -> [Cell] {
    let line = lastYear(clinician)
    let highest = line.compactMap(\.value).max() ?? .zero
    func value(_ pair: RecentWork.Pair?) -> CellValue {
      .of(pair?.now.totals?.benchmark, CellValue.workRVURate, otherwise: pair?.now.gap ?? "it is not known")
    }
    return [
      Cell(
        .text(clinician.name), link: .scorecard(clinician.id),
        detail: clinician.name == clinician.id ? "" : clinician.id),
      Cell(.sparkline(Sparkline(values: line.map(\.value), highest: highest, text: RecentWording.line(of: line)))),
      Cell(value(clinician.recent?.month)), RecentWording.cell(clinician.recent?.month),
      Cell(value(clinician.recent?.yearToDate)), RecentWording.cell(clinician.recent?.yearToDate),
      Cell(value(clinician.recent?.rollingTwelve)),
      Cell(
        .of(
          clinician.clinicalFTEMillionths, CellValue.clinicalFTE,
          otherwise: StandingWording.whyNoRate(clinician) ?? "clinical FTE is not known")),
      Cell(.of(clinician.placement, CellValue.placement, otherwise: StandingWording.whyNotPlaced(clinician) ?? "")),
      Cell(goal.map(GoalWording.pace) ?? .text("")),
    ]
  }

  static func specialties(of results: RunResults) -> ReportTable {
    let rows = results.specialties.map { specialty in
      let own = results.clinicians(of: specialty.specialty).map(\.recent)
      func sum(_ window: (RecentWork) -> WorkWindow) -> CellValue {
        var sums = WindowSums()
        for recent in own {
          guard let recent else { return .notAvailable("it is not known") }
          sums.add(window(recent))
        }
        return .of(sums.totals?.benchmark, CellValue.workRVU, otherwise: sums.gap ?? "it is not known")
      }
      return [
        Cell(.text(StandingWording.specialty(specialty.specialty)), link: .specialty(specialty.specialty)),
        Cell(.integer(specialty.clinicianCount)), Cell(sum { $0.month.now }), Cell(sum { $0.month.yearBefore }),
        Cell(sum { $0.yearToDate.now }), Cell(sum { $0.rollingTwelve.now }), Cell(sum { $0.rollingTwelve.yearBefore }),
      ]
    }
    return ReportTable(
      "Benchmark wRVUs by specialty",
      columns: [
        .words("Specialty"), .numbers("Clinicians"), .numbers("Month"), .numbers("Month", "a year before"),
        .numbers("Year to date"), .numbers("Twelve months"), .numbers("Twelve months", "before"),
      ], rows: rows, isSortable: results.specialties.count > 1)
  }
}
