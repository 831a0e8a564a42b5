import Tabular

/// A record as a reader gives it.
struct ReadRecord: Hashable {
  var fields: [[UInt8]]
  var columns: [Int]
  var line: Int
  var offset: Int
  var problem: String?

  /// The fields as text.
  var texts: [String] { fields.map { String(decoding: $0, as: UTF8.self) } }
}

/// All records that the reader under test finds in some bytes.
func read(_ bytes: [UInt8], delimiter: UInt8 = 0x2C, piece: Int = .max) throws -> [ReadRecord] {
  var reader = DelimitedReader(MemorySource(bytes, piece: piece), dialect: TextDialect(delimiter: delimiter))
  var records: [ReadRecord] = []
  while try reader.next() {
    var record = ReadRecord(
      fields: [], columns: [], line: reader.line, offset: Int(reader.offset), problem: reader.problem.map { "\($0)" })
    for index in 0..<reader.fieldCount {
      record.fields.append(Array(reader.field(index)))
      record.columns.append(reader.column(of: index))
    }
    records.append(record)
  }
  return records
}

/// All records that the reader under test finds in a text.
func read(_ text: String, delimiter: UInt8 = 0x2C, piece: Int = .max) throws -> [ReadRecord] {
  try read(Array(text.utf8), delimiter: delimiter, piece: piece)
}

/// Delimited text by its definition: slow, with the whole text at hand, one rule after the other.
///
/// It knows no limit on the length of a record.
struct ReferenceParser {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var place = 0
  private var line = 1

  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D
  private static let quote: UInt8 = 0x22

  static func records(_ bytes: [UInt8], delimiter: UInt8 = 0x2C) -> [ReadRecord] {
    var parser = ReferenceParser(bytes: bytes, delimiter: delimiter)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.place = 3 }
    var records: [ReadRecord] = []
    while parser.place < bytes.count {
      if parser.isBlankLine {
        parser.passLine()
      } else {
        records.append(parser.record())
      }
    }
    return records
  }

  private init(bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  /// The place of the next line feed, or the end of the text.
  private func endOfLine(from start: Int) -> Int {
    bytes[start...].firstIndex(of: Self.lineFeed) ?? bytes.count
  }

  private var isBlankLine: Bool {
    let text = bytes[place..<endOfLine(from: place)]
    return text.isEmpty || text.elementsEqual([Self.carriageReturn])
  }

  private mutating func passLine() {
    place = min(endOfLine(from: place) + 1, bytes.count)
    line += 1
  }

  private mutating func record() -> ReadRecord {
    let start = place
    var record = ReadRecord(fields: [], columns: [], line: line, offset: start, problem: nil)
    while true {
      record.columns.append(place - start + 1)
      if place < bytes.count, bytes[place] == Self.quote {
        guard let (text, after, problem) = quoted() else {
          record.fields.append(Array(bytes[place..<endOfLine(from: place)]))
          record.problem = "unclosedQuote"
          passLine()
          return record
        }
        record.fields.append(text)
        if let problem { record.problem = problem }
        line += bytes[place..<after].count { $0 == Self.lineFeed }
        place = after
      } else {
        let end = endOfLine(from: place)
        if let found = bytes[place..<end].firstIndex(of: delimiter) {
          record.fields.append(Array(bytes[place..<found]))
          place = found
        } else {
          var text = Array(bytes[place..<end])
          if text.last == Self.carriageReturn { text.removeLast() }
          record.fields.append(text)
          place = end
        }
      }
      guard place < bytes.count else { return record }
      guard bytes[place] == delimiter else {
        passLine()
        return record
      }
      place += 1
    }
  }

  /// The quoted field here, the place of the delimiter or line feed after it, and whether there is text before that.
  private func quoted() -> (text: [UInt8], after: Int, problem: String?)? {
    var text: [UInt8] = []
    var index = place + 1
    while index < bytes.count {
      if bytes[index] != Self.quote {
        text.append(bytes[index])
        index += 1
      } else if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
        text.append(Self.quote)
        index += 2
      } else {
        let rest = bytes[(index + 1)...]
        let after = rest.firstIndex { $0 == delimiter || $0 == Self.lineFeed } ?? bytes.count
        let hasText = bytes[(index + 1)..<after].contains { !Array(" \t\r".utf8).contains($0) }
        // A quote that opens here and would be closed on another line by one that opens a value there.
        if hasText, text.contains(Self.lineFeed) { return nil }
        return (text, after, hasText ? "textAfterQuote" : nil)
      }
    }
    return nil
  }
}
