import Tabular
import TestSupport
import Testing

@testable import Ingest

@Suite struct `Rows that are no records` {
  /// Texts that are part of a header, a total or a record, or are nearly so, and odd ones.
  private static let cells = [
    "", " ", "\t", "Line ID", "line id", "LINE  ID", "Clinician", "clinician ", "Date", "date", "Ê", "é", "e\u{301}",
    "\u{212A}ey", "key", "Key", "Total", "TOTALS", "total:", "totally", "Grand Total", "Sum", "summer", "12 rows)",
    "x rows)",
    "7 records", "subtotal", "My Subtotal", "---", "--", "====", "*_*", "Adjustments of May", "adjust", "2025-01-31",
    "99213", "45.2", "T\u{301}otal", "\u{A0}", "\u{A0}Total", "Total\u{A0}", "\u{FEFF}Line ID", "Smith, John", "a", "s",
    "l",
    "Page 1", "pager", "éTotal", "ligne", "5", "0",
  ]

  private static func others(_ header: [[String]], skip: [String]) -> OtherRows {
    var map = ColumnMap.standard
    map.skip = skip
    return OtherRows(LogHeader(header, line: 1), rowsAbove: 0, map: map, file: "log.csv")
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `are the same whether a few bytes are asked first or all texts`(seed: UInt64) throws {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    let headers = [
      [["Line ID", "Clinician", "Date", "Total"]], [["Ê", "\u{212A}ey", "", "Sum"]],
      [["Line", "", "Date", ""], ["ID", "Clinician", "", "Total"]],
    ]
    var found = [OtherRows.Kind?: Int]()
    for header in headers {
      for skip in [[], ["adjustments*", "éTotal", "45.2"]] {
        let others = Self.others(header, skip: skip)
        for _ in 0..<4_000 {
          let count = Int.random(in: 1...5, using: &random)
          var texts = (0..<count).map { _ in Self.cells.randomElement(using: &random) ?? "" }
          // Rows that are wholly a header, in some spelling.
          if random.next() % 10 == 0 { texts = header[0].map { random.next() % 2 == 0 ? $0.uppercased() : $0 } }
          var writer = DelimitedWriter()
          writer.record(texts)
          var reader = DelimitedReader(MemorySource(writer.bytes))
          guard try reader.next() else { continue }
          let all = others.kind(of: (0..<reader.fieldCount).map { reader.text($0).trimmed })
          #expect(others.kind(of: reader) == all, "seed \(seed): \(texts)")
          #expect(others.isHeader(reader) == others.isHeader(reader.texts().map(\.trimmed)), "seed \(seed): \(texts)")
          found[all, default: 0] += 1
        }
      }
    }
    for kind in [OtherRows.Kind.repeatedHeader, .summary, .blank, nil] { #expect(found[kind, default: 0] > 50) }
  }
}
