import Benchmarking
import ProductivityModel
import Testing

@testable import Rendering
@testable import Reporting

@Suite struct `The way through the pages of a run` {
  private static func pages(_ kinds: Set<ReportKind>, _ results: RunResults) throws -> [String: String] {
    let files = try renderRun(results, reports: kinds, formats: [.html], version: "1")
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private static let all = Set(ReportKind.allCases)

  /// The words of a page's navigation, in order.
  private static func navigation(_ text: String) -> [String] {
    let bar =
      text.components(of: "<nav aria-label=\"Reports\">") == 0
      ? "" : String(text[(text.firstRange(of: "<nav aria-label=\"Reports\">")?.upperBound ?? text.startIndex)...])
    let end = bar.firstRange(of: "</nav>")?.lowerBound ?? bar.startIndex
    return bar[..<end].matches(of: #/<a [^>]*>([^<]*)<\/a>/#).map { String($0.1) }
  }

  @Test func `has the month, goals, practice, what is to do and the data on every page`() throws {
    let files = try Self.pages(Self.all, GoalFixture.results())
    for (path, text) in files {
      #expect(
        Self.navigation(text) == ["Overview", "Month", "Goals", "Practice", "To do", "Data quality"], "\(path)")
    }
  }

  @Test func `has only what the run made`() throws {
    let files = try Self.pages([.monthly, .exceptions, .goals], PracticeFixture.results())
    #expect(Self.navigation(try #require(files["index.html"])) == ["Overview", "Month", "To do"])
  }

  @Test func `is told on the first page by the titles of the pages, each with a line about it`() throws {
    let results = GoalFixture.results()
    let made = ReportKind.allCases.flatMap { $0.report.reports(of: results) }
    let index = IndexReport.report(
      of: results, pages: made.map(ReportSeries.Page.init), dataFiles: ["data/findings.csv"])
    #expect(
      index.sections.map(\.title) == ["The practice", "Reports", "Specialties", "Clinicians", "Data", "Data files"])
    let titles = Dictionary(made.map { ($0.address, $0.title) }) { first, _ in first }
    for section in index.sections where section.title == "Reports" || section.title == "Data" {
      for block in section.blocks {
        guard case .links(let links) = block else { continue }
        #expect(!links.isEmpty)
        for link in links { #expect(link.text == titles[link.address] && !link.about.isEmpty) }
      }
    }
  }

  @Test func `begins with the practice, and not with how many records were read`() throws {
    let results = GoalFixture.results()
    let index = IndexReport.report(of: results, pages: [], dataFiles: [])
    guard case .figures(let figures)? = index.sections.first?.blocks.first else {
      Issue.record("no figures come first")
      return
    }
    #expect(figures.first?.label == "Benchmark ledger" && figures.first?.isLeading == true)
    let placed = results.clinicians.count { $0.placement != nil }
    #expect(figures.first { $0.label == "Placed in a survey" }?.value == .integer(placed))
    let onPace = results.goals.count { ($0.pace ?? 0) >= 0.98 }
    #expect(figures.first { $0.label == "On pace or ahead" }?.value == .integer(onPace))
  }

  @Test func `has cautions in full on the month and the data, and in a line with a link elsewhere`() throws {
    let files = try Self.pages(Self.all, PracticeFixture.results())
    let whole = "no placement here says anything about a real clinician"
    for (path, text) in files {
      #expect(text.contains("is invented for demonstration"), "\(path)")
      let isWhole = path == "monthly.html" || path == "data-quality.html"
      #expect(text.contains(whole) == isWhole, "\(path)")
      if !isWhole { #expect(text.contains("data-quality.html\">See data quality.</a></p>"), "\(path)") }
    }
    // Where there is no page that has them in full, every page has.
    for (path, text) in try Self.pages([.practice], PracticeFixture.results()) {
      #expect(text.contains(whole), "\(path)")
    }
  }

  @Test func `keeps the cautions in full in an edition, which has no page of the data`() throws {
    let edition = try #require(PracticeFixture.results().edition(for: "C003", showsPay: false))
    for (path, text) in try Self.pages([.scorecard, .clinician], edition) {
      #expect(text.contains("no placement here says anything about a real clinician"), "\(path)")
    }
  }

  @Test(arguments: [
    ("This survey is synthetic: nobody may be judged by it.", "This survey is synthetic."),
    ("Some figures are put together; see below.", "Some figures are put together."),
    ("One sentence of 2026A. And another.", "One sentence of 2026A."), ("Whole", "Whole."), ("Whole.", "Whole."),
  ]) func `a caution is shortened to what it says first`(whole: String, short: String) {
    #expect(CautionWording.short(whole) == short)
  }
}
