import Benchmarking
import ProductivityModel

/// One page for the practice: how good the data are, the sums, every specialty, every clinician.
public enum PracticeReport: RunReport {
  /// The one page of the practice.
  public static func reports(of results: RunResults) -> [Report] {
    let totals = ProductivityTotals.sum(of: results.specialties.map(\.totals))
    var sections = [
      ReportSection("Data quality", [DataQualitySummary.line(of: results)]),
      ReportSection("Productivity", productivity(totals, in: results)),
    ]
    let standings = standings(in: results)
    if !standings.isEmpty { sections.append(ReportSection("Standing", standings)) }
    sections.append(ReportSection("Specialties", [.table(specialties(totals, in: results))]))
    sections.append(
      ReportSection(
        "Clinicians",
        [
          .table(
            ClinicianTable.table(
              "Every clinician in every specialty", of: results.clinicians, namesSpecialty: true, in: results))
        ]))
    return [
      Report(
        address: .practice, title: "Practice overview", subtitle: "Physician productivity of \(results.practice)",
        summary: SummaryWording.practice(totals, in: results), sections: sections, from: results)
    ]
  }

  private static func productivity(_ totals: ProductivityTotals, in results: RunResults) -> [ReportBlock] {
    let monthly = results.months.indices.map { index in
      ProductivityTotals.sum(of: results.clinicians.compactMap { index < $0.monthly.count ? $0.monthly[index] : nil })
    }
    let clinicians = PeopleCounted(in: results)
    let figures =
      [
        KeyFigure(
          "Benchmark ledger", .workRVU(totals.benchmark), "wRVUs under \(results.benchmarkPolicy.name)", isLeading: true
        ),
        KeyFigure("Pay ledger", .workRVU(totals.pay), "wRVUs under \(results.payPolicy.name)"),
      ] + ClinicianFigures.unadjusted(totals) + [
        KeyFigure(
          "Clinicians", .integer(clinicians.known.count),
          "in \(CountWording.count(clinicians.specialties, "specialty", "specialties"))\(clinicians.unknownWords(", and "))"
        ),
        KeyFigure(
          "Encounters", .of(totals.encounters, CellValue.integer, otherwise: "some lines have no patient"),
          "patient-days, of each clinician"),
        KeyFigure("Lines of service", .integer(totals.lines), "\(CellValue.units(totals.units).text) units"),
      ]
    let chart = MonthSeries.chart(
      of: monthly, days: MonthSeries.days(of: results.period, in: results), in: results,
      title: "Benchmark wRVUs of the practice by month of service")
    return [
      .figures(figures), .chart(.months(chart)),
      .table(MonthSeries.table(of: monthly, totals: totals, in: results)),
    ]
  }

  private static func standings(in results: RunResults) -> [ReportBlock] {
    let rows = results.specialties.compactMap { SpecialtyStanding.row(of: $0, in: results) }
    guard !rows.isEmpty else { return [] }
    let shown = rows.reduce(0) { $0 + $1.values.count }
    let unplaced = results.clinicians.count { $0.placement == nil }
    let elsewhere = results.clinicians.count - shown - unplaced
    var blocks: [ReportBlock] = [
      .chart(.standings(SpecialtyStanding.chart(of: rows, title: "Every clinician beside the survey of the specialty")))
    ]
    if unplaced > 0 {
      blocks.append(
        .paragraph(
          "\(CountWording.sentence(CountWording.count(unplaced, "clinician"))) without a placement "
            + "\(unplaced == 1 ? "is" : "are") not in the picture; the table of clinicians says why."))
    }
    if elsewhere > 0 {
      blocks.append(
        .paragraph(
          "\(CountWording.sentence(CountWording.count(elsewhere, "clinician"))) \(elsewhere == 1 ? "is" : "are") placed in a row of "
            + "\(elsewhere == 1 ? "its" : "their") own, such as a blend for a split role, and not in the picture."))
    }
    return blocks
  }

  private static func specialties(_ totals: ProductivityTotals, in results: RunResults) -> ReportTable {
    let rows = results.specialties.map { specialty in
      let median = specialty.distribution?.quantiles.first { $0.percent == 50 }
      let why = StandingWording.whyNoDistribution(specialty, minimumPeers: results.minimumPeers) ?? ""
      return [
        Cell(.text(StandingWording.specialty(specialty.specialty)), link: .specialty(specialty.specialty)),
        Cell(.integer(specialty.clinicianCount)), Cell(.integer(specialty.totals.lines)),
        Cell(.workRVU(specialty.totals.unadjusted)), Cell(.workRVU(specialty.totals.pay)),
        Cell(.workRVU(specialty.totals.benchmark)),
        Cell(.of(median, { .workRVURate(WorkRVU(millionths: $0.millionths)) }, otherwise: why)),
        Cell(
          .of(
            specialty.surveyRow?.medianMillionths, { .surveyValue(WorkRVU(millionths: $0)) },
            otherwise: "no median of the survey can be used for the specialty")),
      ]
    }
    return ReportTable(
      "Sums by specialty, and medians of annual wRVUs per 1.0 clinical FTE",
      columns: [
        .words("Specialty"), .numbers("Clinicians"), .numbers("Lines"), .numbers("wRVUs", "unadjusted"),
        .numbers("wRVUs", "pay"), .numbers("wRVUs", "benchmark"), .numbers("Median", "this practice"),
        .numbers("Median", "survey"),
      ],
      rows: rows,
      totals: [
        Cell(.text("All specialties")), Cell(.integer(results.specialties.reduce(0) { $0 + $1.clinicianCount })),
        Cell(.integer(totals.lines)), Cell(.workRVU(totals.unadjusted)), Cell(.workRVU(totals.pay)),
        Cell(.workRVU(totals.benchmark)), Cell(.text("")), Cell(.text("")),
      ], isSortable: results.specialties.count > 1,
      notes: results.specialties.reduce(0) { $0 + $1.clinicianCount } > Set(results.clinicians.map(\.id)).count
        ? ["A clinician of two specialties counts in both."] : [])
  }
}
