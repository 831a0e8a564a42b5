/// Reads delimited text (CSV) a record at a time, in bounded memory.
///
/// A field in quotes may hold delimiters, line breaks and, doubled or after a backslash as the dialect says, quotes. Line ends
/// may be LF or CRLF, a byte order mark is skipped, and blank lines are passed over. Bytes are not decoded: what a field means is the caller's.
///
/// A quote that is opened and not closed within ``recordLimit`` bytes, or that the next quote would close some lines later
/// in the middle of a text, is reported as ``problem`` and the rest of its first line taken literally, so that a stray
/// quote does not swallow the lines after it. Of a record that is too long the rest of the line is passed over.
///
/// - Complexity: O(1) memory beyond the longest record; one pass over the bytes.
public struct DelimitedReader: ~Copyable {
  /// What is wrong with the form of a record.
  public enum RecordProblem: Sendable {
    /// A quote is opened and never closed.
    case unclosedQuote
    /// There is text between a closing quote and the next delimiter.
    case textAfterQuote
    /// The record is longer than ``recordLimit``.
    case tooLong
  }

  /// The most bytes that one record may take.
  public static let recordLimit = 1 << 20

  /// The 1-based line where the record starts.
  public private(set) var line = 0
  /// The 0-based offset in the file of the record's first byte.
  public private(set) var offset: UInt64 = 0
  /// What is wrong with the form of the record, if anything.
  public private(set) var problem: RecordProblem?
  /// The number of fields of the record.
  public private(set) var fieldCount = 0

  @usableFromInline let buffer: UnsafeMutablePointer<UInt8>
  @usableFromInline var spans: UnsafeMutablePointer<FieldSpan>
  private var spanCapacity: Int
  private let capacity: Int
  private let source: any ByteSource
  private let delimiter: UInt8
  /// The quote; 0xFF, which no text has, where there is none.
  private let quote: UInt8
  private let hasBackslashes: Bool
  private var filled = 0
  private var position = 0
  private var recordStart = 0
  private var bytesBefore: UInt64 = 0
  private var nextLine = 1
  private var atEnd = false
  private var skipsLine = false

  /// Where a field lies in the buffer, after its quotes are taken away, and where its cell started in the text.
  @usableFromInline
  struct FieldSpan {
    @usableFromInline var start: Int32
    @usableFromInline var count: Int32
    @usableFromInline var cell: Int32
  }

  /// A reader of the source's records.
  ///
  /// - Parameter dialect: how the text marks its fields; commas and double quotes unless given.
  public init(_ source: any ByteSource, dialect: TextDialect = TextDialect()) {
    self.source = source
    delimiter = dialect.delimiter
    quote =
      switch dialect.quote {
      case .double: 0x22
      case .single: 0x27
      case .none: 0xFF
      }
    hasBackslashes = dialect.escape == .backslash
    capacity = 2 * Self.recordLimit
    buffer = .allocate(capacity: capacity + 8)
    spanCapacity = 64
    spans = .allocate(capacity: spanCapacity)
  }

  deinit {
    buffer.deallocate()
    spans.deallocate()
  }

