import TestSupport
import Testing
import Threads

@testable import Tabular

/// A sheet is parsed ahead of its reader, on another thread.
@Suite struct SheetParsingTests {
  /// The rows that a reader gives until it ends, or until what it throws.
  private static func read(_ bytes: [UInt8], threads: Int, most: Int = .max) throws -> (rows: [[String]], end: String) {
    try Workers.using(threads) {
      let workbook = try Workbook(bytes)
      var reader = try workbook.reader(of: workbook.sheets[0])
      var rows: [[String]] = []
      do {
        while rows.count < most, try reader.next() { rows.append(["\(reader.line)"] + reader.texts()) }
        return (rows, "end")
      } catch {
        // Who asks again is told again, and gets no rows.
        #expect(throws: FormFailure.self) { try reader.next() }
        return (rows, (error as? FormFailure)?.message ?? "\(error)")
      }
    }
  }

  /// A sheet of so many rows, of about 4 KB each.
  private static func sheet(rows: Int, then ending: String = "</sheetData></worksheet>") -> [UInt8] {
    var made = SmallWorkbook([["x"]])
    let filler = String(repeating: "text ", count: 40)
    var xml = "<worksheet><sheetData>"
    for row in 1...rows {
      xml += "<row r=\"\(row)\">"
      for cell in 0..<18 { xml += "<c t=\"str\"><v>\(filler)\(row) \(cell)</v></c>" }
      xml += "<c t=\"s\"><v>0</v></c><c/><c><v>\(row)</v></c></row>"
    }
    made.parts["xl/worksheets/part1.xml"] = xml + ending
    return made.bytes
  }

  @Test func `all rows come in their order, whatever parses them`() throws {
    let bytes = Self.sheet(rows: 700)
    let one = try Self.read(bytes, threads: 1)
    let two = try Self.read(bytes, threads: 2)
    #expect(one.rows == two.rows)
    #expect(one.rows.count == 700 && one.end == "end" && two.end == "end")
    for (index, row) in one.rows.enumerated()
    where row[0] != "\(index + 1)" || row.last != "\(index + 1)" || row[19] != "x" {
      Issue.record("row \(index + 1) is \(row)")
    }
  }

  @Test(arguments: [1, 7, 8, 60, 300])
  func `what is broken is told at its place, after the same rows`(rows: Int) throws {
    let bytes = Self.sheet(rows: rows, then: "<row r=\"1\"/></sheetData></worksheet>")
    let one = try Self.read(bytes, threads: 1)
    let two = try Self.read(bytes, threads: 2)
    #expect(one.rows == two.rows)
    #expect(one.end == two.end && one.end.contains("rows that are out of order"))
    // The piece of XML in which it shows has up to eight rows before it.
    #expect(one.rows.count >= rows - 9 && one.rows.count <= rows)
  }

  @Test func `a reader that stops early leaves the workbook to the next`() throws {
    let workbook = try Workbook(Self.sheet(rows: 400))
    try Workers.using(2) {
      for most in [1, 30, 90, 200] {
        var reader = try workbook.reader(of: workbook.sheets[0])
        for row in 1...most {
          #expect(try reader.next())
          #expect(reader.line == row)
        }
      }
    }
  }
}
