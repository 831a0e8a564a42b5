import Benchmarking
import ProductivityModel

/// The first page of a run: where the practice stands in a few figures, then what there is to read.
public enum IndexReport {
  /// The page.
  ///
  /// - Parameters:
  ///   - pages: the reports that are made in the run; the page names no others.
  ///   - dataFiles: the paths of the run's data files, in order.
  ///   - prints: what there is to print; none where no PDF is made.
  public static func report(
    of results: RunResults, pages: [ReportSeries.Page], dataFiles: [String], prints: [ReportLink] = []
  ) -> Report {
    let made = Dictionary(pages.map { ($0.address, $0) }) { first, _ in first }
    let windows = MonthlySums.windows(of: results)
    var sections = [
      ReportSection(
        "The practice",
        [.figures(PracticeFigures.figures(of: results, month: windows.first)), DataQualitySummary.line(of: results)])
    ]
    let reports = links(to: [.monthly, .goals, .practice, .exceptions, .feeImpact], among: made)
    if !reports.isEmpty { sections.append(ReportSection("Reports", [.links(reports)])) }
    let restatements = restatements(among: dataFiles)
    if !restatements.isEmpty { sections.append(ReportSection("Closed periods", [.links(restatements)])) }
    if !results.specialties.isEmpty {
      sections.append(ReportSection("Specialties", [.table(specialties(in: results))]))
    }
    if !results.clinicians.isEmpty {
      let hasCards = made.keys.contains { if case .scorecard = $0 { true } else { false } }
      sections.append(ReportSection("Clinicians", [.table(clinicians(in: results, hasCards: hasCards))]))
    }
    let pay = links(
      to: [.compensation] + (results.compensation?.clinicians.map { .statement($0.id) } ?? []), among: made)
    if !pay.isEmpty { sections.append(ReportSection("Compensation", [.links(pay)])) }
    if !prints.isEmpty {
      sections.append(
        ReportSection(
          "To print", [.paragraph("Each page leads to a PDF of its own. All together:"), .links(prints)]))
    }
    let data = links(to: [.dataQuality], among: made)
    if !data.isEmpty { sections.append(ReportSection("Data", [.links(data)])) }
    let workbooks = dataFiles.filter { $0.hasSuffix(".xlsx") }.sorted(by: >)
    if !workbooks.isEmpty {
      sections.append(
        ReportSection(
          "Excel", [.links(workbooks.map { ReportLink($0, to: .dataFile($0), about: about(workbook: $0)) })]))
    }
    let dataFiles = dataFiles.filter { file in
      !file.hasSuffix(".xlsx") && !restatements.contains { $0.address == .dataFile(file) }
    }
    if !dataFiles.isEmpty {
      sections.append(
        ReportSection(
          "Data files",
          [
            .paragraph("Everything above at full precision:"),
            .links(dataFiles.map { ReportLink($0, to: .dataFile($0)) }),
          ]))
    }
    return Report(
      address: .index, title: results.practice, subtitle: "Physician productivity benchmark",
      summary: MonthlySums.summary(of: windows, in: results), sections: sections,
      from: results)
  }

  /// The pages that tell what today's inputs would make of closed periods: one for each, to read where there is one to read.
  private static func restatements(among files: [String]) -> [ReportLink] {
    let pages = files.filter { $0.hasPrefix("restatement/") && $0.hasSuffix(".html") }
    let prints = files.filter { $0.hasPrefix("restatement/") && $0.hasSuffix(".pdf") }
    return (pages.isEmpty ? prints : pages).map { path in
      let period = path.dropFirst("restatement/".count).dropLast(pages.isEmpty ? ".pdf".count : ".html".count)
      return ReportLink(
        "\(period), restated", to: .dataFile(path),
        about: "closed, and counted as it was closed: what today's inputs would make of it, and why")
    }
  }

  /// What a workbook is for, in a line.
  private static func about(workbook path: String) -> String {
    path == "compensation.xlsx" ? "pay by name, and nothing else" : "all figures to filter and extend, without any pay"
  }

  /// Links to pages that are made, each called as the page is, with a line about it.
  private static func links(to addresses: [ReportAddress], among made: [ReportAddress: ReportSeries.Page])
    -> [ReportLink]
  {
    addresses.compactMap { address in
      made[address].map { ReportLink($0.title, to: address, about: about(address)) }
    }
  }

  /// What a page is for, in a line.
  private static func about(_ address: ReportAddress) -> String {
    switch address {
    case .monthly: "the month, the year to date and twelve months of everyone, and what changed most"
    case .goals: "who is on pace to a target, and where the year ends"
    case .practice: "the practice's sums, specialties and every clinician on one page"
    case .exceptions: "what has to be done or looked at, by whose task it is"
    case .feeImpact: "the same lines under two fee schedules"
    case .compensation: "budget, every clinician's pay, and pay beside productivity"
    case .statement: "a statement of what the plan pays, step by step"
    case .dataQuality: "what became of every record, every finding, and every file that was read"
    default: ""
    }
  }

  private static func specialties(in results: RunResults) -> ReportTable {
    ReportTable(
      "Specialties, each with its survey",
      columns: [.words("Specialty"), .numbers("Clinicians"), .numbers("wRVUs", "benchmark"), .words("Survey")],
      rows: results.specialties.map { specialty in
        [
          Cell(.text(StandingWording.specialty(specialty.specialty)), link: .specialty(specialty.specialty)),
          Cell(.integer(specialty.clinicianCount)), Cell(.workRVU(specialty.totals.benchmark)),
          Cell(
            .of(
              specialty.surveyRow, { .text(StandingWording.name($0)) },
              otherwise: StandingWording.whyNoSurveyRow(specialty, in: results))),
        ]
      }, isSortable: results.specialties.count > 1)
  }

  private static func clinicians(in results: RunResults, hasCards: Bool) -> ReportTable {
    var rows: [[Cell]] = []
    rows.reserveCapacity(results.clinicians.count)
    results.forEachClinician { clinician in
      var cells = [
        Cell(
          .text(clinician.name), link: .clinician(clinician.id),
          detail: clinician.name == clinician.id ? "" : clinician.id),
        Cell(.text(StandingWording.specialty(clinician.specialty)), link: .specialty(clinician.specialty)),
        Cell(.workRVU(clinician.totals.benchmark)),
        Cell(
          .of(
            clinician.placement, CellValue.placementHeadline,
            otherwise: StandingWording.whyNotPlaced(clinician) ?? "")),
      ]
      if hasCards { cells.append(Cell(.text("Scorecard"), link: .scorecard(clinician.id))) }
      rows.append(cells)
    }
    return ReportTable(
      "Clinicians, and where each stands",
      columns: [.words("Clinician"), .words("Specialty"), .numbers("wRVUs", "benchmark"), .words("Placement")]
        + (hasCards ? [.words("On one page")] : []),
      rows: rows, isSortable: results.clinicians.count > 1)
  }
}
