import Benchmarking
import ProductivityModel

/// One page for each clinician: where they stand, the figures behind it, month by month, and what it all stands on.
///
/// A clinician with more than one specialty has one page, on which each specialty stands for itself.
public enum ClinicianReport: RunReport {
  /// A page for each clinician, in the order of their first role.
  public static func reports(of results: RunResults) -> [Report] { series(of: results).reports }

  /// The same pages, each to be made when it is asked for.
  public static func series(of results: RunResults) -> ReportSeries {
    ClinicianRoles(of: results).series(in: results, at: ReportAddress.clinician) { roles, first in
      report(of: roles, first: first, in: results)
    }
  }

  private static func report(
    of roles: [ClinicianResult], first: ClinicianResult, in results: RunResults
  ) -> Report {
    let specialties = roles.map(StandingWording.role)
    let name = first.name == first.id ? "" : ", \(first.id)"
    return Report(
      address: .clinician(first.id), title: first.name, subtitle: CountWording.list(specialties) + name,
      summary: roles.map { ClinicianWording.summary(of: $0, in: results) }.joined(separator: " "),
      related: [ReportLink("Scorecard on one page", to: .scorecard(first.id))]
        + roles.map {
          ReportLink("All clinicians of \(StandingWording.specialty($0.specialty))", to: .specialty($0.specialty))
        },
      sections: roles.flatMap { sections(of: $0, isOnly: roles.count == 1, in: results) }, from: results)
  }

  private static func sections(
    of clinician: ClinicianResult, isOnly: Bool, in results: RunResults
  ) -> [ReportSection] {
    func title(_ text: String) -> String {
      isOnly ? text : "\(StandingWording.specialty(clinician.specialty)): \(text.lowercased())"
    }
    var sections = [
      ReportSection(title("Standing"), standing(of: clinician, in: results)),
      ReportSection(
        title("Figures"),
        [
          .figures(ClinicianFigures.figures(of: clinician, in: results))
        ] + cautions(of: clinician)),
      ReportSection(title("Month by month"), months(of: clinician, in: results)),
    ]
    if !clinician.topCodes.isEmpty {
      sections.append(ReportSection(title("Codes"), [.table(codes(of: clinician, in: results))]))
    }
    sections += PatternSections.sections(of: clinician, in: results, title: title)
    let unknown = UnknownWording.sentences(for: clinician, in: results)
    if !unknown.isEmpty { sections.append(ReportSection(title("Not known"), [.list(unknown)])) }
    sections.append(ReportSection(title("Basis"), basis(of: clinician)))
    return sections
  }

  private static func standing(of clinician: ClinicianResult, in results: RunResults) -> [ReportBlock] {
    guard let placement = clinician.placement, let row = clinician.surveyRow, let value = clinician.annualizedPerFTE
    else {
      let reason = StandingWording.whyNotPlaced(clinician) ?? ""
      let headline = Headline("Not placed", context: CountWording.sentence(reason) + ".")
      return [.headline(headline)] + (clinician.surveyRow.map { [.table(SurveyTable.table(of: [.survey($0)]))] } ?? [])
    }
    var context =
      "\(StandingWording.source(row)): annualised benchmark wRVUs per 1.0 clinical FTE, "
      + CellValue.workRVURate(value).text
    if let median = row.medianMillionths {
      context += " against a median of \(CellValue.surveyValue(WorkRVU(millionths: median)).text)"
    }
    return [
      .headline(
        Headline(
          CountWording.sentence(PlacementWording.statement(placement)),
          addition: PlacementWording.addition(placement), context: context + ".")),
      .chart(
        .band(
          BandChart(
            title: row.isBlended
              ? "Where \(clinician.name) stands in the blended distribution"
              : "Where \(clinician.name) stands in the survey's published distribution",
            description: ClinicianWording.placement(placement, of: value, in: row),
            axis: "wRVUs a year per 1.0 clinical FTE", points: row.points, value: value.millionths,
            label: clinician.name))),
      .table(SurveyTable.table(of: [.survey(row)])),
    ] + (ThinLogWording.caution(of: clinician).map { [.note(ReportNote(.caution, $0))] } ?? [])
  }

