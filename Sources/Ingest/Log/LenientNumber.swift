/// Amounts as people write them: `$1,234.50`, `(12.50)`, `12.50-`, `-$3`.
enum LenientNumber {
  /// The plain number of a text, for a reader of plain numbers; nil where it has another form or is plain already.
  ///
  /// Commas must stand before every three whole digits, so `1,5` and `1.234,50`, where the comma is a decimal one, are not
  /// taken for anything.
  ///
  /// - Parameter besideSemicolons: whether semicolons are between the fields: commas often are decimal marks there, so that `1,250` may
  ///   be one and a quarter and is not taken either.
  static func plain(_ text: UnsafeBufferPointer<UInt8>, besideSemicolons: Bool = false) -> [UInt8]? {
    if besideSemicolons, mayHaveDecimalComma(text) { return nil }
    var rest = text[...]
    var isNegative = false
    func trim() {
      while let first = rest.first, first == 0x20 { rest = rest.dropFirst() }
      while let last = rest.last, last == 0x20 { rest = rest.dropLast() }
    }
    trim()
    if isDash(rest) { return [0x30] }
    if rest.first == 0x28, rest.last == 0x29, rest.count > 2 {
      isNegative = true
      rest = rest.dropFirst().dropLast()
    } else if rest.last == 0x2D {
      isNegative = true
      rest = rest.dropLast()
    } else if rest.first == 0x2D {
      isNegative = true
      rest = rest.dropFirst()
    }
    trim()
    if rest.first == 0x24 { rest = rest.dropFirst() }
    trim()
    // A sign may stand after the money sign too, but not twice.
    if rest.first == 0x2D, !isNegative {
      isNegative = true
      rest = rest.dropFirst()
    }
    let parts = rest.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, rest.contains(where: isDigit) else { return nil }
    let groups = whole.split(separator: 0x2C, omittingEmptySubsequences: false)
    let isGrouped = groups.count > 1
    guard groups.allSatisfy({ $0.allSatisfy(isDigit) }), parts.dropFirst().allSatisfy({ $0.allSatisfy(isDigit) }),
      !isGrouped || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return (isNegative ? [0x2D] : []) + groups.joined() + parts.dropFirst().flatMap { [0x2E] + Array($0) }
  }

  /// Whether 1,250 may be one and a quarter: where semicolons are between the fields, commas often are decimal marks.
  static func mayHaveDecimalComma(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count { $0 == 0x2C } == 1 && !text.contains(0x2E)
  }

  /// Whether a text is a dash, perhaps after a money sign: so spreadsheets' accounts show zero.
  private static func isDash(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let marks = text.filter { $0 != 0x20 }
    return marks.elementsEqual([0x2D]) || marks.elementsEqual([0x24, 0x2D])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
