import Tabular
import TestSupport
import Testing

@testable import Ingest

/// How a log's dialect and encoding are found.
@Suite struct DialectSearchTests {
  /// Records whose cells have every mark in them.
  private static let rows: [[String]] =
    [["line_id", "clinician_id", "specialty", "service_date", "code", "charge", "comment"]]
    + (1...6).map {
      [
        "L\($0)", "C-1", "Médecine; interne, a|", "2026-01-0\($0)", "99214", "1,250.50",
        "5\" tall, O'Hara\t\\ \n'q'",
      ]
    }

  /// The rows in a dialect, each cell in quotes.
  private func text(_ dialect: TextDialect, lineEnd: String) -> String {
    let quote = dialect.quote == .single ? "'" : "\""
    let delimiter = String(UnicodeScalar(dialect.delimiter))
    return Self.rows.map { row in
      row.map { cell in
        let inner =
          dialect.escape == .doubled
          ? cell.replacing(quote, with: quote + quote)
          : cell.replacing("\\", with: "\\\\").replacing(quote, with: "\\" + quote)
        return quote + inner + quote
      }
      .joined(separator: delimiter) + lineEnd
    }
    .joined()
  }

  @Test(arguments: Array(",\t;|".utf8), [TextDialect.Quote.double, .single])
  func `every delimiter, quote, escape, line end and encoding is found together`(
    delimiter: UInt8, quote: TextDialect.Quote
  ) throws {
    let plain = TextForm()
    let twin = try ReadLog(plain.bytes(Self.rows.map { plain.row($0) + "\n" }.joined()))
    #expect(twin.lines.count == 6 && twin.rejections.isEmpty)
    for escape in TextDialect.Escape.allCases {
      let dialect = TextDialect(delimiter: delimiter, quote: quote, escape: escape)
      for lineEnd in ["\n", "\r\n", "\r"] {
        let text = text(dialect, lineEnd: lineEnd)
        #expect(DialectSearch.dialect(Array(text.utf8), .standard) == dialect)
        for encoding in TextForm.Encoding.allCases {
          let log = try ReadLog(TextForm(encoding: encoding).bytes(text))
          #expect(log.contents == twin.contents, "\(dialect) \(lineEnd.debugDescription) \(encoding): \(log.told)")
        }
      }
    }
  }

  @Test func `a cell in quotes of the other kind does not turn the dialect`() throws {
    let header = "line_id,clinician_id,specialty,service_date,code\n"
    let rows = (1...5).map { "L\($0),C-1,\"Cardiology\",2026-01-0\($0),99214\n" }.joined()
    let log = try ReadLog(header + "L0,C-1,'Cardiology',2026-01-05,99214\n" + rows)
    #expect(log.lines.count == 6 && log.dictionaries.specialties.text(1) == "Cardiology")
    #expect(log.dictionaries.specialties.text(0) == "'Cardiology'")
  }

  @Test func `what a map states is not looked for`() throws {
    var map = ColumnMap.standard
    map.quote = TextDialect.Quote.none
    map.delimiter = UInt8(ascii: "~")
    let log = try ReadLog("clinician_id~specialty~service_date~code\nC1~\"Family~2026-01-05~99214\n", map: map)
    #expect(log.lines.count == 1 && log.dictionaries.specialties.text(0) == "\"Family")
    var windows = ColumnMap.standard
    windows.encoding = .windows1252
    let bytes =
      Array("clinician_id,specialty,service_date,code\nC1,M".utf8) + [0xC3, 0xA9] + Array(",2026-01-05,99214\n".utf8)
    #expect(try ReadLog(bytes, map: windows).dictionaries.specialties.text(0) == "MÃ©")
  }

  @Test(arguments: [1, 4_096, .max], [0, 65_400, 65_530, 70_000, 300_000])
  func `text that is ASCII at first is judged where it stops to be, wherever that is`(piece: Int, size: Int) throws {
    if piece == 1, size > 100_000 { return }
    let header = "clinician_id,specialty,service_date,code,comment\n"
    let start = header + "C1,Family,2026-01-05,99214," + String(repeating: "x", count: min(size, 60_000)) + "\n"
    let more = String(repeating: "C1,Family,2026-01-05,99214,\n", count: max(0, size - 60_000) / 28)
    let rows = "C1,Médecine,2026-01-05,99214,\nC1,Chirurgie générale,2026-01-06,99213,\n"
    let utf8 = try ReadLog(start + more + rows, piece: piece)
    let windows = try ReadLog(TextForm(encoding: .windows1252).bytes(start + more + rows), piece: piece)
    #expect(utf8.rejections.isEmpty && windows.rejections.isEmpty)
    #expect(utf8.dictionaries.specialties.text(2) == "Chirurgie générale")
    #expect(windows.lines.count == utf8.lines.count && windows.contents.suffix(3) == utf8.contents.suffix(3))
  }

  @Test func `a comma that may be a decimal one is no number between semicolons, and is read elsewhere`() throws {
    func log(_ mark: String, _ charge: String) throws -> ReadLog {
      try ReadLog(
        "clinician_id\(mark)service_date\(mark)code\(mark)charge\nC1\(mark)2026-01-05\(mark)99214\(mark)\(charge)\n")
    }
    for charge in ["12,50", "1,250", "-1,250", "1.250,50"] {
      #expect(try log(";", charge).rejections.map(\.problem) == [.notANumber], "\(charge)")
    }
    #expect(try log(";", "1,250").told.contains("whose comma may be a decimal one"))
    for mark in [";", "\t", "|"] { #expect(try log(mark, "1,250.50").lines.map(\.charge) == [125_050]) }
    #expect(try log("\t", "1,250").lines.map(\.charge) == [125_000])
  }
}
