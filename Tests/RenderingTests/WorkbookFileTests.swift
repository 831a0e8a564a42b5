import Benchmarking
import ProductivityModel
import Reporting
import Tabular
import Testing

@testable import Rendering

/// `workbook.xlsx`, read back with the reader of logs, which knows nothing of how it was written.
struct WorkbookFileTests {
  private func workbook(
    _ results: RunResults = PayFixture.results(), reports: Set<ReportKind> = []
  ) throws -> Workbook {
    let files = try renderRun(results, reports: reports, formats: [.xlsx], version: "1")
    #expect(files.map(\.path) == ["workbook.xlsx"])
    return try Workbook(files.first?.bytes ?? [])
  }

  /// A text of code points that are no characters, which source text cannot hold.
  private static func scalars(_ values: UInt32...) -> String {
    String(String.UnicodeScalarView(values.compactMap(Unicode.Scalar.init)))
  }

  /// The rows of a sheet by their numbers: kinds and texts of the cells.
  private func rows(_ name: String, _ workbook: Workbook) throws -> [Int: [(SheetReader.Kind, String)]] {
    let sheet = try #require(workbook.sheets.first { $0.name == name })
    var reader = try workbook.reader(of: sheet)
    var rows: [Int: [(SheetReader.Kind, String)]] = [:]
    while try reader.next() {
      let texts = reader.texts()
      rows[reader.line] = texts.indices.map { (reader.kind(of: $0), texts[$0]) }
    }
    return rows
  }

  @Test func `every cell of every sheet is that of its data table`() throws {
    let results = PayFixture.results()
    let workbook = try workbook(results, reports: [.compensation])
    let sheets = WorkbookReport.sheets(of: results, showsPay: true)
    let tables = Dictionary(uniqueKeysWithValues: DataTable.all(of: results).map { ($0.name, $0) })
    #expect(sheets.count > 12)
    for sheet in sheets {
      let read = try rows(sheet.name, workbook)
      let headings = try #require(read[4])
      #expect(headings.map(\.1) == sheet.columns.map(\.heading), "\(sheet.name)")
      let name = (sheet.file ?? "").dropFirst("data/".count).dropLast(".csv".count)
      let table = try #require(tables[String(name)])
      #expect(sheet.rowCount == table.rows.count)
      for (column, heading) in sheet.columns.enumerated() {
        guard let source = table.columns.firstIndex(of: heading.description.name) else { continue }
        for (row, values) in table.rows.enumerated() {
          let cells = read[5 + row] ?? []
          let (kind, text) = column < cells.count ? cells[column] : (.empty, "")
          if let number = SheetNumber.of(values[source]) {
            #expect(kind == .number && Double(text) == number, "\(sheet.name) \(heading.heading) \(row)")
          } else {
            #expect(text == values[source].dataText, "\(sheet.name) \(heading.heading) \(row)")
            #expect(kind != .number, "\(sheet.name) \(heading.heading) \(row)")
          }
        }
      }
    }
  }

  @Test func `the sheet Columns says what every column of every sheet is`() throws {
    let results = PayFixture.results()
    let read = try rows("Columns", try workbook(results, reports: [.statement]))
    let told = Set(read.values.map { "\($0.first?.1 ?? ""): \($0.count > 1 ? $0[1].1 : "")" })
    for sheet in WorkbookReport.sheets(of: results, showsPay: true) {
      #expect(Set(sheet.columns.map { $0.heading.lowercased() }).count == sheet.columns.count, "\(sheet.name)")
      for column in sheet.columns {
        #expect(told.contains("\(sheet.name): \(column.heading)"))
        #expect(!column.heading.contains { "[]#'@\"".contains($0) }, "formulas could not name \(column.heading)")
      }
    }
  }

  @Test func `pay by name is in the workbook only where the job names a report that shows it`() throws {
    let plain = try workbook(reports: [.practice, .clinician]).sheets.map(\.name)
    let paid = try workbook(reports: [.practice, .statement]).sheets.map(\.name)
    for name in ["Compensation", "Statements", "Balances", "Projections"] {
      #expect(!plain.contains(name) && paid.contains(name), "\(name)")
    }
    #expect(plain.first == "Summary" && plain.last == "Columns" && plain.contains("Charts"))
  }

