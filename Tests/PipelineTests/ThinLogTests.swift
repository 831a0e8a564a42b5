import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite struct `A log that is far too thin for the roster's time` {
  private static let survey =
    "survey,year,data_year,specialty,region,metric,n,p10,p25,p50,p75,p90\nS,2025,2025,Alpha,,work_rvu,99,2000,3000,4000,5000,6000\n"

  /// A year with a line on each of some days.
  private static func run(days: Int, units: Int = 1, fte: String = "1", leave: String = "") throws -> Practice.Outcome {
    let first = try #require(CalendarDate(iso: "2025-01-01"))
    var practice = Practice(
      (0..<days).map {
        LogLine(
          "99213", id: "L\($0)", date: first.advanced(by: $0 * 3).description, patient: "P\($0)", units: "\(units)")
      })
    practice.period = "2025-01-01..2025-12-31"
    practice.fees = "fees: {vintage: frozen 2025D}"
    practice.roster =
      "clinician_id,name,specialty,clinical_fte,start,end,leave\nC-1,Ada,Alpha,\(fte),2020-01-01,,\(leave)\n"
    practice.survey = survey
    return try practice.run()
  }

  @Test func `is told, with what was counted`() throws {
    // 2025 has 261 weekdays, a quarter of which is 65.25.
    let outcome = try Self.run(days: 65)
    let finding = try #require(outcome.findings(.thinLog).first)
    #expect(
      finding.message
        == "Ada has services on 65 days, where the roster has 261 weekdays at 1.00 clinical FTE, and stands low in the survey"
    )
    #expect(finding.severity == .warning && finding.hint == "check that the log is complete before comparing")
    #expect(outcome.results.clinicians.first?.thinLog?.serviceDays == 65)
    let caution = "services on 65 days, where the roster has 261 weekdays at 1.00 clinical FTE"
    for kind in [ReportKind.scorecard, .clinician] {
      let page = try #require(kind.report.reports(of: outcome.results).first)
      let notes = page.sections.flatMap(\.blocks).compactMap { block -> String? in
        if case .note(let note) = block { note.text } else { nil }
      }
      #expect(([page.summary] + notes).contains { $0.contains(caution) && $0.contains("before comparing") }, "\(kind)")
    }
    let month = try #require(ReportKind.monthly.report.reports(of: outcome.results).first)
    #expect(month.summary.contains("The log of Ada has services on few of the days that the roster gives"))
  }

  @Test func `is not told of services on a quarter of the weekdays`() throws {
    #expect(try Self.run(days: 66).findings(.thinLog).isEmpty)
  }

  @Test func `is not told of who stands higher, on however few days`() throws {
    // 30 x 100 x 1.30 is 3,900 wRVUs.
    #expect(try Self.run(days: 30, units: 100).findings(.thinLog).isEmpty)
  }

  @Test func `takes each weekday at its clinical FTE, and leaves out leave`() throws {
    // 261 x 0.4 / 4 is 26.1.
    #expect(try Self.run(days: 27, fte: "0.4").findings(.thinLog).isEmpty)
    #expect(try Self.run(days: 26, fte: "0.4").findings(.thinLog).count == 1)
    // From July on 132 weekdays are leave, and the lines of 43 days are not counted: 22 of 129 weekdays.
    let half = try Self.run(days: 65, leave: "2025-07-01..2025-12-31")
    #expect(half.results.clinicians.first?.thinLog == nil)
  }
}
