/// Reads text of fixed width a line at a time: each field stands between two places of the line.
///
/// Lines end with LF, CRLF or CR, and a byte order mark is skipped; a last line without an end is a record too. A blank line is a
/// record of empty fields, since a table of fixed width may have one. In a line of UTF-8 places count characters, in any
/// other bytes; where a layout does not fix what is between its fields, such a line does not fit it, since a character that
/// is lost may have moved those after it.
///
/// - Complexity: O(1) memory beyond the longest line that is read.
public struct FixedWidthReader: RecordReader, ~Copyable {
  /// The most bytes of a line; of a longer one the rest is passed over.
  public static let lineLimit = 1 << 20

  /// The layout by which lines are cut.
  public let layout: FixedWidthLayout
  /// The 1-based line.
  public private(set) var line = 0
  private let source: any ByteSource
  private let buffer: UnsafeMutablePointer<UInt8>
  private let capacity = 2 * lineLimit
  private var filled = 0
  private var start = 0
  private var end = 0
  private var nextStart = 0
  private var isAtEnd = false
  private var isTooLong = false
  /// Where each character starts, and where the last ends, in a line that has longer ones than a byte; else empty.
  private var characters: [Int] = []
  /// Whether the line has bytes that are no character of UTF-8.
  private var hasLostCharacter = false

  /// A reader of a source's lines.
  public init(_ source: any ByteSource, layout: FixedWidthLayout) {
    self.layout = layout
    self.source = source
    buffer = .allocate(capacity: capacity)
  }

  deinit { buffer.deallocate() }

  /// The number of fields of the layout: every line is cut into as many.
  public var fieldCount: Int { layout.fields.count }

  /// Moves to the next line; false at the end.
  ///
  /// - Throws: what the source says of a failed read.
  public mutating func next() throws -> Bool {
    if isTooLong { try skipLine() }
    // Two bytes beyond the longest line show how it ends.
    if filled - nextStart < Self.lineLimit + 2, !isAtEnd { try refill() }
    guard nextStart < filled else { return false }
    start = nextStart
    end = start
    let limit = min(filled, start + Self.lineLimit)
    var highest: UInt8 = 0
    while end < limit, !isLineEnd(end) {
      highest |= buffer[end]
      end += 1
    }
    isTooLong = end == limit && (limit < filled || !isAtEnd) && !(end < filled && isLineEnd(end))
    let isPair = end + 1 < filled && buffer[end] == 0x0D && buffer[end + 1] == 0x0A
    nextStart = isTooLong ? end : end + (isPair ? 2 : 1)
    line += 1
    characters.removeAll(keepingCapacity: true)
    hasLostCharacter = false
    if highest >= 0x80 { findCharacters() }
    return true
  }

  private func isLineEnd(_ place: Int) -> Bool { buffer[place] == 0x0A || buffer[place] == 0x0D }

  /// Passes over the rest of a line that was too long.
  private mutating func skipLine() throws {
    while true {
      if nextStart >= filled {
        if isAtEnd { return }
        try refill()
        if nextStart >= filled { return }
      }
      nextStart += 1
      if buffer[nextStart - 1] == 0x0A { return }
      if buffer[nextStart - 1] == 0x0D {
        if nextStart >= filled, !isAtEnd { try refill() }
        if nextStart < filled, buffer[nextStart] == 0x0A { nextStart += 1 }
        return
      }
    }
  }

  /// Moves what is left to the front of the buffer and fills the rest.
  private mutating func refill() throws {
    let left = max(0, filled - nextStart)
    buffer.update(from: buffer + min(nextStart, filled), count: left)
    filled = left
    nextStart = 0
    while filled < capacity {
      let count = try source.read(into: UnsafeMutableRawBufferPointer(start: buffer + filled, count: capacity - filled))
      if count == 0 {
        isAtEnd = true
        break
      }
      filled += count
    }
    if line == 0, filled >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { nextStart = 3 }
  }

  private mutating func findCharacters() {
    guard String(validating: wholeLine, as: UTF8.self) != nil else {
      hasLostCharacter = true
      return
    }
    for place in start..<end where buffer[place] & 0xC0 != 0x80 { characters.append(place) }
    characters.append(end)
  }

  /// The whole line without its end.
  public var wholeLine: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: buffer + start, count: end - start) }

  /// The characters of the line.
  private var length: Int { characters.isEmpty ? end - start : characters.count - 1 }

  /// The bytes of a field, with the blanks around it; fewer, or none, where the line is short.
  public func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let field = layout.fields[index]
    let first = place(of: field.first - 1)
    return UnsafeBufferPointer(start: buffer + first, count: max(0, place(of: field.last) - first))
  }

  /// Where a character of the line stands in the buffer; the line's end where it has fewer.
  private func place(of character: Int) -> Int {
    if characters.isEmpty { return min(end, start + character) }
    return characters[min(character, characters.count - 1)]
  }

  /// The 1-based character at which the field starts.
  public func column(of index: Int) -> Int { layout.fields[index].first }

  /// A text of fixed width is text throughout.
  public func isNumber(_ index: Int) -> Bool { false }

  /// A line must be as long as the layout says, with nothing but blanks between its fields where the layout names them all.
  public func fault(expecting count: Int) -> String? {
    if isTooLong { return "is longer than \(Self.lineLimit >> 20) MB" }
    if hasLostCharacter, !layout.isWhole { return "has a character that is lost, so that its places cannot be counted" }
    if let length = layout.length, self.length != length {
      return "is \(self.length) characters long where the layout has \(length)"
    }
    guard layout.isWhole else { return nil }
    return firstOutside.map { "has text at character \($0), where the layout has none" }
  }

  /// Whether there is nothing but blanks between the fields and after them.
  public var fillerIsBlank: Bool { firstOutside == nil }

  /// The 1-based character of the first text outside the fields; nil where there is none.
  private var firstOutside: Int? {
    var place = 0
    for field in layout.fields {
      if let found = firstText(place..<field.first - 1) { return found }
      place = field.last
    }
    return firstText(place..<max(place, length))
  }

  private func firstText(_ places: Range<Int>) -> Int? {
    places.clamped(to: 0..<length).first { buffer[place(of: $0)] > 0x20 }.map { $0 + 1 }
  }
}
