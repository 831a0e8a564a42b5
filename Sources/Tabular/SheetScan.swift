/// Makes rows of the elements of a sheet.
///
/// - Source: ECMA-376 part 1, § 18.3.1.4 (c), § 18.3.1.73 (row), § 18.18.11 (ST_CellType).
struct SheetScan: ~Copyable {
  /// The most columns and rows that a sheet can have.
  private static let columnLimit = 16_384
  private static let rowLimit = 1_048_576
  /// The most bytes that the texts of a row may take.
  private static let textLimit = 1 << 24

  /// The rows that are complete, and the cells of the one that is not.
  private(set) var part = SheetPart()
  /// What is wrong with the sheet, if anything.
  private(set) var problem: String?

  private let strings: SharedStrings
  private var current: SheetPart.Row?
  private var nextRow = 1
  private var column = 0
  private var cell = SheetPart.Cell()
  private var type = CellType.number
  private var isInCell = false
  private var isInValue = false
  private var phonetic = 0
  private var hasValue = false
  private var hasFormula = false

  /// In place of a value in the cell of a formula whose result was not saved, as programs write workbooks that no spreadsheet has
  /// worked out.
  static let noResult = "#NO-RESULT"
  /// The digits of a number that a spreadsheet program keeps: more are how a binary fraction is written out.
  ///
  /// - Source: Microsoft, "Excel specifications and limits", number precision.
  private static let digitsKept = 15

  private enum CellType {
    case number, boolean, error, shared, text, inline

    /// The type of an attribute's value; nil where it is none.
    init?(_ value: XMLText) {
      if value == "s" {
        self = .shared
      } else if value == "n" {
        self = .number
      } else if value == "str" || value == "d" {
        self = .text
      } else if value == "inlineStr" {
        self = .inline
      } else if value == "b" {
        self = .boolean
      } else if value == "e" {
        self = .error
      } else {
        return nil
      }
    }
  }

  init(_ strings: SharedStrings) { self.strings = strings }

  /// Takes away the rows that were completed after the first so many.
  mutating func removeRows(after count: Int) { part.rows.removeLast(part.rows.count - count) }

  /// Gives out the rows that are complete in place of an empty part, and goes on there with the row that is not.
  mutating func give(in place: inout SheetPart) {
    if let row = current {
      part.move(row, to: &place)
      if isInCell { cell.start -= Int32(row.firstByte) }
      current = SheetPart.Row(
        number: row.number, firstCell: 0, cellCount: row.cellCount, firstByte: 0, width: row.width,
        hasFlaw: row.hasFlaw)
    }
    swap(&part, &place)
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "c" {
      startCell(attributes)
    } else if name == "v" || name == "t" {
      isInValue = isInCell && phonetic == 0
      if isInValue { hasValue = true }
    } else if name == "f" {
      hasFormula = true
    } else if name == "row" {
      startRow(attributes)
    } else if name == "rPh" {
      phonetic += 1
    }
  }

  mutating func end(_ name: XMLName) {
    if name == "c" {
      endCell()
    } else if name == "v" || name == "t" {
      isInValue = false
    } else if name == "row", let row = current {
      part.rows.append(row)
      current = nil
    } else if name == "rPh" {
      phonetic -= 1
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInValue, problem == nil else { return }
    if part.arena.count - (current?.firstByte ?? 0) > Self.textLimit { return problem = "has a row of too much text" }
    part.arena.append(bytes)
  }

  private mutating func startRow(_ attributes: XMLAttributes) {
    let number = attributes.bytes("r") == nil ? nextRow : attributes.number("r")
    guard let number, number >= nextRow, number <= Self.rowLimit else {
      return problem = problem ?? "has rows that are out of order"
    }
    nextRow = number + 1
    column = 0
    current = SheetPart.Row(number: number, firstCell: part.cells.count, firstByte: part.arena.count)
  }

  private mutating func startCell(_ attributes: XMLAttributes) {
    guard problem == nil, current != nil else { return }
    let (reference, styleText, typeText) = attributes.bytes(
      ofLetters: UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "t"))
    if let reference {
      guard let place = Self.column(reference), place > column else {
        return problem = "has cells that are out of order"
      }
      column = place
    } else {
      column += 1
    }
    guard column <= Self.columnLimit else { return problem = "has more than \(Self.columnLimit) columns" }
    // A style that cannot be is none.
    let style = styleText.flatMap(XMLAttributes.number).flatMap { Int32(exactly: $0) }
    cell = SheetPart.Cell(column: Int16(column), start: Int32(part.arena.count), style: style ?? 0)
    isInCell = true
    hasValue = false
    hasFormula = false
    guard let type = typeText.map({ CellType(XMLText(start: $0)) }) ?? .number else {
      return problem = "has a cell of an unknown type"
    }
    self.type = type
  }

