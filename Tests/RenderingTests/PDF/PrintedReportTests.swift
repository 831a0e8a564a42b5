import Benchmarking
import Foundation
import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Rendering

@Suite struct `A report on paper` {
  private static let results = PracticeFixture.results()

  static func print(_ report: Report, on paper: PaperSize = .letter, by typesetter: Typesetter = Typesetter()) throws
    -> PrintedFile
  {
    try PrintedFile(bytes(of: report, on: paper, by: typesetter))
  }

  static func bytes(of report: Report, on paper: PaperSize = .letter, by typesetter: Typesetter = Typesetter()) throws
    -> [UInt8]
  {
    try ReportPDF(typesetter: typesetter, paper: paper, generator: "rvubench 0.1.0", date: "2026-09-30")
      .file(of: report).bytes
  }

  static func report(_ title: String = "A title", layout: Report.Layout = .pages, sections: [ReportSection]) -> Report {
    Report(address: .practice, title: title, subtitle: "A subtitle", layout: layout, sections: sections, from: results)
  }

  private static var kinds: [ReportKind] { ReportKind.allCases.filter { !$0.showsPay } }

  @Test(arguments: kinds) func `holds every number of its tables and figures, as often as they do`(
    kind: ReportKind
  ) throws {
    for report in kind.report.reports(of: Self.results) {
      var wanted: [String: Int] = [:]
      for value in Self.values(of: report.sections.flatMap(\.blocks)) where value.isNumeric {
        if case .notAvailable = value { continue }
        for word in value.text.split(separator: " ") { wanted[String(word), default: 0] += 1 }
      }
      let found = try Self.print(report).words
      for (word, count) in wanted where found[word, default: 0] < count {
        Issue.record(
          "\(report.title): \(word) is \(found[word, default: 0]) times there, and \(count) times in the report")
      }
      #expect(!wanted.isEmpty)
    }
  }

  private static func values(of blocks: [ReportBlock]) -> [CellValue] {
    blocks.flatMap { block -> [CellValue] in
      switch block {
      case .table(let table): (table.groups.flatMap(\.rows) + [table.totals]).flatMap { $0 }.map(\.value)
      case .figures(let figures): figures.map(\.value)
      case .columns(let columns): columns.flatMap(values)
      default: []
      }
    }
  }

  @Test(arguments: PaperSize.allCases) func `has the size of the paper, and every font in it`(paper: PaperSize) throws {
    let report = try #require(PracticeReport.reports(of: Self.results).first)
    let file = try Self.print(report, on: paper)
    #expect(try file.fact("Page size") == (paper == .letter ? "612 x 792 pts (letter)" : "595.28 x 841.89 pts (A4)"))
    let fonts = try file.asked("pdffonts file.pdf").split(separator: "\n").dropFirst(2)
    #expect(fonts.count >= 3)
    for font in fonts {
      // Name, type, encoding, embedded, subset, with its characters, object.
      let columns = font.split(separator: " ").suffix(5).map(String.init)
      #expect(Array(columns.prefix(3)) == ["yes", "yes", "yes"], "\(font)")
    }
    #expect(try file.asked("pdffonts file.pdf").contains("+Inter-"))
  }

  @Test func `says what it is, of which day, and in which structure`() throws {
    let report = try #require(ClinicianReport.reports(of: Self.results).first)
    let file = try Self.print(report)
    #expect(try file.fact("Title") == "\(report.title) · \(report.practice)")
    #expect(try file.fact("Author") == report.practice)
    #expect(try file.fact("Creator") == "rvubench 0.1.0")
    #expect(try file.asked("TZ=UTC pdfinfo file.pdf").contains("Wed Sep 30 00:00:00 2026"))
    #expect(try file.fact("Tagged") == "yes")
    let structure = try file.asked("pdfinfo -struct file.pdf")
    for element in ["H1", "H2", "Table", "TR", "TH", "TD", "Caption", "Figure", "P"] {
      #expect(structure.contains(element), "\(element)")
    }
  }

  @Test func `is the same bytes twice, whatever was set before`() throws {
    let reports = ClinicianReport.reports(of: Self.results) + SpecialtyReport.reports(of: Self.results)
    let fresh = try reports.map { try Self.bytes(of: $0) }
    let used = Typesetter()
    #expect(try reports.reversed().map { try Self.bytes(of: $0, by: used) }.reversed() == fresh)
  }

