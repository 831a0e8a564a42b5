/// A text of one to four bytes, such as the name of a segment or a qualifier in it, held as a number so that comparing two
/// costs no String.
///
/// An empty text, and one of more than four bytes, is ``none``, which is equal to no code that is written in a program.
public struct ShortCode: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The code of an empty text, and of one that is too long.
  public static let none = ShortCode(packed: 0)

  private let packed: UInt32

  private init(packed: UInt32) { self.packed = packed }

  /// The code of some bytes.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    packed = bytes.count <= 4 ? bytes.reduce(0) { $0 << 8 | UInt32($1) } : 0
  }

  /// The code of a text in a program.
  public init(stringLiteral text: StaticString) {
    packed = text.withUTF8Buffer { ShortCode($0).packed }
  }
}
