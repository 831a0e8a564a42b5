import Foundation
import TestSupport
import Testing

@testable import Tabular

/// Excel workbooks, cell by cell.
@Suite struct WorkbookTests {
  /// All rows of a sheet: their numbers and texts.
  private func rows(_ workbook: Workbook, _ sheet: Int = 0) throws -> [(line: Int, texts: [String])] {
    var reader = try workbook.reader(of: workbook.sheets[sheet])
    var result: [(Int, [String])] = []
    while try reader.next() { result.append((reader.line, reader.texts())) }
    return result
  }

  private func failure(_ workbook: SmallWorkbook) -> String? {
    do {
      _ = try rows(try Workbook(workbook.bytes))
      return nil
    } catch {
      return (error as? FormFailure)?.message ?? "\(error)"
    }
  }

  @Test func `cells stand where their references say, whatever is left out`() throws {
    let workbook = try Workbook(
      SmallWorkbook([["a", "", "c"], [], [.empty, .number("2.50"), .xml("<c r=\"REF\" s=\"1\"/>")]]).bytes)
    let found = try rows(workbook)
    #expect(found.map(\.line) == [1, 2, 3])
    #expect(found.map(\.texts) == [["a", "", "c"], [], ["", "2.50"]])
  }

  @Test func `cells and rows without references follow one another`() throws {
    var made = SmallWorkbook([["x"]])
    made.parts["xl/worksheets/part1.xml"] =
      "<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c><c><v>4</v></c></row>"
      + "<row><c><v>5</v></c></row></sheetData></worksheet>"
    let found = try rows(try Workbook(made.bytes))
    #expect(found.map(\.line) == [1, 5, 6])
    #expect(found.map(\.texts) == [["1", "2"], ["", "", "3", "4"], ["5"]])
  }

  @Test func `elements and attributes have any prefix, and what says what one stands for is none of them`() throws {
    var made = SmallWorkbook([["x"]])
    made.parts["xl/worksheets/part1.xml"] =
      "<x:worksheet xmlns:x=\"o\" xmlns=\"p\"><x:sheetData xmlns:r=\"7\"><x:row xmlns:r=\"9\" x:r=\"2\">"
      + "<x:c xmlns:r=\"A9\" xmlns:t=\"s\" xmlns:s=\"t\" r=\"B2\"><x:v>1</x:v></x:c>"
      + "<c xmlns:r=\"A1\" t=\"str\"><v>b</v></c></x:row></x:sheetData></x:worksheet>"
    let found = try rows(try Workbook(made.bytes))
    #expect(found.map(\.line) == [2])
    #expect(found.map(\.texts) == [["", "1", "b"]])
  }