  @Test func `text is never calculated, whatever it begins with and is made of`() throws {
    let hostile = [
      "=HYPERLINK(\"http://x\",\"y\")", "+1", "-2+3", "@SUM(A1)", "{=1}", "'=1", "\t=1", "1234", "TRUE", "#REF!",
      "http://example.com", "_x003D_1", "<f>1</f>", "a\u{0}b", "\u{202E}gnp", "😀 محمد 王", Self.scalars(0xFFFF), "&amp;",
    ]
    let people = hostile.map {
      PracticeFixture.Person(id: "id" + $0, name: $0, specialty: $0, monthly: 500)
    }
    var results = PracticeFixture.results(people: people)
    results.practice = "=1+1 &P [x]"
    results.clinicians[0].name = String(repeating: "é", count: 40_000)
    results.cautions = ["=2+2"]
    results.findings = [
      Finding(.unknownCode, at: SourcePosition(file: "=3", line: 1), "=5", hint: "=4")
    ]
    let workbook = try workbook(results)
    let read = try rows("Clinicians", workbook)
    for (row, clinician) in results.clinicians.enumerated().dropFirst() {
      let cells = try #require(read[5 + row])
      #expect(cells[0].0 == .text)
      // The reader takes the escape of a character for the character, as Excel does.
      #expect(cells[0].1 == plain(clinician.name))
    }
    #expect(read[5]?[0].1.utf16.count == SheetText.limit && read[5]?[0].1.hasSuffix(SheetText.cut) == true)
    #expect(try rows("Findings", workbook)[5]?[4].1 == "=4")
    #expect(try rows("Clinicians", workbook)[3]?[0].1 == "=2+2")
  }

  private func plain(_ name: String) -> String {
    name.replacing("\t", with: " ").replacing("\u{0}", with: "\u{FFFD}").replacing("\u{202E}", with: "\u{FFFD}")
      .replacing(Self.scalars(0xFFFF), with: "\u{FFFD}")
  }

  @Test(arguments: [
    ("plain", "plain"), ("_x003D_1", "_x005F_x003D_1"), ("_x003d_", "_x005F_x003d_"), ("_x003_", "_x003_"),
    ("__x0041_", "__x005F_x0041_"), ("a\u{1}b\u{7F}c\u{9F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"), ("a\r\nb\tc", "a  b c"),
    (Self.scalars(0xFFFE, 0x1FFFF, 0xFDD0), "\u{FFFD}\u{FFFD}\u{FFFD}"), ("e\u{301} 王 😀", "e\u{301} 王 😀"),
  ])
  func `a cell has no character that XML forbids and none that Excel would make of an escape`(
    text: String, cell: String
  ) {
    #expect(Array(SheetText.cell(text).unicodeScalars) == Array(cell.unicodeScalars))
  }

  @Test(arguments: ["a", "é", "😀", "_x0041_"])
  func `a cell holds what Excel can hold, and says where it is cut`(unit: String) {
    for count in [SheetText.limit / unit.utf16.count - 1, SheetText.limit, 40_000] {
      let cell = SheetText.cell(String(repeating: unit, count: count))
      #expect(cell.utf16.count <= SheetText.limit, "\(unit) \(count)")
      let isWhole = cell == String(repeating: unit == "_x0041_" ? "_x005F_x0041_" : unit, count: count)
      #expect(isWhole != cell.hasSuffix(SheetText.cut), "\(unit) \(count)")
    }
  }

  @Test func `the same results give the same bytes`() throws {
    let once = try renderRun(PayFixture.results(), reports: [.statement], formats: [.xlsx], version: "1")
    let again = try renderRun(PayFixture.results(), reports: [.statement], formats: [.xlsx], version: "1")
    #expect(once == again)
  }

  @Test func `a goal's formulas come to what the run says as long as the target is not changed`() throws {
    var results = PracticeFixture.results()
    let year = DayRange(year: 2026)
    func goal(_ id: String, actual: Int64?) -> GoalStanding {
      GoalStanding(
        id: id, name: id, specialty: "Gastroenterology", year: year, days: year,
        target: WorkRVU(millionths: 8_000_000_000), source: SourcePosition(file: "targets.csv", line: 2), ledger: .pay,
        actual: actual.map { WorkRVU(millionths: $0) }, expected: WorkRVU(millionths: 6_000_000_000),
        workingDaysCounted: 189, workingDays: 252, months: [], gap: actual == nil ? "the logs begin later" : nil)
    }
    results.goals = [goal("C001", actual: 5_400_000_000), goal("C002", actual: nil)]
    let read = try rows("Goals", try workbook(results))
    let headings = try #require(read[4]).map(\.1)
    func cell(_ heading: String, _ row: Int) throws -> String {
      let column = try #require(headings.firstIndex(of: heading))
      let cells = try #require(read[row])
      return column < cells.count ? cells[column].1 : ""
    }
    #expect(try cell("Ahead or behind", 5) == "-600")
    #expect(try cell("Pace now", 5) == "0.9" && cell("Pace", 5) == "0.9")
    #expect(try cell("Remaining", 5) == "2600")
    #expect(try cell("Ahead or behind", 6) == "" && cell("Remaining", 6) == "")
    #expect(try cell("Not known", 6) == "the logs begin later")
  }
}