  private mutating func endCell() {
    guard isInCell, problem == nil, var row = current else { return }
    isInCell = false
    guard hasValue || hasFormula else { return }
    cell.count = Int32(part.arena.count) - cell.start
    // A text without letters may be a formula's result.
    if hasFormula, cell.count == 0, !hasValue || type == .number {
      part.arena.append(Array(Self.noResult.utf8))
      cell.count = Int32(part.arena.count) - cell.start
      type = .error
    }
    switch type {
    case .number:
      if cell.count == 0 { return }
      cell.kind = .number
      writeOutExponent()
      roundFraction()
    case .text, .inline:
      cell.kind = .text
      CharacterEscapes.decode(part.arena, from: Int(cell.start))
      cell.count = Int32(part.arena.count) - cell.start
    case .error: cell.kind = .error
    case .boolean:
      let isTrue = part.arena.copy(from: Int(cell.start)) == [0x31]
      part.arena.truncate(to: Int(cell.start))
      part.arena.append(isTrue ? Array("TRUE".utf8) : Array("FALSE".utf8))
      cell.kind = .boolean
      cell.count = Int32(part.arena.count) - cell.start
    case .shared:
      guard let number = WholeNumber.read(part.arena[Int(cell.start)..<part.arena.count]),
        let place = strings.range(number)
      else { return problem = "has a cell that names a text that the workbook lacks" }
      part.arena.truncate(to: Int(cell.start))
      cell.kind = .text
      cell.isShared = true
      cell.start = Int32(place.lowerBound)
      cell.count = Int32(place.count)
    }
    if cell.count == 0 { return }
    part.cells.append(cell)
    row.cellCount += 1
    row.width = column
    if cell.kind == .error { row.hasFlaw = true }
    current = row
  }

  /// Turns `9.0000000000000011E-2` into `0.090000000000000011`: the same digits, in the form of all other numbers.
  private mutating func writeOutExponent() {
    let start = Int(cell.start)
    guard part.arena[start..<part.arena.count].contains(where: { $0 == 0x45 || $0 == 0x65 }) else { return }
    let parts = part.arena.copy(from: start).split(omittingEmptySubsequences: false) { $0 == 0x45 || $0 == 0x65 }
    guard parts.count == 2, let exponent = Int(String(decoding: parts[1], as: UTF8.self)), abs(exponent) <= 30 else {
      return
    }
    let isNegative = parts[0].first == 0x2D
    let mantissa = parts[0].drop { $0 == 0x2D }.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard mantissa.count <= 2, let whole = mantissa.first else { return }
    var digits = Array(mantissa.joined())
    var point = whole.count + exponent
    if point < 1 {
      digits = [UInt8](repeating: 0x30, count: 1 - point) + digits
      point = 1
    }
    digits += [UInt8](repeating: 0x30, count: max(0, point - digits.count))
    part.arena.truncate(to: start)
    if isNegative { part.arena.append([0x2D]) }
    part.arena.append(digits[..<point])
    if point < digits.count { part.arena.append([0x2E] + digits[point...]) }
    cell.count = Int32(part.arena.count - start)
  }

  /// Turns `730.17999999999995` into `730.18`: a number with a fraction has at most ``digitsKept`` digits, as the spreadsheet shows it.
  ///
  /// Whole numbers are as they are: one of so many digits is no quantity, but somebody's number.
  private mutating func roundFraction() {
    guard cell.count > Self.digitsKept + 1 else { return }
    let start = Int(cell.start)
    let text = part.arena.copy(from: start)
    let unsigned = text.drop { $0 == 0x2D }
    guard let point = unsigned.firstIndex(of: 0x2E), unsigned.allSatisfy({ $0 == 0x2E || $0 >= 0x30 && $0 <= 0x39 })
    else { return }
    let whole = Array(unsigned[..<point])
    var digits = whole + unsigned[(point + 1)...]
    let leading = digits.prefix { $0 == 0x30 }.count
    let kept = leading + Self.digitsKept
    guard kept < digits.count, kept >= whole.count else { return }
    let isUp = digits[kept] >= 0x35
    digits.removeLast(digits.count - kept)
    if isUp {
      var place = kept - 1
      while place >= 0, digits[place] == 0x39 {
        digits[place] = 0x30
        place -= 1
      }
      if place >= 0 { digits[place] += 1 } else { digits.insert(0x31, at: 0) }
    }
    let fraction = kept - whole.count
    var end = digits.count
    while end > digits.count - fraction, digits[end - 1] == 0x30 { end -= 1 }
    let wholeEnd = digits.count - fraction
    part.arena.truncate(to: start)
    if text.first == 0x2D { part.arena.append([0x2D]) }
    part.arena.append(digits[..<wholeEnd])
    if end > wholeEnd { part.arena.append([0x2E] + digits[wholeEnd..<end]) }
    cell.count = Int32(part.arena.count - start)
  }

  /// The 1-based column of a reference such as `AB12`; nil where it is none.
  private static func column(_ reference: UnsafePointer<CChar>) -> Int? {
    var column = 0
    var place = reference
    while place.pointee >= 0x41, place.pointee <= 0x5A {
      column = column * 26 + Int(place.pointee) - 0x40
      guard column <= columnLimit else { return nil }
      place += 1
    }
    return column > 0 && place.pointee >= 0x30 && place.pointee <= 0x39 ? column : nil
  }
}