  @Test func `texts are shared, inline, of several runs, escaped, and without how they are spoken`() throws {
    var made = SmallWorkbook([
      [
        "shared & <more>", .xml("<c r=\"REF\" t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c>"),
        .xml("<c r=\"REF\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>"), "end_x001A_", "not_x00_", "é",
      ]
    ])
    #expect(
      try rows(try Workbook(made.bytes))[0].texts
        == ["shared & <more>", "inline", "ab", "end\u{1A}", "not_x00_", "é"])
    made.parts["xl/sharedStrings.xml"] =
      "<sst><si><r><t>two </t></r><r><rPr><b/></rPr><t>runs</t></r><rPh><t>spoken</t></rPh></si>"
      + String(repeating: "<si><t/></si>", count: 3) + "</sst>"
    #expect(try rows(try Workbook(made.bytes))[0].texts[0] == "two runs")
  }

  /// What a cell's number is read as.
  private func read(_ numbers: [String]) throws -> [String] {
    try rows(try Workbook(SmallWorkbook([numbers.map { .number($0) }]).bytes))[0].texts
  }

  @Test func `numbers are as written, with their exponent written out`() throws {
    let texts = ["0.869", "9.01E-2", "1.5E3", "-2.5e-1", "12E1", "0", "1E300", "1234567890123456789", "12.50"]
    #expect(
      try read(texts) == ["0.869", "0.0901", "1500", "-0.25", "120", "0", "1E300", "1234567890123456789", "12.50"])
  }

  /// As Excel and other programs write binary fractions.
  @Test(arguments: [
    ("730.17999999999995", "730.18"), ("730.1799999999999", "730.18"), ("0.86899999999999999", "0.869"),
    ("9.0000000000000011E-2", "0.09"), ("-165.40000000000001", "-165.4"), ("99.999999999999995", "100"),
    ("9.9999999999999995E-2", "0.1"), ("0.30000000000000004", "0.3"), ("123456789.01234567", "123456789.012346"),
    ("1.0000000000000001E-7", "0.0000001"), ("999999999999999.9", "1000000000000000"),
    // No more digits than are kept, and those of a number that is as large as they are.
    ("0.123456789012345", "0.123456789012345"), ("1234567890123456.5", "1234567890123456.5"),
  ])
  func `a fraction has the digits that spreadsheets keep`(text: String, expected: String) throws {
    #expect(try read([text]) == [expected])
  }

  @Test func `every amount in cents is itself, however its fraction is written out`() throws {
    var generator = SplitMix64(seed: 26)
    let cents = (0..<2_000).map { _ in Int.random(in: 0...100_000_000, using: &generator) }
    func text(_ cents: Int) -> String { "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)" }
    let long = cents.map { String(format: "%.17g", Double($0) / 100) }
    let read = try read(long)
    for (index, amount) in cents.enumerated() where Double(read[index]) != Double(text(amount)) {
      Issue.record("seed 26: \(long[index]) is read as \(read[index])")
    }
    #expect(read.allSatisfy { ($0.split(separator: ".").dropFirst().first?.count ?? 0) <= 2 })
  }

  @Test func `a formula whose result was not saved is no blank`() throws {
    let workbook = try Workbook(
      SmallWorkbook([
        [
          .xml("<c r=\"REF\"><f>2+2</f><v></v></c>"), .xml("<c r=\"REF\"><f>2+2</f></c>"),
          .xml("<c r=\"REF\"><f>2+2</f><v>4</v></c>"), .xml("<c r=\"REF\" t=\"str\"><f>\"\"</f><v></v></c>"),
          .xml("<c r=\"REF\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"), .number("1"),
        ], [.number("1")],
      ]).bytes)
    var reader = try workbook.reader(of: workbook.sheets[0])
    #expect(try reader.next() && reader.hasFlaw)
    let flaws = (0..<6).map { reader.flaw(of: $0)?.what }
    #expect(
      flaws == [
        "a formula without a result", "a formula without a result", nil, nil, "the spreadsheet error #DIV/0!", nil,
      ])
    #expect(try reader.next() && !reader.hasFlaw)
  }

  @Test func `kinds, styles and values are known`() throws {
    let workbook = try Workbook(
      SmallWorkbook([
        [
          .number("1"), "text", .xml("<c r=\"REF\" t=\"b\"><v>1</v></c>"), .xml("<c r=\"REF\" t=\"b\"><v>0</v></c>"),
          .xml("<c r=\"REF\" t=\"e\"><v>#N/A</v></c>"), .empty, .xml("<c r=\"REF\" s=\"1\"><v>45000</v></c>"),
          .xml("<c r=\"REF\" s=\"2\"><v>45000</v></c>"), .xml("<c r=\"REF\" s=\"3\"><v>0.5</v></c>"),
        ]
      ]).bytes)
    var reader = try workbook.reader(of: workbook.sheets[0])
    #expect(try reader.next())
    #expect(reader.texts() == ["1", "text", "TRUE", "FALSE", "#N/A", "", "45000", "45000", "0.5"])
    let kinds = [SheetReader.Kind.number, .text, .boolean, .boolean, .error, .empty, .number, .number, .number]
    for (index, kind) in kinds.enumerated() { #expect(reader.kind(of: index) == kind) }
    #expect(reader.number(8) == 0.5 && reader.number(1) == nil)
    let styles = (0..<9).map { reader.dateStyle($0) }
    #expect(styles == [nil, nil, nil, nil, nil, nil, .day, .day, .time])
    #expect(workbook.countsFrom1904 == false)
    #expect(reader.isNumber(0) && !reader.isNumber(1))
    #expect(reader.fault(expecting: 9) == nil && reader.fault(expecting: 8) == "has 9 cells where the header has 8")
  }

  @Test(
    arguments: [
      ("yyyy-mm-dd", DateStyle.day), ("[$-409]d/m/yy h:mm AM/PM", .dayAndTime), ("mm:ss.0", .time), ("[h]:mm", .time),
      ("0.00", nil), ("#,##0;[Red]-#,##0", nil), ("0 \"days\"", nil), ("General", nil), ("mmm", .day),
    ] as [(String, DateStyle?)])
  func `a format code shows a day, a time or a number`(_ code: String, _ style: DateStyle?) {
    #expect(DateStyle(formatCode: code) == style)
  }

  @Test func `sheets have names, may be hidden, and stand in the order of their tabs`() throws {
    let made = SmallWorkbook([.init("Read me", [["first"]]), .init("Old", isHidden: true, [["second"]])])
    let workbook = try Workbook(made.bytes)
    #expect(workbook.sheets.map(\.name) == ["Read me", "Old"])
    #expect(workbook.sheets.map(\.isHidden) == [false, true])
    #expect(try rows(workbook, 0)[0].texts == ["first"])
    #expect(try rows(workbook, 1)[0].texts == ["second"])
  }

  @Test func `days may count from 1904`() throws {
    var made = SmallWorkbook([["x"]])
    made.parts["xl/workbook.xml"] =
      "<workbook xmlns:r=\"o\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"a\" r:id=\"r0\"/></sheets></workbook>"
    #expect(try Workbook(made.bytes).countsFrom1904)
  }

  @Test func `rows of many pieces are read whole`() throws {
    let cells = (0..<40).map { SmallWorkbook.Cell.xml("<c r=\"REF\" t=\"str\"><v>cell \($0) of some length</v></c>") }
    let made = SmallWorkbook((0..<3_000).map { [.number("\($0)")] + cells })
    let found = try rows(try Workbook(made.bytes))
    #expect(found.count == 3_000)
    for (number, row) in found.enumerated()
    where row.texts[0] != "\(number)" || row.texts[40] != "cell 39 of some length" {
      Issue.record("row \(number) is \(row.texts)")
    }
  }

  @Test(arguments: [
    ("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>", "declares a document type"),
    ("<worksheet><sheetData><row>", "is not sound XML"),
    ("<worksheet><sheetData><row r=\"2\"/><row r=\"1\"/></sheetData></worksheet>", "rows that are out of order"),
    ("<worksheet><sheetData><row r=\"0\"/></sheetData></worksheet>", "rows that are out of order"),
    (
      "<worksheet><sheetData><row><c r=\"B1\"/><c r=\"A1\"/></row></sheetData></worksheet>",
      "cells that are out of order"
    ),
    ("<worksheet><sheetData><row><c r=\"ZZZZZ1\"/></row></sheetData></worksheet>", "cells that are out of order"),
    ("<worksheet><sheetData><row><c t=\"s\"><v>9</v></c></row></sheetData></worksheet>", "that the workbook lacks"),
    ("<worksheet><sheetData><row><c t=\"s\"><v>-1</v></c></row></sheetData></worksheet>", "that the workbook lacks"),
    ("<worksheet><sheetData><row><c t=\"q\"><v>9</v></c></row></sheetData></worksheet>", "of an unknown type"),
  ])
  func `a broken sheet is refused`(_ xml: String, _ message: String) throws {
    var made = SmallWorkbook([["x"]])
    made.parts["xl/worksheets/part1.xml"] = xml
    let found = try #require(failure(made))
    #expect(found.contains(message), "\(found)")
  }

  @Test func `a document type in any part is refused`() throws {
    for part in ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels"] {
      var made = SmallWorkbook([["x"]])
      made.parts[part] = "<!DOCTYPE x><x/>"
      #expect(try #require(failure(made)).contains("declares a document type"), "\(part)")
    }
  }

  @Test func `a zip file that is no workbook, and a workbook that is cut off, are refused`() {
    #expect(throws: FormFailure.self) { try Workbook(StoredZip.bytes([("one.csv", [1])])) }
    #expect(throws: FormFailure.self) { try Workbook(Array(SmallWorkbook([["x"]]).bytes.dropLast(40))) }
    #expect(throws: FormFailure.self) { try Workbook(SmallWorkbook([["x"]]).bytes, limit: 500) }
  }
}
