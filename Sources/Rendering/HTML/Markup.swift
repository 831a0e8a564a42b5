import ProductivityModel
import Reporting

/// Markup in the making: the bytes of a page, to whose end elements, texts and numbers are added.
///
/// A run of a large practice writes thousands of pages, each of hundreds of shapes and cells: no string is made for any of them.
struct Markup {
  private(set) var bytes: [UInt8] = []

  /// The markup as text.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Markup with room for so many bytes before it has to move.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Adds markup that stands in the program.
  @inline(__always)
  mutating func add(_ markup: StaticString) { add(upTo: markup.utf8CodeUnitCount) { $0.add(markup) } }

  /// Adds what is written to the end, where there is room for so many bytes.
  @inline(__always)
  mutating func add(upTo count: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
    bytes.append(addingCapacity: count, initializingWith: write)
  }

  /// Adds markup that is finished: nothing of it is escaped.
  mutating func add(finished markup: String) {
    let utf8 = markup.utf8.span
    add(upTo: utf8.count) { $0.append(copying: utf8) }
  }

  /// Adds other markup.
  mutating func add(_ markup: Markup) { bytes.append(contentsOf: markup.bytes) }

  /// Adds a whole number.
  mutating func add(_ number: Int) { DecimalText.append(Int64(number), scale: 0, to: &bytes) }

  /// Adds a number with no more decimals than it needs.
  mutating func add(_ number: Int64, scale: Int) { DecimalText.append(number, scale: scale, to: &bytes) }

  /// Adds a value as people read it, as ``HTMLText/markup(_:)`` has it.
  mutating func add(_ value: CellValue) {
    if let number = value.number { number.append(to: &bytes) } else { add(text: value.text) }
  }

  /// Adds a text as ``HTMLText/markup(_:)`` has it.
  mutating func add(text: String) {
    if !addASCII(text) { add(finished: HTMLText.markup(text)) }
  }

  /// Adds a text as ``HTMLText/escape(_:)`` has it.
  mutating func add(escaped text: String) {
    if !addASCII(text) { add(finished: HTMLText.escape(text)) }
  }

  /// Adds a text as ``HTMLText/isolated(_:)`` has it.
  mutating func add(isolated text: String) {
    if !addASCII(text) { add(finished: HTMLText.isolated(text)) }
  }

  /// Adds a text as ``HTMLText/unbroken(_:)`` has it.
  mutating func add(unbroken text: String) {
    if PlainText.has(UInt8(ascii: "-"), in: text) { add(finished: HTMLText.unbroken(text)) } else { add(text: text) }
  }

  /// Adds a text as ``HTMLText/sentence(_:)`` has it.
  mutating func add(sentence text: String) {
    if PlainText.has(UInt8(ascii: "`"), in: text) { add(finished: HTMLText.sentence(text)) } else { add(text: text) }
  }

  /// Adds a text of ASCII alone, escaped: almost every text is, and such a text has no words that run from right to left and no
  /// character of more than one scalar.
  ///
  /// - Returns: whether it is of ASCII alone; where it is not, nothing is added.
  private mutating func addASCII(_ text: String) -> Bool {
    let utf8 = text.utf8.span
    if PlainText.isAll(of: utf8) {
      add(upTo: utf8.count) { $0.append(copying: utf8) }
      return true
    }
    var isASCII = true
    add(upTo: utf8.count * Self.mostOfOneByte) { end in
      for index in utf8.indices {
        let byte = utf8[index]
        switch byte {
        case UInt8(ascii: "<"): end.add("&lt;")
        case UInt8(ascii: ">"): end.add("&gt;")
        case UInt8(ascii: "&"): end.add("&amp;")
        case UInt8(ascii: "\""): end.add("&quot;")
        case UInt8(ascii: "'"): end.add("&#39;")
        case 0x20...0x7E: end.append(byte)
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): end.append(UInt8(ascii: " "))
        case 0...0x7F: end.add("\u{FFFD}")
        default:
          isASCII = false
          end.removeAll()
          return
        }
      }
    }
    return isASCII
  }

  /// The most bytes that one byte becomes: `&quot;`.
  private static let mostOfOneByte = 6
}

extension OutputSpan<UInt8> {
  /// Adds markup that stands in the program.
  @inline(__always)
  mutating func add(_ markup: StaticString) { markup.withUTF8Buffer { append(copying: $0) } }
}
