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
  try read(bytes, dialect: TextDialect(delimiter: delimiter), piece: piece)
}

/// All records that the reader under test finds in some bytes.
func read(_ bytes: [UInt8], dialect: TextDialect, expecting count: Int = 0, piece: Int = .max) throws -> [ReadRecord] {
  var reader = DelimitedReader(MemorySource(bytes, piece: piece), dialect: dialect)
  reader.expect(fields: count)
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
  private let dialect: TextDialect
  private let quote: UInt8?
  private var place = 0
  private var line = 1

  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D
  private static let backslash: UInt8 = 0x5C

  static func records(_ bytes: [UInt8], dialect: TextDialect = TextDialect()) -> [ReadRecord] {
    var parser = ReferenceParser(bytes: bytes, dialect: dialect)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.place = 3 }
    var records: [ReadRecord] = []
    while parser.place < bytes.count {
      if parser.endOfLine(from: parser.place) == parser.place {
        parser.passLine()
      } else {
        records.append(parser.record())
      }
    }
    return records
  }

  private init(bytes: [UInt8], dialect: TextDialect) {
    self.bytes = bytes
    self.dialect = dialect
    quote =
      switch dialect.quote {
      case .double: UInt8(ascii: "\"")
      case .single: UInt8(ascii: "'")
      case .none: nil
      }
  }

  /// The place of the next line feed or carriage return, or the end of the text.
  private func endOfLine(from start: Int) -> Int {
    bytes[start...].firstIndex { $0 == Self.lineFeed || $0 == Self.carriageReturn } ?? bytes.count
  }

  private mutating func passLine() {
    place = endOfLine(from: place)
    place += bytes[place...].starts(with: [Self.carriageReturn, Self.lineFeed]) ? 2 : 1
    place = min(place, bytes.count)
    line += 1
  }

  private mutating func record() -> ReadRecord {
    let start = place
    var record = ReadRecord(fields: [], columns: [], line: line, offset: start, problem: nil)
    while true {
      record.columns.append(place - start + 1)
      let text = bytes[place...].drop { $0 == UInt8(ascii: " ") && $0 != dialect.delimiter }
      if let quote, text.first == quote {
        guard let (text, after, problem) = quoted(text.startIndex, quote) else {
          record.fields.append(Array(bytes[place..<endOfLine(from: text.startIndex + 1)]))
          record.problem = "unclosedQuote"
          passLine()
          return record
        }
        record.fields.append(text)
        if let problem { record.problem = problem }
        // A pair of carriage return and line feed is one line end.
        line += (place..<after).count {
          bytes[$0] == Self.lineFeed
            || bytes[$0] == Self.carriageReturn && ($0 + 1 == bytes.count || bytes[$0 + 1] != Self.lineFeed)
        }
        place = after
      } else {
        let line = bytes[place..<endOfLine(from: place)]
        let end = line.firstIndex(of: dialect.delimiter) ?? line.endIndex
        record.fields.append(Array(bytes[place..<end]))
        place = end
      }
      guard place < bytes.count else { return record }
      guard bytes[place] == dialect.delimiter else {
        passLine()
        return record
      }
      place += 1
    }
  }

  /// The field whose quote opens at a place, the place of what ends it, and whether there is text before that.
  private func quoted(_ opening: Int, _ quote: UInt8) -> (text: [UInt8], after: Int, problem: String?)? {
    var text: [UInt8] = []
    var index = opening + 1
    while index < bytes.count {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if bytes[index] == quote, next == quote {
        text.append(quote)
        index += 2
      } else if dialect.escape == .backslash, bytes[index] == Self.backslash, next == quote || next == Self.backslash {
        text.append(next)
        index += 2
      } else if bytes[index] != quote {
        text.append(bytes[index])
        index += 1
      } else {
        let rest = bytes[(index + 1)...]
        let ends = [dialect.delimiter, Self.lineFeed, Self.carriageReturn]
        let after = rest.firstIndex { ends.contains($0) } ?? bytes.count
        let hasText = bytes[(index + 1)..<after].contains { !Array(" \t".utf8).contains($0) }
        // A quote that opens here and would be closed on another line by one that opens a value there.
        if hasText, text.contains(where: { $0 == Self.lineFeed || $0 == Self.carriageReturn }) { return nil }
        return (text, after, hasText ? "textAfterQuote" : nil)
      }
    }
    return nil
  }
}
