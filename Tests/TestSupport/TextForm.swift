/// A form in which tests write a table as text: its delimiter, line ends, encoding, and whether it is packed.
public struct TextForm: Hashable, Sendable, CustomStringConvertible {
  /// How characters become bytes.
  public enum Encoding: String, CaseIterable, Sendable { case utf8, utf16LE, utf16BE, windows1252 }

  /// The mark between cells.
  public var delimiter: Character
  /// What ends a row.
  public var lineEnd: String
  /// How characters become bytes.
  public var encoding: Encoding
  /// Whether the file is compressed.
  public var isPacked: Bool

  /// A form; commas, line feeds and UTF-8 unless said otherwise.
  public init(
    delimiter: Character = ",", lineEnd: String = "\n", encoding: Encoding = .utf8, isPacked: Bool = false
  ) {
    self.delimiter = delimiter
    self.lineEnd = lineEnd
    self.encoding = encoding
    self.isPacked = isPacked
  }

  /// Every form of four delimiters, two line ends, four encodings, packed and not.
  public static var all: [TextForm] {
    var forms: [TextForm] = []
    for delimiter: Character in [",", "\t", ";", "|"] {
      for lineEnd in ["\n", "\r\n"] {
        for encoding in Encoding.allCases {
          for isPacked in [false, true] {
            forms.append(
              TextForm(delimiter: delimiter, lineEnd: lineEnd, encoding: encoding, isPacked: isPacked))
          }
        }
      }
    }
    return forms
  }

  /// The form in a few words.
  public var description: String {
    "\(String(delimiter).debugDescription) \(lineEnd.debugDescription) \(encoding)\(isPacked ? " gzip" : "")"
  }

  /// A cell, in quotes where it needs them.
  public func cell(_ text: String) -> String {
    let marks: [Character] = [delimiter, "\"", "\n", "\r", "\r\n"]
    return text.contains(where: marks.contains) ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }

  /// A row without its end.
  public func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: String(delimiter)) }

  /// A character that stands for a byte, or a unit, that is none in the encoding.
  public static let broken: Unicode.Scalar = "\u{F8FF}"

  /// Whether the encoding has every character of a text; a broken one it always has.
  public func hasAll(of text: String) -> Bool {
    encoding != .windows1252
      || text.unicodeScalars.allSatisfy { $0.value < 0x80 || (0xA0...0xFF).contains($0.value) || $0 == Self.broken }
  }

  /// The bytes of a text.
  public func bytes(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      let isBroken = scalar == Self.broken
      switch encoding {
      case .utf8: bytes += isBroken ? [0xE9] : Array(String(Character(scalar)).utf8)
      case .windows1252: bytes.append(isBroken ? 0x81 : UInt8(truncatingIfNeeded: scalar.value))
      case .utf16LE, .utf16BE:
        for unit in isBroken ? [0xD800] : Array(String(Character(scalar)).utf16) {
          let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
          bytes += encoding == .utf16LE ? pair : pair.reversed()
        }
      }
    }
    return isPacked ? StoredGzip.bytes(bytes) : bytes
  }
}