  @Test func `has each row of a long table once, and the table's head on each page`() throws {
    let rows = (0..<300).map { [Cell(.text("Row-\($0)")), Cell(.integer(700_000 + $0))] }
    let report = Self.report(sections: [
      ReportSection(
        "Long",
        [.table(ReportTable("Many rows", columns: [.words("Headword"), .numbers("Count")], rows: rows))])
    ])
    let file = try Self.print(report)
    let words = try file.words
    for row in 0..<300 { #expect(words["Row-\(row)"] == 1, "\(row)") }
    #expect(try file.pageCount > 3)
    #expect(words["Long"] == 1)
    let pages = try file.text.split(separator: "\u{C}")
    for (number, page) in pages.enumerated() {
      #expect(page.contains("Page \(number + 1) of \(pages.count)"))
      let rows = page.split(separator: "\n").count { $0.hasPrefix("Row-") }
      #expect(rows != 1, "page \(number + 1)")
      #expect(page.split(whereSeparator: \.isWhitespace).count { $0 == "Headword" } == (rows > 0 ? 1 : 0))
    }
  }

  @Test func `never ends a page with a heading and what introduces the rows under it`() throws {
    let table = ReportTable(
      "Rows", columns: [.words("Row"), .numbers("Count")],
      rows: (0..<12).map { [Cell(.text("Row-\($0)")), Cell(.integer($0))] })
    for lines in 30..<60 {
      let report = Self.report(sections: [
        ReportSection(
          "Section",
          (0..<lines).map { .paragraph("Line-\($0).") }
            + [.heading("Heading"), .paragraph("Introduction."), .table(table)])
      ])
      let pages = try Self.print(report).text.split(separator: "\u{C}")
      let page = try #require(pages.first { $0.contains("Heading") })
      #expect(page.contains("Introduction.") && page.contains("Row-1"), "\(lines)")
    }
  }

  @Test func `fits on one page where it is for one page, and goes on where it cannot`() throws {
    func dense(_ rows: Int) -> Report {
      let cells = (0..<rows).map { [Cell(.text("Row-\($0)")), Cell(.integer($0)), Cell(.integer($0))] }
      let table = ReportTable("Rows", columns: [.words("Row"), .numbers("One"), .numbers("Two")], rows: cells)
      return Self.report(
        layout: .onePage,
        sections: [ReportSection("First", [.columns([[.table(table)], [.paragraph("Beside it."), .table(table)]])])])
    }
    for rows in [5, 20, 35, 44] { #expect(try Self.print(dense(rows)).pageCount == 1, "\(rows)") }
    let long = try Self.print(dense(120))
    #expect(try long.pageCount > 1)
    let words = try long.words
    for row in 0..<120 { #expect(words["Row-\(row)"] == 2, "\(row)") }
  }

  @Test(arguments: [0, 0.3, 0.8, 1]) func `is never set in type that is too small to read`(tightness: Double) {
    let style = PrintStyle.dense(tightness)
    for text in [
      style.title, style.subtitle, style.period, style.summary, style.section, style.heading, style.body, style.note,
      style.small, style.caption, style.table, style.tableSmall, style.label, style.value, style.statement,
    ] { #expect(text.size >= PrintStyle.smallest && text.leading >= text.size * 1.1) }
  }

  @Test func `turns a page for a table that is too wide for it, and turns back`() throws {
    let columns = (0..<17).map { ReportTable.Column.numbers("Quantity-\($0)") }
    let row = (0..<17).map { Cell(.workRVU(WorkRVU(millionths: 1_234_567_000_000 + Int64($0) * 10_000))) }
    let report = Self.report(sections: [
      ReportSection("Wide", [.table(ReportTable("Wide", columns: columns, rows: [row, row]))]),
      ReportSection("After", [.paragraph("Upright again.")]),
    ])
    let file = try Self.print(report)
    let sizes = try file.asked("pdfinfo -f 1 -l 99 file.pdf").split(separator: "\n")
      .filter { $0.hasPrefix("Page ") && $0.contains(" size:") }.map { $0.contains("792 x 612") }
    let pages = try file.text
    #expect(sizes == [false, true, false], "\(pages)")
    #expect(try file.words.filter { $0.key.hasPrefix("1,234,567.") }.values.reduce(0, +) == 34)
  }

  @Test(arguments: [
    "שרה כהן", "محمد العربي", "王小明", "山田太郎", "Ελένη Παππά", "Иван Петров", "Nguyễn Thị Hồng Nhung",
    "Zoë O'Brien-Łukasz",
  ]) func `keeps a name in any script`(name: String) throws {
    let file = try Self.print(Self.report(name, sections: [ReportSection("One", [.paragraph("By \(name).")])]))
    // In the order of reading: letters that run from right to left are painted one by one.
    let text = try file.asked("pdftotext file.pdf -")
    // A reader may take Arabic letters by their shapes, and right-to-left words with marks of direction.
    let plain = text.precomposedStringWithCompatibilityMapping.replacing(
      #/[\u{202A}-\u{202E}\u{200E}\u{200F}]/#, with: "")
    #expect(plain.contains(name.precomposedStringWithCompatibilityMapping), "\(text)")
  }

  @Test(arguments: [
    "<b>Bold</b> & <i>x</i>", "%s %n $(x) `rm`", "a'b\"c\\d)(", "name='r' dest='x'", "(nested (paren",
  ]) func `takes no text for markup`(name: String) throws {
    let report = Self.report(
      name,
      sections: [
        ReportSection(
          name,
          [
            .note(ReportNote(.caution, name)),
            .table(ReportTable(name, columns: [.words(name)], rows: [[Cell(.literal(name))]])),
          ])
      ])
    let file = try Self.print(report)
    #expect(try file.text.split(separator: "\n").count { $0.contains(name) } >= 4)
    #expect(try file.fact("Title")?.contains(name) == true)
  }

  @Test func `shows control characters as such, and ends no line by them`() throws {
    let text = try Self.print(Self.report("A\u{0}B\u{1B}[31mC\u{202E}D\nE", sections: [])).text
    #expect(text.contains("A\u{FFFD}B\u{FFFD}[31mC\u{FFFD}D E"))
  }

  @Test func `loses nothing of a very long name, in a title or in a cell`() throws {
    let name = (0..<60).map { "Longname\($0)" }.joined(separator: "-")
    let table = ReportTable(
      "Names", columns: [.words("Name"), .numbers("Count")], rows: [[Cell(.text(name)), Cell(.integer(81_234))]])
    let text = try Self.print(Self.report(name, sections: [ReportSection("One", [.table(table)])])).text
      .filter { !$0.isWhitespace }
    #expect(text.ranges(of: name.filter { !$0.isWhitespace }).count >= 2)
    #expect(text.contains("81,234"))
  }
}
