/// Reads delimited text (CSV) a record at a time, in bounded memory.
///
/// A field in quotes may hold delimiters, line breaks and, doubled or after a backslash as the dialect says, quotes; blanks
/// around it are no part of it. A line ends with LF, CRLF or CR, whatever the others end with. A byte order mark is skipped,
/// and blank lines are passed over. Bytes are not decoded: what a field means is the caller's.
///
/// A quote that is opened and not closed within ``recordLimit`` bytes, or that the next quote would close some lines later
/// in the middle of a text or around whole records, is reported as ``problem`` and the rest of its first line taken
/// literally, so that a stray quote does not swallow the lines after it. Of a record that is too long the rest of the line is
/// passed over.
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
    /// The record has more fields than ``fieldLimit``; those beyond are not kept.
    case tooManyFields
  }

  /// The most bytes that one record may take.
  public static let recordLimit = 1 << 20
  /// The most fields that one record may have: the columns that a sheet can have.
  public static let fieldLimit = 1 << 14

  /// The 1-based line where the record starts.
  public private(set) var line = 0
  /// The 0-based offset in the file of the record's first byte.
  public private(set) var offset: UInt64 = 0
  /// What is wrong with the form of the record, if anything.
  public private(set) var problem: RecordProblem?
  /// The number of fields of the record.
  public private(set) var fieldCount = 0
  /// Whether the record is of ASCII characters that can be seen, blanks and tabs, without a stray quote.
  public private(set) var isPlainText = true
  /// Whether a field that is not in quotes has a double one in it, where those are the mark around fields.
  public private(set) var hasStrayQuote = false
  /// Whether the record ends with its piece, and within quotes: what it says may be another where the text goes on.
  public private(set) var isOpen = false
  /// The number of fields that a record should have; 0 while it is not known.
  private var expectedFields = 0

  @usableFromInline let buffer: UnsafeMutablePointer<UInt8>
  @usableFromInline var spans: UnsafeMutablePointer<FieldSpan>
  private var spanCapacity: Int
  private let capacity: Int
  private var source: any ByteSource
  private let dialect: TextDialect
  let delimiter: UInt8
  /// The quote; 0xFF, which no text has, where there is none.
  let quote: UInt8
  private let hasBackslashes: Bool
  var filled = 0
  var position = 0
  private var recordStart = 0
  var bytesBefore: UInt64 = 0
  var nextLine = 1
  var atEnd = false
  var skipsLine = false
  /// Whether the text is a piece of one that began before, and whether that goes on after it.
  private var isPiece = false
  private var goesOn = false

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
    self.dialect = dialect
    delimiter = dialect.delimiter
    quote =
      switch dialect.quote {
      case .double: 0x22
      case .single: 0x27
      case .none: 0xFF
      }
    hasBackslashes = dialect.escape == .backslash
    capacity = 2 * Self.recordLimit
    buffer = .allocate(capacity: capacity + FieldMarks.width)
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

  /// Says how many fields a record should have, by which a stray quote is known that would swallow whole records.
  public mutating func expect(fields count: Int) { expectedFields = count }

  /// The lines of text that are read so far, without those of a record that ``isOpen``.
  public var linesRead: Int { (isOpen ? line : nextLine) - 1 }

  /// The bytes of text that are read so far, without those of a record that ``isOpen``.
  public var bytesRead: Int { Int(isOpen ? offset : bytesBefore + UInt64(position)) }

  /// What is not read yet, in pieces of whole lines; this reader has then nothing left to read.
  public mutating func pieces(of size: Int) -> LinePieces {
    let rest = Array(UnsafeBufferPointer(start: buffer + position, count: filled - position))
    position = filled
    atEnd = true
    return LinePieces(rest, then: source, size: size)
  }

  /// A reader of pieces of the same text, which expects the same of its records.
  public func readerOfPieces() -> DelimitedReader {
    var reader = DelimitedReader(MemorySource([]), dialect: dialect)
    reader.expectedFields = expectedFields
    reader.isPiece = true
    return reader
  }

  /// Starts with a piece of a text, whose first line is then line 1.
  ///
  /// - Parameter goesOn: whether there may be more of the text, so that a record that ends within quotes ``isOpen``.
  public mutating func begin(_ piece: [UInt8], goesOn: Bool) {
    source = MemorySource(piece)
    (filled, position, bytesBefore, nextLine) = (0, 0, 0, 1)
    (atEnd, skipsLine, isOpen) = (false, false, false)
    self.goesOn = goesOn
  }

  /// Moves to the next record.
  ///
  /// - Returns: false at the end of the source.
  /// - Throws: what the source says of a failed read.
  public mutating func next() throws -> Bool {
    while true {
      // Two bytes beyond the longest record show how its line ends.
      if filled - position < Self.recordLimit + 2, !atEnd { try refill() }
      guard position < filled else { return false }
      if skipsLine {
        skipLine()
        continue
      }
      // A blank line is no record.
      if isLineEnd(position) {
        endLine(at: position)
        continue
      }
      scan()
      return true
    }
  }

  private func isLineEnd(_ place: Int) -> Bool { buffer[place] == 0x0A || buffer[place] == 0x0D }

  /// Moves behind the line end at a place.
  private mutating func endLine(at place: Int) {
    let isPair = buffer[place] == 0x0D && place + 1 < filled && buffer[place + 1] == 0x0A
    position = place + (isPair ? 2 : 1)
    nextLine += 1
  }

  /// Passes over the rest of a line whose record was too long, as far as it is in the buffer.
  private mutating func skipLine() {
    while position < filled, !isLineEnd(position) { position += 1 }
    // A line feed may follow a carriage return that is the last byte of the buffer.
    guard position + 1 < filled || position < filled && atEnd else { return }
    endLine(at: position)
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
  mutating func refill() throws {
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
    // What is looked at beyond the text is no mark of a field.
    (buffer + filled).update(repeating: 0x30, count: FieldMarks.width)
    if !isPiece, bytesBefore == 0, position == 0, filled >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF {
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
    isPlainText = true
    hasStrayQuote = false
    let bytes = buffer
    let end = limit(from: position)
    let delimiter = delimiter
    let quote = quote
    var start = position
    var block = position
    var marks = FieldMarks.places(from: bytes + block, delimiter: delimiter, quote: quote)
    while true {
      while marks == 0 {
        block += FieldMarks.width
        if block >= end {
          append(start: start, end: end, cell: start)
          endRecord(at: end)
          return
        }
        marks = FieldMarks.places(from: bytes + block, delimiter: delimiter, quote: quote)
      }
      let index = block + marks.trailingZeroBitCount
      marks &= marks &- 1
      if index >= end { continue }
      let byte = bytes[index]
      if byte == delimiter {
        append(start: start, end: index, cell: start)
        start = index + 1
      } else if byte == 0x0A || byte == 0x0D {
        append(start: start, end: index, cell: start)
        endLine(at: index)
        return
      } else if byte == quote, index == start || isBlank(start..<index) {
        guard let next = scanQuoted(from: index, cell: start) else { return }
        start = next
        block = next
        marks = next < end ? FieldMarks.places(from: bytes + next, delimiter: delimiter, quote: quote) : 0
      } else {
        if byte < 0x20 && byte != 0x09 || byte >= 0x7F { isPlainText = false }
        if byte == 0x22, quote == 0x22 {
          isPlainText = false
          hasStrayQuote = true
        }
      }
    }
  }

  private func isBlank(_ places: Range<Int>) -> Bool { places.allSatisfy { buffer[$0] == 0x20 } }

  /// Reads the quoted field whose opening quote is at `opening`, and what ends it.
  ///
  /// - Returns: where the next field starts; nil when the record has ended, with `position` after it.
  private mutating func scanQuoted(from opening: Int, cell: Int) -> Int? {
    let limit = limit(from: recordStart)
    // Within quotes a delimiter is text; a backslash may be none.
    let escape: UInt8 = hasBackslashes ? 0x5C : quote
    var escaped = 0
    var lines = 0
    var (block, index, next) = (opening + 1, limit, opening + 1)
    var marks = block < limit ? FieldMarks.places(from: buffer + block, delimiter: escape, quote: quote) : 0
    search: while true {
      while marks == 0, block < limit {
        block += FieldMarks.width
        marks = block < limit ? FieldMarks.places(from: buffer + block, delimiter: escape, quote: quote) : 0
      }
      index = marks == 0 ? limit : min(limit, block + marks.trailingZeroBitCount)
      if index == limit { break }
      marks &= marks &- 1
      let byte = buffer[index]
      if byte < 0x20 && byte != 0x09 || byte >= 0x7F { isPlainText = false }
      // What is escaped has no meaning of its own.
      if index < next { continue }
      if isEscaped(index, before: limit) {
        escaped += 1
        next = index + 2
      } else if byte == quote {
        // A quote that a text follows on a later line opens the next value there: the first one was astray.
        if lines > 0, !isEndOfCell(index + 1) || swallowsRecords(opening: opening, closing: index) { break search }
        nextLine += lines
        appendQuoted(opening: opening, closing: index, escaped: escaped, cell: cell)
        return endQuoted(after: index + 1)
      } else if byte == 0x0A || byte == 0x0D && (index + 1 == filled || buffer[index + 1] != 0x0A) {
        lines += 1
      }
    }
    // It does not close: the record ends with the line on which the quote was opened.
    problem = .unclosedQuote
    if goesOn, index >= limit, limit == filled, atEnd { isOpen = true }
    index = opening + 1
    while index < limit, !isLineEnd(index) { index += 1 }
    append(start: cell, end: index, cell: cell)
    if index < limit {
      endLine(at: index)
    } else {
      position = limit
      skipsLine = limit < filled || !atEnd
    }
    return nil
  }

  /// Whether a quote, or a backslash, follows the byte at a place that takes its meaning away.
  private func isEscaped(_ place: Int, before limit: Int) -> Bool {
    guard place + 1 < limit else { return false }
    let (byte, next) = (buffer[place], buffer[place + 1])
    if byte == quote { return next == quote }
    return hasBackslashes && byte == 0x5C && (next == quote || next == 0x5C)
  }

  /// Whether there are only blanks from a place to the next delimiter or line end.
  private func isEndOfCell(_ place: Int) -> Bool {
    var index = place
    while index < filled {
      let byte = buffer[index]
      if byte == delimiter || isLineEnd(index) { return true }
      if byte != 0x20, byte != 0x09 { return false }
      index += 1
    }
    return true
  }

  /// Whether a quoted field of several lines has whole records in it: then both of its quotes are astray.
  ///
  /// It has where a line between its first and its last has the delimiters of a record, or where the first and the last line
  /// both have them when the quotes are taken for text.
  private func swallowsRecords(opening: Int, closing: Int) -> Bool {
    guard expectedFields > 2 else { return false }
    var counts = [fieldCount]
    for index in opening + 1..<closing {
      if buffer[index] == delimiter {
        counts[counts.count - 1] += 1
      } else if isLineEnd(index), buffer[index] == 0x0A || buffer[index + 1] != 0x0A {
        counts.append(0)
      }
    }
    let whole = expectedFields - 1
    if counts.dropFirst().dropLast().contains(whole) { return true }
    var isQuoted = false
    var last = counts.removeLast()
    var index = closing + 1
    while index < filled, !isLineEnd(index) {
      if buffer[index] == quote { isQuoted.toggle() }
      if buffer[index] == delimiter, !isQuoted { last += 1 }
      index += 1
    }
    return counts.first == whole && last == whole
  }

  /// Keeps the text between two quotes, with the first byte of each escaped pair taken out, in place.
  private mutating func appendQuoted(opening: Int, closing: Int, escaped: Int, cell: Int) {
    if escaped > 0 {
      var out = opening + 1
      var index = opening + 1
      while index < closing {
        if isEscaped(index, before: closing) { index += 1 }
        buffer[out] = buffer[index]
        out += 1
        index += 1
      }
    }
    append(start: opening + 1, end: closing - escaped, cell: cell)
  }

  /// Passes over what follows a closing quote: there should be nothing before the next delimiter or line end.
  private mutating func endQuoted(after closing: Int) -> Int? {
    let end = limit(from: recordStart)
    var index = closing
    while index < end {
      let byte = buffer[index]
      if byte == delimiter { return index + 1 }
      if isLineEnd(index) {
        endLine(at: index)
        return nil
      }
      if byte != 0x20, byte != 0x09 { problem = .textAfterQuote }
      index += 1
    }
    endRecord(at: end)
    return nil
  }

  @inline(__always)
  private mutating func append(start: Int, end: Int, cell: Int) {
    if fieldCount == spanCapacity, !makeRoom() { return }
    spans[fieldCount] = FieldSpan(start: Int32(start), count: Int32(end - start), cell: Int32(cell))
    fieldCount += 1
  }

  /// Makes room for more fields; false where a record has as many as it may.
  private mutating func makeRoom() -> Bool {
    guard spanCapacity < Self.fieldLimit else {
      problem = problem ?? .tooManyFields
      return false
    }
    let larger = UnsafeMutablePointer<FieldSpan>.allocate(capacity: 2 * spanCapacity)
    larger.update(from: spans, count: spanCapacity)
    spans.deallocate()
    spans = larger
    spanCapacity *= 2
    return true
  }
}
