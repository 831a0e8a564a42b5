/// A short text that a fee schedule publishes and this program carries without giving it a meaning.
///
/// One to three ASCII characters: the pricing indicator, the supervision level, the calculation flag, the imaging family.
@frozen
public struct PublishedMark: Hashable, Sendable {
  /// The characters, the first in the highest byte used.
  public let packed: UInt32

  /// A mark from one to three printable ASCII characters; nil for any other text.
  @inlinable
  public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 1, bytes.count <= 3 else { return nil }
    var value: UInt32 = 0
    for byte in bytes {
      guard byte > 0x20, byte < 0x7F, byte != 0x2C, byte != 0x22 else { return nil }
      value = value << 8 | UInt32(byte)
    }
    packed = value
  }

  /// A mark from a string of one to three printable ASCII characters; nil for any other text.
  public init?(_ text: some StringProtocol) {
    var copy = String(text)
    guard let mark = copy.withUTF8({ PublishedMark($0) }) else { return nil }
    self = mark
  }
}

extension PublishedMark: CustomStringConvertible {
  /// The characters: `6A`.
  public var description: String {
    let bytes = [UInt8(packed >> 16 & 0xFF), UInt8(packed >> 8 & 0xFF), UInt8(packed & 0xFF)]
    return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
  }
}
