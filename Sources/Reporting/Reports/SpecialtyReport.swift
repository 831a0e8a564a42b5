import Benchmarking
import ProductivityModel

/// One page for each specialty: its survey, its own distribution, its clinicians, its sums.
public enum SpecialtyReport: RunReport {
  /// A page for each specialty, in their order.
  public static func reports(of results: RunResults) -> [Report] { series(of: results).reports }

  /// The same pages, each to be made when it is asked for.
  public static func series(of results: RunResults) -> ReportSeries {
    let pages = results.specialties.map {
      ReportSeries.Page(.specialty($0.specialty), title: StandingWording.specialty($0.specialty))
    }
    return ReportSeries(pages) { place in report(of: results.specialties[place], in: results) }
  }

  private static func report(of specialty: SpecialtyResult, in results: RunResults) -> Report {
    let clinicians = results.clinicians(of: specialty.specialty)
    return Report(
      address: .specialty(specialty.specialty), title: StandingWording.specialty(specialty.specialty),
      subtitle: "Productivity of \(CountWording.count(specialty.clinicianCount, "clinician"))",
      summary: SummaryWording.specialty(specialty, clinicians, in: results),
      sections: [
        ReportSection("Figures", [.figures(figures(of: specialty, in: results))]),
        ReportSection("Distribution", distribution(of: specialty, in: results)),
        ReportSection(
          "Clinicians",
          SpecialtyCharts.bars(of: clinicians, specialty, in: results) + [
            .table(
              ClinicianTable.table(
                "Clinicians of \(StandingWording.specialty(specialty.specialty))", of: clinicians,
                namesSpecialty: false,
                in: results))
          ]),
        ReportSection(
          "Month by month",
          months(of: clinicians, totals: specialty.totals, in: results)
            + SpecialtyCharts.multiples(of: clinicians, in: results)),
      ] + PatternSections.section(of: clinicians, in: results), from: results)
  }

  private static func figures(of specialty: SpecialtyResult, in results: RunResults) -> [KeyFigure] {
    let totals = specialty.totals
    let why = StandingWording.whyNoDistribution(specialty, minimumPeers: results.minimumPeers) ?? ""
    let median = specialty.distribution?.quantiles.first { $0.percent == 50 }
    return [
      KeyFigure(
        "Median of this practice", .of(median, { .workRVURate(WorkRVU(millionths: $0.millionths)) }, otherwise: why),
        "wRVUs a year per 1.0 clinical FTE", isLeading: true),
      KeyFigure(
        "Mean of this practice", .of(specialty.distribution?.mean, CellValue.workRVURate, otherwise: why),
        "wRVUs a year per 1.0 clinical FTE"),
      KeyFigure(
        "Median of the survey",
        .of(
          specialty.surveyRow?.medianMillionths, { .surveyValue(WorkRVU(millionths: $0)) },
          otherwise: "no median of the survey can be used for the specialty"),
        "wRVUs a year per 1.0 clinical FTE"),
      KeyFigure(
        "Clinicians", .integer(specialty.clinicianCount), "\(specialty.rankedCount) with an annualised figure"),
      KeyFigure("Benchmark ledger", .workRVU(totals.benchmark), "wRVUs under \(results.benchmarkPolicy.name)"),
      KeyFigure("Pay ledger", .workRVU(totals.pay), "wRVUs under \(results.payPolicy.name)"),
    ] + ClinicianFigures.unadjusted(totals) + [
      KeyFigure(
        "Encounters", .of(totals.encounters, CellValue.integer, otherwise: "some lines have no patient"),
        "patient-days, of each clinician"),
      KeyFigure("Lines of service", .integer(totals.lines), "\(CellValue.units(totals.units).text) units"),
    ]
  }

  private static func distribution(of specialty: SpecialtyResult, in results: RunResults) -> [ReportBlock] {
    var rows: [SurveyTable.Row] = []
    var blocks: [ReportBlock] = []
    if let survey = specialty.surveyRow {
      rows.append(.survey(survey))
    } else {
      let name = StandingWording.specialty(specialty.specialty)
      blocks.append(
        .note(
          ReportNote(
            .caution, "\(CountWording.sentence(StandingWording.noSurveyRow(name))), so nobody is placed in it.")))
    }
    if let distribution = specialty.distribution {
      rows.append(.practice(distribution, ranked: specialty.rankedCount))
    } else if let why = StandingWording.whyNoDistribution(specialty, minimumPeers: results.minimumPeers) {
      if rows.isEmpty {
        blocks.append(.note(ReportNote(.information, "This practice's own distribution: \(why).")))
      } else {
        rows.append(.withheld(ranked: specialty.rankedCount, reason: why))
      }
    }
    if let row = SpecialtyStanding.row(of: specialty, in: results) {
      blocks.append(
        .chart(
          .standings(SpecialtyStanding.chart(of: [row], title: "The clinicians beside the survey of the specialty"))))
    }
    return rows.isEmpty ? blocks : blocks + [.table(SurveyTable.table(of: rows))]
  }

  private static func months(
    of clinicians: [ClinicianResult], totals: ProductivityTotals, in results: RunResults
  ) -> [ReportBlock] {
    let monthly = results.months.indices.map { index in
      ProductivityTotals.sum(of: clinicians.compactMap { index < $0.monthly.count ? $0.monthly[index] : nil })
    }
    let days = clinicians.map { MonthSeries.days(of: $0, in: results) }
    let most = results.months.indices.map { index in days.map { index < $0.count ? $0[index] : 0 }.max() ?? 0 }
    let chart = MonthSeries.chart(
      of: monthly, days: most, in: results, title: "Benchmark wRVUs of the specialty by month of service")
    return [.chart(.months(chart)), .table(MonthSeries.table(of: monthly, totals: totals, in: results))]
  }
}
