import MedicareFees
import ProductivityModel
import Reporting
import Testing

@testable import Rendering

@Suite("The page of two fee schedules") struct FeeImpactPageTests {
  private static func sums(
    _ from: Int64, _ to: Int64, adjustment: Int64 = 0, oneSide: Int64 = 0, lines: Int = 10
  ) -> Impact.Sums {
    var sums = Impact.Sums()
    sums.lines = lines
    sums.from = WorkRVU(hundredths: from)
    sums.to = WorkRVU(hundredths: to)
    sums.adjustment = WorkRVU(hundredths: adjustment)
    sums.onlyOneSide = WorkRVU(hundredths: oneSide)
    return sums
  }

  static func impact() -> Impact {
    let rows = (1...30).map { Impact.Row(id: "F\($0)", name: "Family \($0)", sums: sums(1_000, Int64(1_000 - $0))) }
    var total = Impact.Sums()
    for row in rows { total += row.sums }
    let side = { Impact.Side(policy: "unadjusted", release: $0, factor: nil) }
    return Impact(
      practice: "Lakeside Medical Group", period: PracticeFixture.results().period, from: side("2025D"),
      to: side("2026A"), adjustments: [], total: total,
      specialties: [
        Impact.Row(id: "Gastroenterology", name: "Gastroenterology", sums: total)
      ],
      clinicians: [Impact.Row(id: "C001", name: "Adaeze Okafor", sums: total)], families: rows, cautions: ["Invented."])
  }

  @Test func `names the causes of the change and adds up`() throws {
    var results = PracticeFixture.results()
    var impact = Self.impact()
    impact.total.onlyOneSide = WorkRVU(hundredths: -100)
    results.feeImpact = impact
    let report = try #require(FeeImpactReport.reports(of: results).first)
    #expect(report.address == .feeImpact && report.cautions.contains("Invented."))
    #expect(
      report.summary.contains("the same 300 lines with work come to 295.35 wRVUs in place of 300.00: -4.65 (-1.6%)."))
    #expect(
      report.summary.contains(
        "Of it, other new values, ranks and rules -3.65; and codes valued on one side only -1.00.")
    )
    #expect(!report.summary.contains("National"), "nothing was paid on either side")
    var charts: [WaterfallChart] = []
    for case .chart(.waterfall(let chart)) in report.sections[0].blocks { charts.append(chart) }
    let chart = try #require(charts.first)
    #expect(chart.steps.reduce(chart.start.amount) { $0 + $1.amount } == chart.end.amount)
    #expect(chart.steps.map(\.label) == ["Revalued", "One side only"])
  }

  @Test func `keeps every family in its sums where there are too many to show`() throws {
    var results = PracticeFixture.results()
    results.feeImpact = Self.impact()
    let report = try #require(FeeImpactReport.reports(of: results).first)
    let section = try #require(report.sections.first { $0.title == "Families of codes" })
    guard case .table(let table) = section.blocks[0] else { throw Missing() }
    #expect(table.groups[0].rows.count == 26)
    #expect(table.groups[0].rows[0][0].value == .text("Family 30"))
    #expect(table.groups[0].rows[25][0].value == .text("5 other families"))
    var shown = WorkRVU.zero
    for row in table.groups[0].rows { if case .workRVU(let work) = row[4].value { shown += work } }
    #expect(shown == Self.impact().total.difference)
  }

  @Test func `is not made where nothing was compared`() {
    #expect(FeeImpactReport.reports(of: PracticeFixture.results()).isEmpty)
  }

  private struct Missing: Error {}
}
