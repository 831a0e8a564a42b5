import ProductivityModel

/// Numbers as spreadsheets write identifiers: `1.23456789E+09` and `1234567890.0` are 1234567890.
enum ScientificText {
  /// The whole number of a text with an exponent or with decimals that are zeros; any other text as it is.
  ///
  /// A number whose digits were lost to rounding, as in `1.23E+09`, is written out with the zeros that it then has.
  static func plain(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard text.contains(0x2E) || text.contains(0x45) || text.contains(0x65) else { return Array(text) }
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == 0x45 || $0 == 0x65 }
    var exponent = 0
    if parts.count == 2 {
      let digits = parts[1].first == 0x2B ? parts[1].dropFirst() : parts[1]
      guard let number = Int(String(decoding: digits, as: UTF8.self)), (0...15).contains(number) else {
        return Array(text)
      }
      exponent = number
    }
    let mantissa = parts[0].split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
    let whole = Array(mantissa[0])
    var decimals = mantissa.count == 2 ? Array(mantissa[1]) : []
    guard !whole.isEmpty, (whole + decimals).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return Array(text) }
    while decimals.count < exponent { decimals.append(0x30) }
    guard decimals[exponent...].allSatisfy({ $0 == 0x30 }) else { return Array(text) }
    return whole + decimals[..<exponent]
  }
}
