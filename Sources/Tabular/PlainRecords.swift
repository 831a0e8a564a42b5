/// Where the fields of some records are that stand together in a text, each of them plain: on one line, with as many fields as
/// wanted, and without a quote, a control or a character beyond ASCII.
///
/// They are found many at once, so that the cells of a column can be read one after another.
public struct PlainRecords: ~Copyable {
  /// How many records there are.
  public fileprivate(set) var count = 0
  /// The line of the first.
  public fileprivate(set) var line = 0
  /// The number of fields of each.
  public let fieldCount: Int

  /// The most records that are found together: what they are made of stays in the nearest memory of a core.
  public static let capacity = 256

  /// The buffer of the reader.
  @usableFromInline let text: UnsafePointer<UInt8>
  /// For each record the place before its first byte, then the place behind each of its fields.
  @usableFromInline let marks: UnsafeMutablePointer<Int32>
  /// Where each record starts in the reader's buffer, and where the last one ends.
  fileprivate let starts: UnsafeMutablePointer<Int32>
  /// The bytes of the text before those of the buffer, when they were found.
  fileprivate var bytesBefore: UInt64 = 0

  fileprivate init(of text: UnsafePointer<UInt8>, fields: Int) {
    self.text = text
    fieldCount = fields
    marks = .allocate(capacity: Self.capacity * (fields + 1))
    starts = .allocate(capacity: Self.capacity + 1)
  }

  deinit {
    marks.deallocate()
    starts.deallocate()
  }

  /// A field of a record, with any blanks around it; valid until the reader reads on.
  ///
  /// - Precondition: `0 <= record < count` and `0 <= index < fieldCount`.
  @inlinable @inline(__always)
  public func field(_ index: Int, of record: Int) -> UnsafeBufferPointer<UInt8> {
    let mark = record &* (fieldCount &+ 1) &+ index
    let start = Int(marks[mark]) &+ 1
    return UnsafeBufferPointer(start: text + start, count: Int(marks[mark &+ 1]) &- start)
  }
}

extension PlainRecords {
  /// The text of a record from a field on, with what is between the fields; valid until the reader reads on.
  ///
  /// - Precondition: `0 <= record < count` and `0 <= index < fieldCount`.
  public func fields(from index: Int, of record: Int) -> UnsafeBufferPointer<UInt8> {
    let mark = record * (fieldCount + 1)
    let start = Int(marks[mark + index]) + 1
    return UnsafeBufferPointer(start: text + start, count: Int(marks[mark + fieldCount]) - start)
  }
}

extension DelimitedReader {
  /// No records of this reader yet, of some number of fields; they must not be used longer than the reader.
  public func plainRecords(fields: Int) -> PlainRecords { PlainRecords(of: UnsafePointer(buffer), fields: fields) }

  /// Moves past the plain records that come next, as many as there are or as there is room for.
  ///
  /// What is not plain, and a record that no line end follows, is left to ``next()``.
  ///
  /// - Throws: what the source says of a failed read.
  public mutating func find(_ found: inout PlainRecords) throws {
    if filled - position < Self.recordLimit + 2, !atEnd { try refill() }
    found.count = 0
    if skipsLine { return }
    found.bytesBefore = bytesBefore
    found.line = nextLine
    scanPlain(&found)
    position = Int(found.starts[found.count])
    nextLine += found.count
  }

  /// Has ``next()`` read a record once more.
  public mutating func goBack(to record: Int, of found: borrowing PlainRecords) {
    // What was read since may have moved the text to the front of the buffer.
    position = Int(found.starts[record]) - Int(bytesBefore - found.bytesBefore)
    nextLine = found.line + record
  }

  private func scanPlain(_ found: inout PlainRecords) {
    let (bytes, end, delimiter, quote) = (UnsafePointer(buffer), filled, delimiter, quote)
    let (fields, ends, starts) = (found.fieldCount, found.marks, found.starts)
    var (count, place, open, record) = (0, 1, fields, position)
    starts[0] = Int32(record)
    ends[0] = Int32(record - 1)
    var block = record
    var marks = block < end ? FieldMarks.places(from: bytes + block, delimiter: delimiter, quote: quote) : 0
    while true {
      while marks == 0 {
        block += FieldMarks.width
        if block >= end {
          found.count = count
          return
        }
        marks = FieldMarks.places(from: bytes + block, delimiter: delimiter, quote: quote)
      }
      let index = block + marks.trailingZeroBitCount
      marks &= marks &- 1
      let byte = bytes[index]
      if byte == delimiter {
        open -= 1
        if open == 0 { break }
        ends[place] = Int32(truncatingIfNeeded: index)
        place += 1
      } else if byte == 0x0A || byte == 0x0D {
        if open != 1 || index - record >= Self.recordLimit { break }
        ends[place] = Int32(truncatingIfNeeded: index)
        record = index + 1
        if byte == 0x0D {
          // A carriage return alone ends lines of another kind of file.
          if record >= end || bytes[record] != 0x0A { break }
          record += 1
          if marks == 0 {
            block += FieldMarks.width
            if block < end { marks = FieldMarks.places(from: bytes + block, delimiter: delimiter, quote: quote) }
          }
          marks &= marks &- 1
        }
        count += 1
        starts[count] = Int32(truncatingIfNeeded: record)
        if count == PlainRecords.capacity { break }
        ends[place + 1] = Int32(truncatingIfNeeded: record - 1)
        place += 2
        open = fields
      } else if byte != 0x09 {
        break
      }
    }
    found.count = count
  }
}
