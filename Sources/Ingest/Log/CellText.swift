/// Cells without the blanks around them, and empty where they say that they are.
enum CellText {
  /// A cell without blanks, tabs and line ends around it, and without blanks that do not break or have no width; nothing where what is
  /// left is how a database writes a value that is not there.
  @inline(__always)
  static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = text.first, let last = text.last, first <= 0x20 || last <= 0x20 || (first | last) >= 0x80 else {
      return text.first.map(mayBeginAbsence) == true ? presentOrNothing(text) : text
    }
    return presentOrNothing(withoutBlanks(text))
  }

  /// How databases write a value that is not there: SQL's word, as query tools and MySQL's exports have it. Not `Null`, which is a name.
  private static let absences = ["NULL", "null", "(null)", "(NULL)", "\\N"].map { Array($0.utf8) }

  /// Whether a byte may be the first of one of them: a bit for each of `N`, `n`, `(` and `\` by its lowest six. Other bytes that share
  /// these are hardly ever the first of a cell, and are looked at more closely.
  @inline(__always)
  private static func mayBeginAbsence(_ byte: UInt8) -> Bool {
    let beginnings: UInt64 = 1 << 0x0E | 1 << 0x2E | 1 << 0x28 | 1 << 0x1C
    return beginnings >> UInt64(byte & 0x3F) & 1 != 0
  }

  private static func presentOrNothing(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    text.count <= 6 && absences.contains { $0.elementsEqual(text) } ? UnsafeBufferPointer(start: nil, count: 0) : text
  }

  private static func withoutBlanks(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var rest = text[...]
    while let first = rest.first {
      if first == 0x20 || first == 0x09 || first == 0x0A || first == 0x0D {
        rest = rest.dropFirst()
      } else if first >= 0x80, let blank = wideBlanks.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(blank.count)
      } else {
        break
      }
    }
    while let last = rest.last {
      if last == 0x20 || last == 0x09 || last == 0x0A || last == 0x0D {
        rest = rest.dropLast()
      } else if last >= 0x80, let blank = wideBlanks.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
        rest = rest.dropLast(blank.count)
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: rest)
  }

  /// Blanks beyond ASCII as UTF-8: the one that does not break, those of typesetting, those without width, the wide one, and
  /// the byte order mark.
  private static let wideBlanks: [[UInt8]] =
    ([0x00A0, 0x202F, 0x2060, 0x3000, 0xFEFF] + Array(0x2000...0x200F)).compactMap { (number: UInt32) in
      Unicode.Scalar(number).map { Array(String(Character($0)).utf8) }
    }
}
