import ProductivityModel
import Reporting
import Tabular

/// Rows of data tables as CSV, as ``Tabular/DelimitedWriter`` writes them: of numbers and short texts, of which a run has millions.
///
/// There is always room behind the last byte for a field of sixteen characters, so a number is stored as two words of eight and the place
/// moves on by as many characters as it has.
struct DataRows {
  /// What has been written, and room.
  private var bytes: [UInt8]
  private var end = 0
  private var rowStart = 0
  /// Where each field of the row begins, and behind those that it has so far, where those of the row before do.
  private var starts: [Int] = []
  /// How many fields the row has so far.
  private var column = 0
  /// What a field without words takes at most, with the comma behind it.
  private static let shortField = 17

  /// No rows.
  ///
  /// - Parameter room: how many bytes are made room for at once.
  init(room: Int = 1 << 12) { bytes = [UInt8](repeating: 0, count: max(room, Self.shortField)) }

  /// Adds a field to the row that is being written.
  mutating func add(_ cell: CellValue) {
    if column < starts.count { starts[column] = end } else { starts.append(end) }
    column &+= 1
    switch cell {
    case .text(let text), .literal(let text): add(text)
    case .position(let position): add(position.description)
    default:
      if let short = cell.shortData { add(short) } else { addNumber(cell.dataText) }
    }
  }

  /// Ends the row.
  mutating func endRow() {
    // A row of one empty field is quoted: as a blank line it would be no record.
    if end == rowStart + 1 {
      makeRoom(for: 2)
      bytes[end - 1] = 0x22
      bytes[end] = 0x22
      end += 2
    }
    // In place of the comma behind the last field.
    bytes[end - 1] = 0x0A
    rowStart = end
    column = 0
  }

  /// Adds as many fields as are asked for that are those of the row before.
  mutating func addAsBefore(_ columns: Int) {
    let (first, next) = (column, column + columns)
    let from = starts[first]
    // Behind a field is a comma, or the end of the row.
    let count = (next < starts.count ? starts[next] : rowStart) - 1 - from
    let to = end
    column = next
    var moved = starts.mutableSpan
    for place in first..<next { moved[place] &+= to &- from }
    makeRoom(for: count + 8)
    var span = bytes.mutableSpan
    var room = span.mutableBytes
    // A word at a time: what is behind the fields is written over.
    var offset = 0
    while offset < count {
      let word = room.unsafeLoadUnaligned(fromByteOffset: from &+ offset, as: UInt64.self)
      room.storeBytes(of: word, toByteOffset: to &+ offset, as: UInt64.self)
      offset &+= 8
    }
    room.storeBytes(of: 0x2C, toByteOffset: to &+ count, as: UInt8.self)
    end = to &+ count &+ 1
  }

  /// What has been written.
  consuming func written() -> [UInt8] {
    bytes.removeLast(bytes.count - end)
    return bytes
  }

  /// Adds a number or a day.
  @inline(__always)
  private mutating func add(_ short: ShortText) {
    makeRoom(for: Self.shortField)
    let place = end
    var span = bytes.mutableSpan
    var room = span.mutableBytes
    room.storeBytes(of: short.first, toByteOffset: place, as: UInt64.self)
    room.storeBytes(of: short.second, toByteOffset: place &+ 8, as: UInt64.self)
    room.storeBytes(of: 0x2C, toByteOffset: place &+ short.count, as: UInt8.self)
    end = place &+ short.count &+ 1
  }

  /// Adds a number of many digits; one below zero is no formula.
  private mutating func addNumber(_ text: String) {
    var text = text
    text.withUTF8 { addField($0) }
  }

  /// Adds words, which no spreadsheet takes for a formula.
  private mutating func add(_ text: String) {
    if text.isEmpty { return add(.empty) }
    var guarded = FormulaGuard.harmless(text)
    guarded.withUTF8 { addField($0) }
  }

  /// Adds a field, in quotes where it needs them.
  private mutating func addField(_ text: UnsafeBufferPointer<UInt8>) {
    makeRoom(for: 2 * text.count + 3)
    let place = end
    var room = bytes.mutableSpan
    // All are looked at, many at once, which they cannot be where one decides whether the next is looked at.
    var marks: UInt8 = 0
    for offset in text.indices {
      let byte = text[offset]
      marks |= (byte == 0x2C ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0)
      room[place &+ offset] = byte
    }
    var next = place &+ text.count
    if marks > 0 {
      room[place] = 0x22
      next = place &+ 1
      for byte in text {
        if byte == 0x22 {
          room[next] = 0x22
          next &+= 1
        }
        room[next] = byte
        next &+= 1
      }
      room[next] = 0x22
      next &+= 1
    }
    room[next] = 0x2C
    end = next &+ 1
  }

  /// Makes room for so many bytes.
  @inline(__always)
  private mutating func makeRoom(for count: Int) {
    if bytes.count &- end < count { grow(by: count) }
  }

  @inline(never)
  private mutating func grow(by count: Int) {
    bytes.append(contentsOf: repeatElement(0, count: max(bytes.count, count)))
  }
}
