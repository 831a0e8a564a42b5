/// Names a payment locality: the number of a Medicare Administrative Contractor (MAC) and the locality's number with it.
///
/// A locality number alone names none: every contractor counts its own.
@frozen
public struct LocalityKey: Hashable, Comparable, Sendable {
  /// The contractor's number, of five digits.
  public let mac: UInt32
  /// The locality's number, of two digits.
  public let number: UInt8

  /// A key from its numbers; nil where the contractor has more than five digits, or the locality more than two.
  @inlinable
  public init?(mac: Int, number: Int) {
    guard mac > 0, mac <= 99_999, number >= 0, number <= 99 else { return nil }
    self.mac = UInt32(mac)
    self.number = UInt8(number)
  }

  /// A key from text such as `10112-00`; leading zeros may be missing. Nil for any other text.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let mac = Self.number(parts[0], digits: 5), let number = Self.number(parts[1], digits: 2)
    else { return nil }
    self.init(mac: mac, number: number)
  }

  /// Orders by contractor, then locality.
  @inlinable
  public static func < (a: Self, b: Self) -> Bool { (a.mac, a.number) < (b.mac, b.number) }

  private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
    guard !text.isEmpty, text.utf8.count <= digits, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return nil
    }
    return Int(text)
  }
}

extension LocalityKey: CustomStringConvertible {
  /// The contractor with five digits and the locality with two: `02102-01`.
  public var description: String { "\(macText)-\(numberText)" }
  /// The contractor's number with five digits.
  public var macText: String { Self.padded(Int(mac), 5) }
  /// The locality's number with two digits.
  public var numberText: String { Self.padded(Int(number), 2) }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = "\(number)"
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
