import ProductivityModel

/// Reads a published value of few decimals, forgiving the noise that a detour through binary floats leaves.
///
/// `0.8690000000000001` is 0.869 to three decimals; `17.155` to two is refused, for which of its neighbours was meant
/// cannot be known.
enum PublishedDecimal {
  /// The decimals at which noise is cut off: far beyond any published one, well before a double's last digits.
  private static let noiseFrom = 9

  /// The value times ten to the power of `scale`; nil where the text is no number of that many decimals.
  static func parse(_ text: UnsafeBufferPointer<UInt8>, scale: Int) -> Int64? {
    switch DecimalText.parse(text, scale: scale) {
    case .success(let value): return value
    case .failure(.tooManyDecimals), .failure(.outOfRange): return withoutNoise(text, scale: scale)
    case .failure(.notANumber): return nil
    }
  }

  private static func withoutNoise(_ text: UnsafeBufferPointer<UInt8>, scale: Int) -> Int64? {
    guard let point = text.firstIndex(of: 0x2E), text.count - point - 1 > noiseFrom else { return nil }
    let next = text[point + 1 + noiseFrom]
    let tail = text[(point + 1 + noiseFrom)...]
    guard tail.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let kept = UnsafeBufferPointer(rebasing: text[..<(point + 1 + noiseFrom)])
    guard case .success(var value) = DecimalText.parse(kept, scale: noiseFrom) else { return nil }
    if next >= 0x35 { value += value < 0 || text.first == 0x2D ? -1 : 1 }
    let unit = Int64(DecimalText.powerOfTen(noiseFrom - scale))
    return value % unit == 0 ? value / unit : nil
  }
}
