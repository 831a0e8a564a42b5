/// The digits of a number below 1,000 with as many decimals as it needs, put together in a register and written all at once: a page has more
/// than a thousand coordinates.
///
/// There is no branch in it, since lengths are as good as random.
struct ShortDigits {
  /// The bytes in order, the first lowest; what follows them means nothing.
  fileprivate let bytes: UInt64
  fileprivate let count: Int

  /// The digits of a number of hundredths, below 1,000 whole.
  ///
  /// - Parameter isPadded: whether zeros stand before the whole part, as after other digits.
  @inline(__always)
  init(hundredths: UInt32, isPadded: Bool = false) {
    let (whole, fraction) = hundredths.quotientAndRemainder(dividingBy: 100)
    let (rest, ones) = whole.quotientAndRemainder(dividingBy: 10)
    let (hundreds, tens) = rest.quotientAndRemainder(dividingBy: 10)
    let (tenths, last) = fraction.quotientAndRemainder(dividingBy: 10)
    let zeros = isPadded ? 0 : (whole < 10 ? 1 : 0) &+ (whole < 100 ? 1 : 0)
    let digits = UInt64(0x30_30_30 | hundreds | tens &<< 8 | ones &<< 16) &>> UInt64(zeros &* 8)
    // A point, and two digits after it.
    let decimals = UInt64(0x30_30_2E | tenths &<< 8 | last &<< 16)
    let wholeCount = 3 &- zeros
    bytes = digits | decimals &<< UInt64(wholeCount &* 8)
    count = wholeCount &+ (fraction == 0 ? 0 : 2) &+ (last == 0 ? 0 : 1)
  }
}

extension OutputSpan<UInt8> {
  /// Appends digits.
  @inline(__always)
  mutating func append(_ digits: ShortDigits) {
    guard freeCapacity >= 8 else {
      for place in 0..<digits.count { append(UInt8(truncatingIfNeeded: digits.bytes >> UInt64(place * 8))) }
      return
    }
    withUnsafeMutableBufferPointer { room, count in
      guard let start = room.baseAddress else { return }
      UnsafeMutableRawPointer(start + count).storeBytes(of: digits.bytes.littleEndian, as: UInt64.self)
      count += digits.count
    }
  }
}
