import Benchmarking
import ProductivityModel
import Testing

@testable import Rendering
@testable import Reporting

@Suite struct `What errors leave out` {
  private static func results(_ more: [Finding] = [], rejected: Int = 3) -> RunResults {
    var results = PracticeFixture.results()
    results.findings += [Finding(.unpricedCode, at: nil, "43999 has no price in release 2026A", count: 3)] + more
    let old = results.controlTotals[0][.rejected]
    results.controlTotals[0].counts[Int(Fate.rejected.rawValue)] = rejected
    results.controlTotals[0].records += rejected - old
    return results
  }

  private static let specialty = Finding(
    .unmatchedSpecialty, at: SourcePosition(file: "surveys/synthetic-2025.csv"), "Alpha is not in the survey")
  private static let target = Finding(
    .unknownPayee, at: SourcePosition(file: "targets.csv", line: 4, column: 1), "clinician_id is none of the roster's")
  private static let stipend = Finding(
    .unknownPayee, at: SourcePosition(file: "plans.yaml", line: 9), "a stipend is for nobody of the roster")

  @Test func `is told by the records rejected, whatever the findings count`() {
    // Two findings of one record, each counted by itself.
    let results = Self.results([
      Finding(.malformedCode, at: SourcePosition(file: "logs/2026-q1.csv", line: 44), "no code", count: 40)
    ])
    let records = results.controlTotals.reduce(0) { $0 + $1.records }
    #expect(
      RejectionWording.sentence(of: results)
        == "3 of \(CellValue.integer(records).text) records could not be understood and are in none of these numbers.")
  }

  @Test func `says apart which errors reject no record`() {
    let text = RejectionWording.sentence(of: Self.results([Self.specialty], rejected: 0))
    #expect(text.hasPrefix("No record was rejected. 1 error rejects no record: a specialty is not in the survey"))
    #expect(!RejectionWording.sentence(of: Self.results([Self.specialty], rejected: 2)).contains("No record"))
  }

  @Test func `is a row of the targets file no more than of a plan`() {
    var results = Self.results([Self.target, Self.stipend])
    results.inputs.append(InputFile(role: "targets", path: "targets.csv", size: 1, sha256: ""))
    #expect(results.errorsWithoutRecords.count == 2)
    // The one stands on the page that is handed around, the other does not.
    let told = RunException.all(of: results)
    #expect(told.contains { $0.message == Self.target.message && $0.owner == .analysis })
    #expect(!told.contains { $0.message == Self.stipend.message })
    #expect(!RejectionWording.sentence(of: results).contains("stipend"))
  }

  @Test func `is counted alike on every page`() throws {
    var results = Self.results([Self.specialty, Self.target, Self.stipend])
    results.inputs.append(InputFile(role: "targets", path: "targets.csv", size: 1, sha256: ""))
    let counts = results.findingCounts
    #expect(counts.errors == results.findings.count { $0.severity == .error } && counts.errorsOnPay == 1)
    let figures = DataQualitySummary.blocks(of: results).compactMap { block -> [KeyFigure]? in
      if case .figures(let figures) = block { figures } else { nil }
    }.flatMap { $0 }
    #expect(figures.first { $0.label == "Errors" }?.value == .integer(counts.errors))
    #expect(figures.first { $0.label == "Warnings" }?.value == .integer(counts.warnings))
    let page = try #require(ExceptionsReport.reports(of: results).first)
    let table = try #require(
      page.sections[0].blocks.compactMap { block -> ReportTable? in
        if case .table(let table) = block { table } else { nil }
      }.first)
    #expect(table.totals[2].value == .integer(counts.errors) && table.totals[3].value == .integer(counts.warnings))
    let rows = table.groups.flatMap(\.rows)
    for column in 2...4 {
      let sum = rows.reduce(0) { sum, row in
        if case .integer(let count) = row[column].value { sum + count } else { sum }
      }
      #expect(table.totals[column].value == .integer(sum))
    }
    #expect(page.summary.contains("1 of the errors and warnings is on plans and pay"))
    #expect(SummaryWording.dataQuality(of: results).contains(counts.phrase))
  }

  @Test func `has a code without a price once, with its releases`() throws {
    var results = Self.results()
    var other = try #require(results.unpricedCodes.last)
    other.release = "2025D"
    results.unpricedCodes.append(other)
    let told = RunException.all(of: results).filter { $0.message.contains("43999") }
    #expect(told.count == 1)
    #expect(told.first?.message == "code `43999` has no price: unlisted, in 2025D and 2026A")
    #expect(told.first?.records == 6 && told.first?.charge == Money(cents: 1_080_000) && told.first?.findings == 2)
  }

  @Test func `has the same advice once`() throws {
    let results = Self.results([
      Finding(.noSurveyRow, at: nil, "there is no row for Beta", hint: "add a row"),
      Finding(.vintageMismatch, at: nil, "the year is another", hint: "freeze the ledger"),
      Finding(.noSurveyRow, at: nil, "there is no row for Gamma", hint: "add a row"),
    ])
    let page = try #require(ExceptionsReport.reports(of: results).first)
    let advice = page.sections.flatMap(\.blocks).flatMap { block -> [[Cell]] in
      if case .table(let table) = block { table.groups.flatMap(\.rows) } else { [] }
    }.filter { $0.count == 6 }.map(\.[5].value.text)
    #expect(advice.count { $0 == "Add a row" } == 1 && advice.count { $0 == "Freeze the ledger" } == 1)
    let place = try #require(advice.firstIndex(of: "Add a row"))
    #expect(advice[place + 1] == "As above")
  }

  @Test func `is not the headline of the data's quality, where records carry no work`() {
    var results = Self.results(rejected: 0)
    results.controlTotals[1].counts[Int(Fate.zeroValued.rawValue)] += 5_000
    results.controlTotals[1].records += 5_000
    let text = DataQualitySummary.blocks(of: results).compactMap { block -> String? in
      switch block {
      case .figures(let figures): figures.first.map { "\($0.label) \($0.value.text)" }
      case .paragraph(let text): text
      default: nil
      }
    }
    #expect(text[0] == "Records understood 100.0%")
    #expect(text[1].contains("5,214 carry no work, as laboratory tests and drugs do"))
    #expect(text[1].contains("41 lie outside the period"))
  }

  @Test func `a small part of a median is never written as none of it`() {
    #expect(PlacementWording.ofMedian(0.031) == "under 0.05x")
    #expect(PlacementWording.ofMedian(0.05) == "0.1x" && PlacementWording.ofMedian(0) == "0.0x")
    #expect(PlacementWording.ofMedian(0.031, decimals: 2) == "under 0.05x")
    #expect(PlacementWording.ofMedian(0.052, decimals: 2) == "0.05x")
  }
}
