/// A two-character procedure modifier, such as 26, 50 or AS.
@frozen
public struct Modifier: Hashable, Comparable, Sendable {
  /// The two ASCII characters, first character in the high byte, so that modifiers sort as text.
  public let packed: UInt16

  /// A modifier from its characters; nil unless they are two digits or letters. Small letters are taken as capitals.
  @inlinable
  public init?(_ first: UInt8, _ second: UInt8) {
    guard let high = Self.capital(first), let low = Self.capital(second) else { return nil }
    packed = UInt16(high) << 8 | UInt16(low)
  }

  /// A modifier from a string of two characters.
  public init?(_ text: some StringProtocol) {
    var bytes = text.utf8.makeIterator()
    guard let first = bytes.next(), let second = bytes.next(), bytes.next() == nil else { return nil }
    self.init(first, second)
  }

  @inlinable
  static func capital(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39, 0x41...0x5A: byte
    case 0x61...0x7A: byte - 0x20
    default: nil
    }
  }

  /// Whether the first modifier sorts first as text.
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.packed < b.packed }
}

extension Modifier: CustomStringConvertible {
  /// The two characters.
  public var description: String { String(decoding: [UInt8(packed >> 8), UInt8(packed & 0xFF)], as: UTF8.self) }
}

extension Modifier: ExpressibleByStringLiteral {
  /// A modifier written in code or a test; the two characters must be digits or letters.
  @inlinable
  public init(stringLiteral text: StaticString) {
    guard text.utf8CodeUnitCount == 2,
      let modifier = text.withUTF8Buffer({ Modifier($0[0], $0[1]) })
    else { preconditionFailure("not a modifier: \(text)") }
    self = modifier
  }
}
