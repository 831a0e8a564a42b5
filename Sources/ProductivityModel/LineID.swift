/// A line's own id in its source system, in sixteen bytes.
///
/// Ids of up to fifteen bytes are held as they are and order as text. A longer id is held by its last seven bytes and a hash of those
/// before them: so equal ids are equal, ids that have no more than their end for themselves order as text, and the order of all is the
/// same in every run.
@frozen
public struct LineID: Hashable, Comparable, Sendable {
  /// The first eight bytes, the first of them highest; of a longer id the hash of all but the last seven.
  public let high: UInt64
  /// The next seven bytes and, lowest, the length; of a longer id its last seven bytes and, lowest, 255.
  public let low: UInt64

  /// No id.
  @inlinable public static var none: LineID { LineID(high: 0, low: 0) }

  @inlinable
  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Another id for each id and salt; ``none`` stays none.
  public func setApart(by salt: UInt64) -> LineID { isPresent ? LineID(high: high ^ salt, low: low) : self }

  /// The id held in a cell; ``none`` for an empty one.
  ///
  /// - Complexity: O(n) in the bytes.
  @inlinable
  public init(_ text: UnsafeBufferPointer<UInt8>) {
    if text.count > 15 {
      var end: UInt64 = 0
      for byte in text[(text.count - 7)...] { end = end << 8 | UInt64(byte) }
      let start = UnsafeBufferPointer(rebasing: text[..<(text.count - 7)])
      self.init(high: ByteHash.hash(start, seed: 1), low: end << 8 | 0xFF)
      return
    }
    if text.count < 8 {
      var high: UInt64 = 0
      for byte in text { high = high << 8 | UInt64(byte) }
      self.init(high: text.isEmpty ? 0 : high << UInt64(64 - 8 * text.count), low: UInt64(text.count))
      return
    }
    let raw = UnsafeRawBufferPointer(text)
    let high = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    // The last eight bytes, of which those that the first eight have too are shifted out.
    let tail = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self))
    let low = text.count == 8 ? 0 : tail << UInt64(128 - 8 * text.count)
    self.init(high: high, low: low | UInt64(text.count))
  }

  /// Whether the line has an id.
  @inlinable public var isPresent: Bool { low != 0 || high != 0 }

  /// Whether the first id sorts first as text.
  @inlinable public static func < (a: LineID, b: LineID) -> Bool { a.high != b.high ? a.high < b.high : a.low < b.low }
}
