import Compensation
import Ingest
import ProductivityModel
import TestSupport
import Testing

/// The files beside plans.
@Suite struct PayFilesTests {
  private static let roster: Set<String> = ["DR-1", "DR-2"]
  private let scratch: TemporaryFolder

  init() throws { scratch = try TemporaryFolder() }

  private func write(_ text: String) throws -> String { try scratch.write("t.csv", text) }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  /// Every row is used or rejected, and each rejected one is in a finding.
  private func accounts<Row>(_ table: PayTable<Row>, records: Int) {
    #expect(table.records == records && table.rows.count + table.rejected == records)
    let errors = table.findings.filter { $0.severity == .error }
    #expect(errors.reduce(0) { $0 + $1.count } == table.rejected)
    #expect(table.findings.allSatisfy { $0.position?.file == "t.csv" })
    #expect(table.input.path == "t.csv" && table.input.sha256.count == 64)
  }

  private func told<Row>(_ table: PayTable<Row>) -> [String] {
    table.findings.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.problem.rawValue)" }
  }

  @Test func `paid amounts are read, also what was taken back`() throws {
    let path = try write(
      """
      clinician_id,date,component,amount
      DR-1,2026-01-31,base,25000.00
      DR-2,2026-01-31,Production,-120.5
      DR-2,2026-01-31,call,1000
      DR-1,2026-01-31,base,25000.00

      """)
    let table = try PayFiles.paid(
      path, shownAs: "t.csv", roster: Self.roster, components: ["base", "call", "production"])
    let date = try day("2026-01-31")
    #expect(
      table.rows.map(\.payment) == [
        Payment(date: date, component: "base", amount: Money(cents: 2_500_000)),
        Payment(date: date, component: "production", amount: Money(cents: -12_050)),
        Payment(date: date, component: "call", amount: Money(cents: 100_000)),
        Payment(date: date, component: "base", amount: Money(cents: 2_500_000)),
      ])
    #expect(table.rows.map(\.clinicianID) == ["DR-1", "DR-2", "DR-2", "DR-1"] && table.rows[2].position.line == 4)
    accounts(table, records: 4)
  }

  @Test
  func `a payment or a duty that says what an earlier row says counts too, and is told with the line of that row`()
    throws
  {
    let header = "clinician_id,date,component,amount\n"
    let one = "DR-1,2026-01-31,base,25000.00\nDR-1,2026-02-28,base,25000\nDR-1,2026-01-31,Base,25000\n"
    let table = try PayFiles.paid(write(header + one), shownAs: "t.csv", roster: Self.roster, components: ["base"])
    #expect(told(table) == ["4:1 equal-pay-row"] && table.findings[0].message.contains("what line 2 of t.csv says"))
    #expect(table.rows.count == 3 && table.rejected == 0)
    // A file that was pasted twice is one finding.
    let twice = try PayFiles.paid(
      write(header + one + one), shownAs: "t.csv", roster: Self.roster, components: ["base"])
    #expect(twice.findings.map(\.count) == [4] && twice.findings[0].examples.map(\.line) == [4, 5, 6])
    #expect(twice.findings[0].severity == .warning && twice.rows.count == 6)
    let shifts = try PayFiles.counts(
      write("clinician_id,date,units\nDR-1,2026-01-03,\nDR-2,2026-01-03,1\nDR-1,2026-01-03,1.0\n"), shownAs: "t.csv",
      roster: Self.roster, stipends: ["call"])
    #expect(told(shifts) == ["4:1 equal-pay-row"] && shifts.rows.count == 3)
  }

  @Test func `a row that cannot be used is told with its place and stops no other`() throws {
    let path = try write(
      """
      clinician_id,date,component,amount
      DR-1,2026-01-31,base,25000
      DR-9,2026-01-31,base,25000
      ,2026-01-31,base,25000
      DR-1,2026-02-30,base,25000
      DR-1,2026-02-28,produktion,25000
      DR-1,2026-02-28,base,25.005
      DR-1,2026-02-28,base,"$25,000"
      DR-1,2026-02-28,base
      DR-1,2026-02-28,,5
      DR-2,2026-02-28,base,1

      """)
    let table = try PayFiles.paid(path, shownAs: "t.csv", roster: Self.roster, components: ["base", "production"])
    #expect(table.rows.map(\.clinicianID) == ["DR-1", "DR-2"])
    #expect(
      told(table) == [
        "3:1 unknown-payee", "4:1 missing-value", "5:6 impossible-date", "6:17 unknown-component", "7:22 not-a-number",
        "8:22 not-a-number", "9:0 ragged-row", "10:17 missing-value",
      ])
    #expect(table.findings[3].hint == "did you mean production?")
    #expect(table.findings[4].message.contains("\"25.005\"") && !table.findings[5].message.contains("25,000\""))
    accounts(table, records: 10)
  }

  @Test
  func `a component that no plan has is not shown, since it may be a name in the wrong column`() throws {
    let names = ["incentive", "Bonus", "incentive", "MRN0012345", "904417735118", "Doe Jane", "Quackenbush"]
    let rows = names.map { "DR-1,2026-01-31,\($0),1\n" }.joined()
    let table = try PayFiles.paid(
      write("clinician_id,date,component,amount\n" + rows), shownAs: "t.csv", roster: Self.roster, components: ["base"])
    #expect(
      table.findings.map { "\($0.message) \($0.count)" } == [
        "component is a text of 9 letters, none that the plans have 2",
        "component is a text of 5 letters, none that the plans have 1",
        "component is a text of 10 letters and digits, none that the plans have 1",
        "component is a text of 12 digits, none that the plans have 1",
        "component is a text of 8 characters, none that the plans have 1",
        "component is a text of 11 letters, none that the plans have 1",
      ])
    for name in Set(names) { #expect(!"\(table.findings)".contains(name), "\(name)") }
    accounts(table, records: 7)
  }

  @Test func `rows with one fault are one finding with their number`() throws {
    let rows = (1...50).map { _ in "DR-9,2026-01-31,base,1\n" }.joined()
    let table = try PayFiles.paid(
      write("clinician_id,date,component,amount\n" + rows), shownAs: "t.csv", roster: Self.roster, components: ["base"])
    #expect(table.findings.map(\.count) == [50] && table.findings[0].examples.count == 3)
    accounts(table, records: 50)
  }

  @Test func `nothing of a cell is shown that its column would not hold`() throws {
    let secret = "Doe, Jane 123-45-6789"
    let cells = ["DR-1", "2026-01-31", "base", "5"]
    for column in cells.indices {
      var row = cells
      row[column] = "\"\(secret)\""
      let table = try PayFiles.paid(
        write("clinician_id,date,component,amount\n" + row.joined(separator: ",") + "\n"), shownAs: "t.csv",
        roster: Self.roster, components: ["base"])
      accounts(table, records: 1)
      #expect(table.rejected == 1 && !"\(table.findings)".contains("Doe") && !"\(table.findings)".contains("6789"))
    }
  }

  @Test func `counts have units of one unless they say otherwise, and a stipend where the file serves several`() throws
  {
    let path = try write("clinician_id,date,units,stipend\nDR-1,2026-01-03,,call\nDR-2,2026-01-04,2.5,Teaching\n")
    let table = try PayFiles.counts(path, shownAs: "t.csv", roster: Self.roster, stipends: ["call", "teaching"])
    #expect(
      table.rows.map(\.duty) == [
        PlanQuantities.Duty(stipend: "call", date: try day("2026-01-03"), unitsMillionths: 1_000_000),
        PlanQuantities.Duty(stipend: "teaching", date: try day("2026-01-04"), unitsMillionths: 2_500_000),
      ])
    let one = try write("clinician_id,date\nDR-1,2026-01-03\n")
    #expect(
      try PayFiles.counts(one, shownAs: "t.csv", roster: Self.roster, stipends: ["call"]).rows.map(\.duty.stipend)
        == ["call"])
    let unclear = try PayFiles.counts(one, shownAs: "t.csv", roster: Self.roster, stipends: ["call", "teaching"])
    #expect(unclear.rows.isEmpty && told(unclear) == ["2:0 missing-value"])
  }

  @Test func `a month of a panel is there once`() throws {
    let path = try write(
      "clinician_id,month,members\nDR-1,2026-01,900.5\nDR-2,2026-01,0\nDR-1,2026-01,901\nDR-1,Jan-26,1\nDR-1,2026-13,1\n"
        + "DR-1,2026-02,-1\n")
    let table = try PayFiles.panel(path, shownAs: "t.csv", roster: Self.roster)
    #expect(table.rows.map(\.membersMillionths) == [900_500_000, 0])
    #expect(
      told(table) == ["4:1 repeated-pay-row", "5:6 malformed-period", "6:6 malformed-period", "7:14 not-a-number"])
    #expect(table.findings[0].message.contains("line 2"))
    accounts(table, records: 6)
  }

  @Test func `a quality row is a share, and there once`() throws {
    let path = try write(
      "clinician_id,year,earned\nDR-1,2026,0.8\nDR-2,2026,85%\nDR-1,2025,1\nDR-1,2026,0.9\nDR-2,26,1\nDR-2,2027,1.2\n")
    let table = try PayFiles.quality(path, shownAs: "t.csv", roster: Self.roster)
    #expect(table.rows.map(\.earnedMillionths) == [800_000, 850_000, 1_000_000])
    #expect(table.rows.map(\.year) == [2026, 2026, 2025])
    #expect(told(table) == ["5:1 repeated-pay-row", "6:6 malformed-period", "7:11 not-a-number"])
    accounts(table, records: 6)
  }

  @Test func `an opening balance is one a component`() throws {
    let path = try write("clinician_id,component,amount\nDR-1,base,100\nDR-1,production,-20.25\nDR-1,base,1\n")
    let table = try PayFiles.opening(
      path, shownAs: "t.csv", roster: Self.roster, components: ["base", "production"])
    #expect(table.rows.map(\.amount.cents) == [10_000, -2_025] && told(table) == ["4:1 repeated-pay-row"])
    accounts(table, records: 3)
  }

  @Test func `an employer's statement is of a month, a quarter, a year or some days`() throws {
    let path = try write(
      """
      clinician_id,period,work_rvu,amount
      DR-1,2026-01,512.25,
      DR-1,2026-Q1,1600.5,12000.00
      DR-1,2026,,50000
      DR-1,2026-01-05..2026-02-04,10,1
      DR-1,2026-q1,1,1
      DR-1,2026-Q5,1,1
      DR-1,2026-01-31,1,1
      DR-2,2026-01,,

      """)
    let table = try EmployerFiles.statements(path, shownAs: "t.csv", roster: Self.roster, components: [])
    #expect(
      table.rows.map(\.days.description) == [
        "2026-01-01..2026-01-31", "2026-01-01..2026-03-31", "2026-01-01..2026-12-31", "2026-01-05..2026-02-04",
      ])
    #expect(table.rows.map(\.work?.description) == ["512.25", "1600.5", nil, "10"])
    #expect(table.rows.map(\.amount?.cents) == [nil, 1_200_000, 5_000_000, 100])
    #expect(
      told(table) == ["6:1 repeated-pay-row", "7:6 malformed-period", "8:6 malformed-period", "9:14 missing-value"])
    accounts(table, records: 8)
  }

  @Test(arguments: [
    ("Q1", "01-01", "03-31"), ("Q2", "04-01", "06-30"), ("Q3", "07-01", "09-30"), ("Q4", "10-01", "12-31"),
  ])
  func `a quarter is three months of the calendar year`(quarter: String, first: String, last: String) throws {
    let path = try write("clinician_id,period,work_rvu\nDR-1,2024-\(quarter),1\n")
    let days = try EmployerFiles.statements(
      path, shownAs: "t.csv", roster: Self.roster, components: []
    ).rows.map(\.days.description)
    #expect(days == ["2024-\(first)..2024-\(last)"])
  }

  @Test func `an employer's lines are read with their modifiers and units`() throws {
    let path = try write(
      """
      line_id,clinician_id,service_date,code,modifiers,units,work_rvu
      A1,DR-1,2026-01-05,99214,25 59,1,1.92
      ,DR-1,2026-01-05,27447,"RT,22",-1,-19.6
      A3,DR-2,2026-01-06,99213,,,1.30
      A4,DR-1,2026-01-05,9921 4,,1,1
      A5,DR-1,2026-01-05,99214,XYZ,1,1
      A6,DR-1,2026-01-05,99214,,one,1

      """)
    let table = try EmployerFiles.lines(path, shownAs: "t.csv", roster: Self.roster)
    #expect(table.rows.map(\.lineID) == ["A1", "", "A3"])
    #expect(table.rows.map(\.modifiers.description) == ["25 59", "RT 22", ""])
    #expect(table.rows.map(\.units) == [.one, Units(-1), .one])
    #expect(table.rows.map(\.work.description) == ["1.92", "-19.6", "1.3"])
    #expect(told(table) == ["5:20 malformed-code", "6:26 malformed-modifier", "7:27 not-a-number"])
    accounts(table, records: 6)
  }

  @Test func `a column that is missing stops the file`() throws {
    let path = try write("clinician_id,date,komponent,amount\nDR-1,2026-01-31,base,5\n")
    let failure = try #require(
      #expect(throws: InputFailure.self) {
        _ = try PayFiles.paid(path, shownAs: "t.csv", roster: Self.roster, components: ["base"])
      })
    #expect("\(failure)".contains("t.csv:1: error: the column component is missing"))
    #expect(failure.hint == "is it the column \"komponent\"?" && !failure.isUsage)
  }
}
