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
  /// What a field without words takes at most, with the comma behind it.
  private static let shortField = 17

  /// No rows.
  ///
  /// - Parameter room: how many bytes are made room for at once.
  init(room: Int = 1 << 12) { bytes = [UInt8](repeating: 0, count: max(room, Self.shortField)) }

  /// Adds a field to the row that is being written.
  mutating func add(_ cell: CellValue) {
    switch cell {
    case .text(let text), .literal(let text): add(text)
    case .position(let position): add(position.description)
    default:
      if let short = cell.shortData { add(short) } else { add(cell.dataText) }
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

  /// Adds words, which no spreadsheet takes for a formula.
  private mutating func add(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { addPlain($0) }
    if isPlain { return }
    var writer = DelimitedWriter()
    writer.field(FormulaGuard.harmless(text))
    let quoted = writer.bytes
    makeRoom(for: quoted.count + 1)
    bytes.replaceSubrange(end..<(end + quoted.count), with: quoted)
    end += quoted.count + 1
    bytes[end - 1] = 0x2C
  }

  /// Adds words that need no quotes and are no formula.
  ///
  /// - Returns: whether they are such words; else nothing was added.
  private mutating func addPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if let first = text.first, FormulaGuard.mayStartFormula(first) { return false }
    makeRoom(for: text.count + 1)
    let place = end
    var room = bytes.mutableSpan
    // All are looked at, many at once, which they cannot be where one decides whether the next is looked at.
    var marks: UInt8 = 0
    for offset in text.indices {
      let byte = text[offset]
      marks |= (byte == 0x2C ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0)
      room[place &+ offset] = byte
    }
    if marks > 0 { return false }
    room[place &+ text.count] = 0x2C
    end = place &+ text.count &+ 1
    return true
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
