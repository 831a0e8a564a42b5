/// A CPT or HCPCS Level II procedure code: five characters, each a digit or a capital letter.
///
/// Only the code itself is held: descriptors are copyright of the American Medical Association.
@frozen
public struct ProcedureCode: Hashable, Comparable, Sendable {
  /// The five ASCII characters, first character in the highest byte used, so that codes sort as text.
  public let packed: UInt64

  /// A code from its characters, or nil where they are not five digits or capital letters.
  ///
  /// - Complexity: O(1).
  @inlinable
  public init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 5 else { return nil }
    var value: UInt64 = 0
    for index in 0..<5 {
      let byte = text[index]
      guard (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A) else { return nil }
      value = value << 8 | UInt64(byte)
    }
    packed = value
  }

  /// The code that ``packed`` was taken from.
  @inlinable public init(packed: UInt64) { self.packed = packed }

  /// A code from a string; small letters are taken as capitals.
  public init?(_ text: some StringProtocol) {
    // Only ASCII letters are made capitals: in Unicode \u{00DF} becomes SS, and a text of four characters a code.
    let bytes = text.utf8.map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 }
    guard let code = bytes.withUnsafeBufferPointer({ ProcedureCode($0) }) else { return nil }
    self = code
  }

  /// Whether the code has the form of CPT or HCPCS: four digits and a digit or letter at either end.
  ///
  /// A cell of another form is never shown in a message, since columns shift in bad files.
  public var hasPublishedForm: Bool {
    var digits = 0
    for shift in stride(from: 32, through: 0, by: -8) where (packed >> UInt64(shift)) & 0xFF <= 0x39 { digits += 1 }
    let middle = stride(from: 24, through: 8, by: -8).allSatisfy { (packed >> UInt64($0)) & 0xFF <= 0x39 }
    return digits >= 4 && middle
  }

  /// The code's number where all five characters are digits: category ranges are numeric.
  public var number: Int? { Int(description) }

  /// Whether the first code sorts first as text.
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.packed < b.packed }
}

extension ProcedureCode: CustomStringConvertible {
  /// The five characters.
  public var description: String {
    String(decoding: stride(from: 32, through: 0, by: -8).map { UInt8((packed >> UInt64($0)) & 0xFF) }, as: UTF8.self)
  }
}
