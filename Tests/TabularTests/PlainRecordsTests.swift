import Tabular
import TestSupport
import Testing

/// Plain records that are found many at once: with those that are read one after another they are all records of the text.
@Suite struct PlainRecordsTests {
  private struct Record: Equatable {
    var line: Int
    var fields: [String]
  }

  /// All records, read one after another.
  private static func singly(_ text: [UInt8], _ dialect: TextDialect, piece: Int) throws -> [Record] {
    var reader = DelimitedReader(MemorySource(text, piece: piece), dialect: dialect)
    var records: [Record] = []
    while try reader.next() { records.append(Record(line: reader.line, fields: reader.texts())) }
    return records
  }

  /// All records, those that are plain and of some number of fields found together, and how many those are.
  ///
  /// - Parameter again: which of the records that are found together are read once more by themselves.
  private static func together(
    _ text: [UInt8], _ dialect: TextDialect, piece: Int, fields: Int, again: (Int) -> Bool
  ) throws -> (records: [Record], found: Int) {
    var reader = DelimitedReader(MemorySource(text, piece: piece), dialect: dialect)
    var plain = reader.plainRecords(fields: fields)
    var records: [Record] = []
    var found = 0
    while true {
      try reader.find(&plain)
      found += plain.count
      let first = records.count
      for record in 0..<plain.count {
        let cells = (0..<fields).map { String(decoding: plain.field($0, of: record), as: UTF8.self) }
        records.append(Record(line: plain.line + record, fields: cells))
      }
      for record in 0..<plain.count where again(record) {
        reader.goBack(to: record, of: plain)
        #expect(try reader.next())
        records[first + record] = Record(line: reader.line, fields: reader.texts())
      }
      if plain.count > 0 {
        reader.goBack(to: plain.count, of: plain)
        continue
      }
      guard try reader.next() else { return (records, found) }
      records.append(Record(line: reader.line, fields: reader.texts()))
    }
  }

  private static func text(_ random: inout SplitMix64, records: Int, odd: UInt64, delimiter: String) -> [UInt8] {
    var text = ""
    for record in 0..<records {
      var cells = [
        "id \(record)", "", "x\(random.next() % 1_000_000_007)", String(repeating: "c", count: Int(random.next() % 70)),
      ]
      if random.next() % 100 < odd {
        switch random.next() % 9 {
        case 0: cells[1] = "\"a\(delimiter)b\""
        case 1: cells[2] = "\"two\nlines\""
        case 2: cells[2] = "stray\"quote"
        case 3: cells.removeLast()
        case 4: cells.append("more")
        case 5: cells[0] = "Müller"
        case 6: cells[3] = "a\u{1}b"
        case 7: cells[1] = "\"open"
        default: text += "\n\r\n"
        }
      }
      let ends = random.next() % 100 < odd ? ["\r", "\n\n", "\r\n"] : [record % 3 == 0 ? "\r\n" : "\n"]
      text += cells.joined(separator: delimiter) + ends[Int(random.next() % UInt64(ends.count))]
    }
    return Array(text.utf8.dropLast(Int(random.next() % 3)))
  }

  @Test(arguments: 1...24) func `are with the others all records of a text`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let delimiter = [",", "\t", ";"][seed % 3]
    let dialect = TextDialect(
      delimiter: Array(delimiter.utf8)[0], quote: [.double, .single, .none][seed / 3 % 3])
    let text = Self.text(&random, records: 900, odd: [0, 2, 30][(seed - 1) / 8], delimiter: delimiter)
    let piece = [Int.max, 777, 61][seed % 3]
    let expected = try Self.singly(text, dialect, piece: piece)
    for again in [{ _ in false }, { $0 % 7 == 3 }, { _ in true }] as [(Int) -> Bool] {
      let all = try Self.together(text, dialect, piece: piece, fields: 4, again: again)
      #expect(all.records == expected, "seed \(seed)")
      #expect(all.found > [890, 700, 60][(seed - 1) / 8], "seed \(seed)")
    }
  }

  @Test func `have the number of fields that is wanted, and end with their line`() throws {
    let cases: [(text: String, found: Int)] = [
      ("a,b\n", 1), ("a,b\r\n", 1), ("a,b", 0), ("a,b\r", 0), ("a,b\rc,d\n", 0), ("a\n", 0), ("a,b,c\n", 0), (",\n", 1),
      ("\n", 0),
      ("a,\"b\"\n", 0), ("a,b\"\n", 0), ("a,é\n", 0), ("a,b\tc\n", 1), ("a,b\u{0}\n", 0), ("a,b\u{7F}\n", 0), ("", 0),
      ("a,b\nc,d\n", 2), ("a,b\nc\ne,f\n", 1), ("\u{FEFF}a,b\n", 1),
    ]
    for (text, found) in cases {
      var reader = DelimitedReader(MemorySource(Array(text.utf8)))
      var plain = reader.plainRecords(fields: 2)
      try reader.find(&plain)
      #expect(plain.count == found, "\(text.debugDescription)")
    }
  }

  @Test func `are no records that are longer than any may be`() throws {
    // The line after one that is too long is read by itself, since the end of that is looked for first.
    for (length, found) in [(DelimitedReader.recordLimit - 2, 3), (DelimitedReader.recordLimit - 1, 1)] {
      let text = Array("a,b\nx,".utf8) + [UInt8](repeating: 0x79, count: length - 1) + Array("\nc,d\n".utf8)
      let records = try Self.singly(text, TextDialect(), piece: .max)
      let all = try Self.together(text, TextDialect(), piece: .max, fields: 2) { _ in false }
      #expect(all.records == records)
      #expect(all.found == found)
    }
  }
}
