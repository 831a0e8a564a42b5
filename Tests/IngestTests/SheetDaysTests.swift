import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// Days that a workbook keeps as numbers.
@Suite struct SheetDaysTests {
  private func workbook(_ cells: [SmallWorkbook.Cell], countsFrom1904: Bool = false) -> [UInt8] {
    var made = SmallWorkbook([["clinician_id", "service_date", "code"]] + cells.map { ["C1", $0, "99214"] })
    if countsFrom1904 {
      made.parts["xl/workbook.xml"] =
        "<workbook xmlns:r=\"o\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"a\" r:id=\"r0\"/></sheets></workbook>"
    }
    return made.bytes
  }

  private func styled(_ style: Int, _ number: String) -> SmallWorkbook.Cell {
    .xml("<c r=\"REF\" s=\"\(style)\"><v>\(number)</v></c>")
  }

  private func days(_ log: ReadLog) -> [String] {
    log.lines.map { CalendarDate(daysSinceEpoch: $0.serviceDay).description }
  }

  @Test func `a number that its style shows as a day is that day in either epoch, without a map`() throws {
    let cells = [styled(1, "45936"), styled(2, "45936.75"), "2025-10-06"]
    #expect(days(try ReadLog(workbook(cells))) == Array(repeating: "2025-10-06", count: 3))
    let older = [styled(1, "44474"), styled(2, "44474.5"), "2025-10-06"]
    #expect(days(try ReadLog(workbook(older, countsFrom1904: true))) == Array(repeating: "2025-10-06", count: 3))
  }

  @Test func `a number in another style, a time, an error or a small number is no day`() throws {
    let cells: [SmallWorkbook.Cell] = [
      .number("45936"), styled(3, "0.5"), styled(1, "12"), styled(1, "-45936"),
      .xml("<c r=\"REF\" t=\"b\"><v>1</v></c>"),
      .xml("<c r=\"REF\" t=\"e\"><v>#VALUE!</v></c>"), styled(1, "1E300"),
    ]
    let log = try ReadLog(workbook(cells))
    var problems = [Problem](repeating: .impossibleDate, count: cells.count)
    problems[5] = .missingValue
    #expect(log.lines.isEmpty && log.rejections.map(\.problem) == problems)
    #expect(log.rejections.map(\.position?.line) == Array(2...cells.count + 1))
  }

  @Test func `where the map says that days are counted, any number is one, in the workbook's epoch`() throws {
    let map = try ColumnMapFile.read(
      Array(
        "map: m\ndates: excel\ncolumns: {clinician_id: clinician_id, service_date: {first: [service_date, x]}, code: code}\n"
          .utf8), file: "map.yaml")
    var plain = ColumnMap.standard
    plain.dates = .serial
    for map in [map, plain] {
      #expect(days(try ReadLog(workbook([.number("45936"), "45936"]), map: map)) == ["2025-10-06", "2025-10-06"])
      #expect(days(try ReadLog(workbook([.number("44474")], countsFrom1904: true), map: map)) == ["2025-10-06"])
    }
  }
}
