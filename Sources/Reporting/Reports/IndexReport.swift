import Benchmarking
import ProductivityModel

/// The first page of a run: how good the data are, then what there is to read.
public enum IndexReport {
  /// The page.
  ///
  /// - Parameters:
  ///   - kinds: the reports that are made in the run; the page names no others.
  ///   - dataFiles: the paths of the run's data files, in order.
  ///   - prints: what there is to print; none where no PDF is made.
  public static func report(
    of results: RunResults, kinds: Set<ReportKind>, dataFiles: [String], prints: [ReportLink] = []
  ) -> Report {
    var sections = [ReportSection("Data quality", DataQualitySummary.blocks(of: results))]
    let overviews = overviews(in: results, kinds: kinds)
    if !overviews.isEmpty { sections.append(ReportSection("The practice", [.links(overviews)])) }
    sections += compensation(in: results, kinds: kinds)
    if !results.specialties.isEmpty {
      sections.append(ReportSection("Specialties", [.table(specialties(in: results))]))
    }
    if !results.clinicians.isEmpty {
      sections.append(
        ReportSection("Clinicians", [.table(clinicians(in: results, hasCards: kinds.contains(.scorecard)))]))
    }
    if !prints.isEmpty {
      sections.append(
        ReportSection(
          "To print", [.paragraph("Each page leads to a PDF of its own. All together:"), .links(prints)]))
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
      summary: MonthlySums.summary(of: results), sections: sections,
      from: results)
  }

  /// The pages on the practice as a whole.
  private static func overviews(in results: RunResults, kinds: Set<ReportKind>) -> [ReportLink] {
    var links: [ReportLink] = []
    if kinds.contains(.monthly) {
      let month = YearMonth(containing: results.period.last)
      links.append(
        ReportLink(
          "\(DateWording.name(ofMonth: month.month)) \(month.year): month, year to date, twelve months", to: .monthly))
    }
    if kinds.contains(.practice) {
      links.append(ReportLink("Sums, specialties and every clinician on one page", to: .practice))
    }
    if kinds.contains(.goals), !results.goals.isEmpty {
      links.append(ReportLink("Targets, pace and the year's end", to: .goals))
    }
    if kinds.contains(.feeImpact), let impact = results.feeImpact {
      let (from, to) = (ImpactWording.name(impact.from), ImpactWording.name(impact.to))
      links.append(ReportLink("The same lines under \(from) and \(to)", to: .feeImpact))
    }
    if kinds.contains(.exceptions) {
      links.append(ReportLink("What has to be done, by whose task it is", to: .exceptions))
    }
    return links
  }

  /// What shows pay, where the job asks for it.
  private static func compensation(in results: RunResults, kinds: Set<ReportKind>) -> [ReportSection] {
    guard let compensation = results.compensation else { return [] }
    var links: [ReportLink] = []
    if kinds.contains(.compensation) {
      links.append(ReportLink("Budget, every clinician's pay, and pay beside productivity", to: .compensation))
    }
    if kinds.contains(.statement) {
      links += compensation.clinicians.map { ReportLink("Statement of \($0.name)", to: .statement($0.id)) }
    }
    return links.isEmpty ? [] : [ReportSection("Compensation", [.links(links)])]
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
              otherwise: StandingWording.noSurveyRow(specialty.specialty))),
        ]
      }, isSortable: results.specialties.count > 1)
  }

  private static func clinicians(in results: RunResults, hasCards: Bool) -> ReportTable {
    ReportTable(
      "Clinicians, and where each stands",
      columns: [.words("Clinician"), .words("Specialty"), .numbers("wRVUs", "benchmark"), .words("Placement")]
        + (hasCards ? [.words("On one page")] : []),
      rows: results.clinicians.map { clinician in
        [
          Cell(
            .text(clinician.name), link: .clinician(clinician.id),
            detail: clinician.name == clinician.id ? "" : clinician.id),
          Cell(.text(StandingWording.specialty(clinician.specialty)), link: .specialty(clinician.specialty)),
          Cell(.workRVU(clinician.totals.benchmark)),
          Cell(
            .of(
              clinician.placement, CellValue.placementHeadline,
              otherwise: StandingWording.whyNotPlaced(clinician) ?? "")),
        ] + (hasCards ? [Cell(.text("Scorecard"), link: .scorecard(clinician.id))] : [])
      }, isSortable: results.clinicians.count > 1)
  }
}