  /// The bytes of a field, without its quotes; valid until the next record is read.
  ///
  /// - Precondition: `0 <= index < fieldCount`.
  @inlinable
  public func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let span = spans[index]
    return UnsafeBufferPointer(start: buffer + Int(span.start), count: Int(span.count))
  }

  /// The text of a field, repaired where it is not UTF-8.
  public func text(_ index: Int) -> String { String(decoding: field(index), as: UTF8.self) }

  /// The 1-based byte of the record at which a field's cell starts.
  public func column(of index: Int) -> Int { Int(spans[index].cell) - recordStart + 1 }

  /// All fields of the record as text.
  public func texts() -> [String] {
    var result: [String] = []
    for index in 0..<fieldCount { result.append(text(index)) }
    return result
  }

  /// Moves to the next record.
  ///
  /// - Returns: false at the end of the source.
  /// - Throws: what the source says of a failed read.
  public mutating func next() throws -> Bool {
    while true {
      if filled - position < Self.recordLimit, !atEnd { try refill() }
      guard position < filled else { return false }
      if skipsLine {
        skipLine()
        continue
      }
      // A blank line is no record.
      if buffer[position] == 0x0A {
        position += 1
        nextLine += 1
        continue
      }
      if buffer[position] == 0x0D, position + 1 == filled || buffer[position + 1] == 0x0A {
        position = min(position + 2, filled)
        nextLine += 1
        continue
      }
      scan()
      return true
    }
  }

  /// Passes over the rest of a line whose record was too long, as far as it is in the buffer.
  private mutating func skipLine() {
    while position < filled, buffer[position] != 0x0A { position += 1 }
    guard position < filled else { return }
    position += 1
    nextLine += 1
    skipsLine = false
  }

  /// Where a record that starts at some place must end at the latest.
  private func limit(from start: Int) -> Int { min(filled, start + Self.recordLimit) }

  /// Ends the record at `end` without a line end: it is the last one, or it is too long.
  private mutating func endRecord(at end: Int) {
    position = end
    if end < filled || !atEnd {
      problem = .tooLong
      skipsLine = true
    }
  }

  /// Moves what is left to the front of the buffer and fills the rest.
  private mutating func refill() throws {
    if position > 0 {
      buffer.update(from: buffer + position, count: filled - position)
      bytesBefore += UInt64(position)
      filled -= position
      position = 0
    }
    while filled < capacity {
      let count = try source.read(into: UnsafeMutableRawBufferPointer(start: buffer + filled, count: capacity - filled))
      if count == 0 {
        atEnd = true
        break
      }
      filled += count
    }
    if bytesBefore == 0, position == 0, filled >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF {
      position = 3
    }
  }

  /// Finds the fields of the record at `position`, which is not at the end.
  private mutating func scan() {
    line = nextLine
    offset = bytesBefore + UInt64(position)
    recordStart = position
    fieldCount = 0
    problem = nil
    let bytes = buffer
    let end = limit(from: position)
    let delimiter = delimiter
    let quote = quote
    var index = position
    var start = index
    while index < end {
      let byte = bytes[index]
      if byte > 0x2C, byte != delimiter {
        // Digits and letters, most of any file, end nothing.
        index &+= 1
      } else if byte == delimiter {
        append(start: start, end: index, cell: start)
        index &+= 1
        start = index
      } else if byte == 0x0A {
        append(start: start, end: index > start && bytes[index - 1] == 0x0D ? index - 1 : index, cell: start)
        position = index + 1
        nextLine += 1
        return
      } else if byte == quote, index == start {
        guard let next = scanQuoted(from: index) else { return }
        index = next
        start = next
      } else {
        index &+= 1
      }
    }
    append(start: start, end: end > start && bytes[end - 1] == 0x0D ? end - 1 : end, cell: start)
    endRecord(at: end)
  }

  /// Reads the quoted field whose opening quote is at `opening`, and what ends it.
  ///
  /// - Returns: where the next field starts; nil when the record has ended, with `position` after it.
  private mutating func scanQuoted(from opening: Int) -> Int? {
    let limit = limit(from: recordStart)
    var index = opening + 1
    var escaped = 0
    var lines = 0
    search: while index < limit {
      let byte = buffer[index]
      if hasBackslashes, byte == 0x5C, index + 1 < limit, buffer[index + 1] == quote || buffer[index + 1] == 0x5C {
        escaped += 1
        index += 1
      } else if byte == quote {
        guard !hasBackslashes, index + 1 < filled, buffer[index + 1] == quote else {
          // A quote that a text follows on a later line opens the next value there: the first one was astray.
          if lines > 0, !isEndOfCell(index + 1) { break search }
          nextLine += lines
          appendQuoted(opening: opening, closing: index, escaped: escaped)
          return endQuoted(after: index + 1)
        }
        escaped += 1
        index += 1
      } else if byte == 0x0A {
        lines += 1
      }
      index += 1
    }
    // It does not close: the record ends with the line on which the quote was opened.
    problem = .unclosedQuote
    index = opening + 1
    while index < limit, buffer[index] != 0x0A { index += 1 }
    append(start: opening, end: index, cell: opening)
    if index < limit {
      position = index + 1
      nextLine += 1
    } else {
      position = limit
      skipsLine = limit < filled || !atEnd
    }
    return nil
  }

  /// Whether there are only blanks from a place to the next delimiter or line end.
  private func isEndOfCell(_ place: Int) -> Bool {
    var index = place
    while index < filled {
      let byte = buffer[index]
      if byte == delimiter || byte == 0x0A { return true }
      if byte != 0x0D, byte != 0x20, byte != 0x09 { return false }
      index += 1
    }
    return true
  }

  /// Keeps the text between two quotes, with the first byte of each escaped pair taken out, in place.
  private mutating func appendQuoted(opening: Int, closing: Int, escaped: Int) {
    if escaped > 0 {
      let first = hasBackslashes ? 0x5C : quote
      var out = opening + 1
      var index = opening + 1
      while index < closing {
        if buffer[index] == first, index + 1 < closing, buffer[index + 1] == quote || buffer[index + 1] == first {
          index += 1
        }
        buffer[out] = buffer[index]
        out += 1
        index += 1
      }
    }
    append(start: opening + 1, end: closing - escaped, cell: opening)
  }

  /// Passes over what follows a closing quote: there should be nothing before the next delimiter or line end.
  private mutating func endQuoted(after closing: Int) -> Int? {
    let end = limit(from: recordStart)
    var index = closing
    while index < end {
      let byte = buffer[index]
      if byte == delimiter { return index + 1 }
      if byte == 0x0A {
        position = index + 1
        nextLine += 1
        return nil
      }
      if byte != 0x0D, byte != 0x20, byte != 0x09 { problem = .textAfterQuote }
      index += 1
    }
    endRecord(at: end)
    return nil
  }

  private mutating func append(start: Int, end: Int, cell: Int) {
    if fieldCount == spanCapacity {
      let larger = UnsafeMutablePointer<FieldSpan>.allocate(capacity: 2 * spanCapacity)
      larger.update(from: spans, count: spanCapacity)
      spans.deallocate()
      spans = larger
      spanCapacity *= 2
    }
    spans[fieldCount] = FieldSpan(start: Int32(start), count: Int32(end - start), cell: Int32(cell))
    fieldCount += 1
  }
}
