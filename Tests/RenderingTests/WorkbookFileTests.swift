import Benchmarking
import ProductivityModel
import Reporting
import Tabular
import Testing

@testable import Rendering

/// `workbook.xlsx` and `compensation.xlsx`, read back with the reader of logs, which knows nothing of how it was written.
struct WorkbookFileTests {
  private func workbook(
    _ results: RunResults = PayFixture.results(), _ path: String = "workbook.xlsx", reports: Set<ReportKind> = []
  ) throws -> Workbook {
    let files = try renderRun(results, reports: reports, formats: [.xlsx], version: "1")
    let hasPay = reports.contains(where: \.showsPay)
    #expect(files.map(\.path) == (hasPay ? ["compensation.xlsx", "workbook.xlsx"] : ["workbook.xlsx"]))
    return try Workbook(try #require(files.first { $0.path == path }).bytes)
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
    var results = PayFixture.results()
    results.findings.append(Finding(.noPlan, "C001 has work and no plan"))
    for kind in WorkbookReport.allCases { try check(kind, results) }
  }

  private func check(_ kind: WorkbookReport, _ results: RunResults) throws {
    let workbook = try workbook(results, kind.path, reports: [.compensation])
    let sheets = kind.sheets(of: results)
    var tables = Dictionary(uniqueKeysWithValues: DataTable.all(of: results).map { ($0.name, $0) })
    var shown = results
    shown.findings = results.findings.filter { ($0.problem.owner == .compensation) == (kind == .pay) }
    tables["findings"] = DataTable.findings(of: shown)
    #expect(sheets.count >= (kind == .work ? 9 : 6))
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
    for kind in WorkbookReport.allCases {
      let read = try rows("Columns", try workbook(results, kind.path, reports: [.statement]))
      try check(read, kind.sheets(of: results))
    }
  }

  private func check(_ read: [Int: [(SheetReader.Kind, String)]], _ sheets: [DataSheet]) throws {
    let told = Set(read.values.map { "\($0.first?.1 ?? ""): \($0.count > 1 ? $0[1].1 : "")" })
    for sheet in sheets {
      #expect(Set(sheet.columns.map { $0.heading.lowercased() }).count == sheet.columns.count, "\(sheet.name)")
      for column in sheet.columns {
        #expect(told.contains("\(sheet.name): \(column.heading)"))
        #expect(!column.heading.contains { "[]#'@\"".contains($0) }, "formulas could not name \(column.heading)")
      }
    }
  }

  @Test func `pay is in a workbook of its own, and there only where the job names a report that shows it`() throws {
    var results = PayFixture.results()
    results.findings.append(Finding(.noPlan, "C001 has work and no plan"))
    let plain = try workbook(results, reports: [.practice, .clinician])
    let beside = try workbook(results, reports: [.practice, .statement])
    let paid = try workbook(results, "compensation.xlsx", reports: [.practice, .statement])
    #expect(plain.sheets.map(\.name) == beside.sheets.map(\.name))
    for name in ["Compensation", "Statements", "Statement tiers", "Balances"] {
      #expect(!beside.sheets.contains { $0.name == name }, "\(name)")
      #expect(paid.sheets.contains { $0.name == name }, "\(name)")
    }
    // The findings are parted too.
    let problem = Problem.noPlan.rawValue
    #expect(try !rows("Findings", beside).values.contains { $0.contains { $0.1 == problem } })
    #expect(try rows("Findings", paid).values.contains { $0.contains { $0.1 == problem } })
    #expect(paid.sheets.first?.name == "Summary" && paid.sheets.last?.name == "Columns")
  }

  @Test func `sheets stand in the order of use`() throws {
    let names = try workbook(GoalFixture.results()).sheets.map(\.name)
    #expect(
      names.prefix(7) == ["Summary", "Clinicians", "Goals", "Months", "Specialties", "Charts", "Findings"], "\(names)")
    #expect(names.last == "Columns")
  }

  @Test func `a sheet with ids has names beside them, and each says in a sentence what it is for`() throws {
    let results = GoalFixture.results()
    for sheet in WorkbookReport.work.sheets(of: results) + WorkbookReport.pay.sheets(of: PayFixture.results()) {
      let names = sheet.columns.map(\.description.name)
      #expect(!names.contains("clinician_id") || sheet.columns.contains { $0.heading == "Name" }, "\(sheet.name)")
      #expect(sheet.about.hasSuffix(".") && !sheet.about.contains("data/") && sheet.about.count > 40, "\(sheet.about)")
    }
    let months = try rows("Months", try workbook(results))
    #expect(months[4]?.prefix(3).map(\.1) == ["Month", "Name", "Clinician id"])
    let first = try #require(results.clinicians.first)
    #expect(months[5]?[1].1 == first.name && months[5]?[2].1 == first.id)
  }

