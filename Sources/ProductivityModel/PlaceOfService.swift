/// Where a service was furnished: the two-digit CMS place of service code.
@frozen
public struct PlaceOfService: Hashable, Sendable {
  /// The code, 1 to 99.
  public let number: UInt8

  /// A place of service from its number; nil unless 1 to 99.
  @inlinable
  public init?(_ number: Int) {
    guard number >= 1, number <= 99 else { return nil }
    self.number = UInt8(number)
  }
}

extension PlaceOfService: CustomStringConvertible {
  /// The two digits: `02`.
  public var description: String { (number < 10 ? "0" : "") + String(number) }
}

/// The setting whose practice expense applies to a service.
public enum Setting: String, CaseIterable, Sendable {
  /// A hospital, ambulatory surgical centre, skilled nursing facility and the like.
  case facility
  /// An office and every other place.
  case nonfacility
}
