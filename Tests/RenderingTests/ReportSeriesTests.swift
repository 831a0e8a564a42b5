import Reporting
import Testing

@testable import Rendering

/// A report that is made when its page is written is the one that is made with all others.
@Suite struct ReportSeriesTests {
  private static let results = PracticeFixture.results()

  @Test(arguments: ReportKind.allCases)
  func `tells what pages there are before they are made`(kind: ReportKind) {
    let series = kind.report.series(of: Self.results)
    let reports = kind.report.reports(of: Self.results)
    #expect(series.pages.map(\.address) == reports.map(\.address))
    #expect(series.pages.map(\.title) == reports.map(\.title))
  }

  @Test(arguments: ReportKind.allCases)
  func `makes the same page each time`(kind: ReportKind) throws {
    let series = kind.report.series(of: Self.results)
    let paths = PagePaths(of: Self.results, pages: Set(series.pages.map(\.address)))
    let html = try ReportHTML(paths: paths, version: "1")
    let short = series.withShortCautions(usual: Self.results.cautions)
    let others = series.withShortCautions(usual: [])
    for (place, report) in kind.report.reports(of: Self.results).enumerated() {
      #expect(html.bytes(of: series.report(place)) == html.bytes(of: report))
      let shortened = html.bytes(of: report.withShortCautions)
      #expect(html.bytes(of: short.report(place)) == shortened)
      #expect(html.bytes(of: others.report(place)) == shortened)
    }
  }

  @Test func `gives a clinician with two specialties one page, in the place of the first`() {
    let people = [
      PracticeFixture.Person(id: "C1", name: "A", specialty: "Cardiology", monthly: 500),
      PracticeFixture.Person(id: "C2", name: "B", specialty: "Cardiology", monthly: 500),
      PracticeFixture.Person(id: "C1", name: "A", specialty: "Gastroenterology", monthly: 500),
    ]
    let results = PracticeFixture.results(people: people)
    #expect(ClinicianReport.series(of: results).pages.map(\.address) == [.clinician("C1"), .clinician("C2")])
    let card = ScorecardReport.series(of: results).report(0)
    #expect(card.address == .scorecard("C1") && card.layout == .pages)
  }
}