  @Test func `the summary begins with the key figures, as numbers`() throws {
    let results = GoalFixture.results()
    let read = try rows("Summary", try workbook(results))
    func cell(_ label: String) throws -> (SheetReader.Kind, String) {
      // The key figures stand above the list of sheets, in which a label may come again.
      let row = try #require(read.keys.sorted().first { read[$0]?.first?.1 == label })
      return try #require(read[row])[1]
    }
    let benchmark = results.clinicians.reduce(WorkRVU.zero) { $0 + $1.totals.benchmark }
    #expect(try cell("Benchmark wRVUs").0 == .number && cell("Benchmark wRVUs").1 == benchmark.description)
    #expect(try cell("Clinicians").0 == .number)
    #expect(try cell("Clinicians").1 == String(Set(results.clinicians.map(\.id)).count))
    #expect(try cell("Behind target").0 == .number && cell("Behind target").1 == "1")
    let label = try #require(read.first { $0.value.first?.1 == "Key figures" })
    #expect(label.key == 5)
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
    var results = GoalFixture.results()
    results.goals[2].target = .zero
    results.goals[2].expected = .zero
    let workbook = try workbook(results)
    let read = try rows("Goals", workbook)
    let headings = try #require(read[4]).map(\.1)
    func cell(_ heading: String, _ row: Int) throws -> String {
      let column = try #require(headings.firstIndex(of: heading), "\(heading)")
      let cells = try #require(read[row])
      return column < cells.count ? cells[column].1 : ""
    }
    let sheet = try #require(WorkbookReport.work.sheets(of: results).first { $0.name == "Goals" })
    let table = DataTable.goals(of: results)
    for name in ["expected", "pace", "standing", "needed_per_working_day"] {
      let column = try #require(sheet.columns.first { $0.description.name == name })
      guard case .formula = column.content else {
        Issue.record("\(name) is no formula")
        continue
      }
      let source = try #require(table.columns.firstIndex(of: name))
      for (row, values) in table.rows.enumerated() {
        #expect(try cell(column.heading, 5 + row) == values[source].dataText, "\(name) \(row)")
      }
    }
    // 6,300 of 8,400 less 195/261 of them; 3,285 of a target of 0; unknown work.
    #expect(try cell("Ahead or behind", 5) == "24.13794" && cell("Remaining", 5) == "2100")
    #expect(try cell("Ahead or behind", 7) == "3285" && cell("Standing", 7) == "target of 0")
    #expect(try cell("Ahead or behind", 8) == "" && cell("Remaining", 8) == "")
    #expect(try cell("Not known", 8) == "the logs begin at 2026-08-01")
  }

  @Test func `all that follows a changed target is a formula of it, and there is one place for targets`() throws {
    let sheet = try #require(WorkbookReport.work.sheets(of: GoalFixture.results()).first { $0.name == "Goals" })
    let own = sheet.reference(GoalFormulas.target)
    var resting: Set<String> = [GoalFormulas.target]
    for _ in sheet.columns {
      for column in sheet.columns {
        guard case .formula(let formula, _) = column.content else { continue }
        if resting.contains(where: { formula.contains(sheet.reference($0)) }) { resting.insert(column.heading) }
      }
    }
    #expect(
      resting == [
        GoalFormulas.target, "Expected by now", "Ahead or behind", "Pace", "Standing", "Remaining",
        "Needed per working day", "Year end less target",
      ])
    for column in sheet.columns {
      guard case .formula(let formula, let values) = column.content else { continue }
      #expect(formula.hasPrefix("=IF(") && values.count == sheet.rowCount && formula.count < 8_192)
      // Every name in it is a column of the sheet.
      for part in formula.split(separator: "[#This Row],[").dropFirst() {
        let heading = String(part.prefix { $0 != "]" })
        #expect(sheet.columns.contains { $0.heading == heading }, "\(heading)")
      }
    }
    #expect(sheet.columns.contains { $0.isYours } && !own.isEmpty)
    let clinicians = { (results: RunResults) in
      WorkbookReport.work.sheets(of: results).first { $0.name == "Clinicians" }?.columns.map(\.heading) ?? []
    }
    #expect(!clinicians(GoalFixture.results()).contains("Target wRVUs (yours to fill)"))
    #expect(clinicians(PracticeFixture.results()).contains("Target wRVUs (yours to fill)"))
  }
}
