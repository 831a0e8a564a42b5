/// Reads text of fixed width a line at a time: each field stands between two places of the line.
///
/// Lines end with LF or CRLF; a last line without an end is a record too. A blank line is a record of empty fields, since a
/// table of fixed width may have one.
///
/// - Complexity: O(1) memory beyond the text, which is held whole.
public struct FixedWidthReader: RecordReader, ~Copyable {
  /// The layout by which lines are cut.
  public let layout: FixedWidthLayout
  /// The 1-based line.
  public private(set) var line = 0
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var start = 0
  private var end = 0
  private var nextStart = 0

  /// A reader of a text.
  public init(_ text: [UInt8], layout: FixedWidthLayout) {
    self.layout = layout
    bytes = .allocate(capacity: text.count)
    _ = bytes.initialize(from: text)
  }

  deinit { bytes.deallocate() }

  /// The number of fields of the layout: every line is cut into as many.
  public var fieldCount: Int { layout.fields.count }

  /// Moves to the next line; false at the end.
  public mutating func next() -> Bool {
    guard nextStart < bytes.count else { return false }
    start = nextStart
    end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    nextStart = end + 1
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    line += 1
    return true
  }

  /// The whole line without its end.
  public var wholeLine: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[start..<end]) }

  /// The bytes of a field, with the blanks around it; fewer, or none, where the line is short.
  public func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let field = layout.fields[index]
    let first = min(end, start + field.first - 1)
    return UnsafeBufferPointer(rebasing: bytes[first..<max(first, min(end, start + field.last))])
  }

  /// The 1-based character at which the field starts.
  public func column(of index: Int) -> Int { layout.fields[index].first }

  /// A text of fixed width is text throughout.
  public func isNumber(_ index: Int) -> Bool { false }

  /// A line must be as long as the layout says, with nothing but blanks between its fields.
  public func fault(expecting count: Int) -> String? {
    guard end - start == layout.length else {
      return "is \(end - start) characters long where the layout has \(layout.length)"
    }
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
    return firstText(place..<max(place, end - start))
  }

  private func firstText(_ places: Range<Int>) -> Int? {
    places.first { start + $0 < end && bytes[start + $0] > 0x20 }.map { $0 + 1 }
  }
}