  private static func cautions(of clinician: ClinicianResult) -> [ReportBlock] {
    unpriced(clinician) + anesthesia(clinician)
  }

  private static func unpriced(_ clinician: ClinicianResult) -> [ReportBlock] {
    guard clinician.totals.unpricedLines > 0 else { return [] }
    let lines = CountWording.count(clinician.totals.unpricedLines, "line")
    let valued =
      clinician.totals.valued == .zero
      ? ""
      : " The pay policy values them at \(CellValue.workRVU(clinician.totals.valued).text) wRVUs, which are in no other figure."
    return [
      .note(
        ReportNote(
          .caution,
          "\(CountWording.sentence(lines)), charged \(CellValue.money(clinician.totals.unpricedCharge).text), "
            + "\(clinician.totals.unpricedLines == 1 ? "has" : "have") no price and earned no wRVUs here.\(valued)",
          link: ReportLink("See codes without a price.", to: .dataQuality)))
    ]
  }

  private static func anesthesia(_ clinician: ClinicianResult) -> [ReportBlock] {
    guard clinician.totals.asaUnits != .zero else { return [] }
    let units = CellValue.units(Units(tenThousandths: clinician.totals.asaUnits.tenThousandths)).text
    return [
      .note(
        ReportNote(
          .information, "Anesthesia: \(units) ASA units of base and time, which are no wRVUs and in no figure of wRVUs."
        ))
    ]
  }

  private static func months(of clinician: ClinicianResult, in results: RunResults) -> [ReportBlock] {
    let name = clinician.name
    var chart = MonthSeries.chart(
      of: Array(clinician.monthly), days: MonthSeries.days(of: clinician, in: results), in: results,
      title: "Benchmark wRVUs of \(name) by month of service")
    chart.band = MonthBand.points(of: clinician, in: results)
    let table = MonthSeries.table(of: Array(clinician.monthly), totals: clinician.totals, in: results)
    return [.chart(.months(chart)), .table(table)]
  }

  private static func codes(of clinician: ClinicianResult, in results: RunResults) -> ReportTable {
    let total = clinician.totals.benchmark
    func share(_ work: WorkRVU) -> CellValue {
      total.millionths > 0
        ? .percent(100 * Double(work.millionths) / Double(total.millionths))
        : .notAvailable("the benchmark ledger's total is not above zero")
    }
    var shown = WorkRVU.zero
    var rows: [[Cell]] = clinician.topCodes.map { code in
      shown += code.benchmark
      return [
        Cell(.literal(code.code)), Cell(.integer(code.lines)), Cell(.units(code.units)), Cell(.workRVU(code.benchmark)),
        Cell(share(code.benchmark)),
        Cell(
          .of(
            code.unitsPerFTE, CodePeerWording.shown,
            otherwise: StandingWording.whyNotAnnualised(clinician) ?? "it is not annualised")),
        Cell(
          .of(
            code.peerMedianUnitsPerFTE, CodePeerWording.shown,
            otherwise: CodePeerWording.whyHidden(of: clinician, in: results))),
      ]
    }
    let rest = total - shown
    if rest != .zero {
      rows.append([
        Cell(.text("All other codes")), Cell(.text("")), Cell(.text("")), Cell(.workRVU(rest)), Cell(share(rest)),
        Cell(.text("")), Cell(.text("")),
      ])
    }
    return ReportTable(
      "Codes with the most benchmark wRVUs",
      columns: [
        .words("Code"), .numbers("Lines"), .numbers("Units"), .numbers("wRVUs", "benchmark"), .numbers("Share"),
        .numbers("Services a year", "per 1.0 cFTE"), .numbers("Peers' median", "a year per 1.0 cFTE"),
      ],
      rows: rows,
      totals: [
        Cell(.text("All codes")), Cell(.text("")), Cell(.text("")), Cell(.workRVU(total)), Cell(share(total)),
        Cell(.text("")), Cell(.text("")),
      ], notes: [CodePeerWording.note(on: clinician, in: results)])
  }

  private static func basis(of clinician: ClinicianResult) -> [ReportBlock] {
    [.list(clinician.basis.isEmpty ? ["The run gives no basis for these figures."] : clinician.basis)]
  }
}
