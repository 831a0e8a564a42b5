/// A value of one of the fee schedule's indicator columns: a closed list, with the text in which each is published.
///
/// A text that is not on the list is not read as anything: the row that holds it is refused.
public protocol PublishedIndicator: CaseIterable, Hashable, Sendable {
  /// The text in the file, such as `2` or `090`.
  var published: String { get }

  /// The value of a cell's bytes, without surrounding blanks; nil for any other text.
  ///
  /// - Complexity: O(1).
  init?(published bytes: UnsafeBufferPointer<UInt8>)
}

extension PublishedIndicator {
  /// The value of a text in the file; nil for any other text.
  public init?(published text: some StringProtocol) {
    var copy = String(text)
    guard let value = copy.withUTF8({ Self(published: $0) }) else { return nil }
    self = value
  }
}

/// An indicator that is published as one digit, which is its raw value.
public protocol DigitIndicator: PublishedIndicator, RawRepresentable where RawValue == UInt8 {}

extension DigitIndicator {
  /// The digit: `2`.
  public var published: String { String(rawValue) }

  /// The indicator of a single digit; nil for any other text and for a digit that has no meaning here.
  public init?(published bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 1, bytes[0] >= 0x30, bytes[0] <= 0x39 else { return nil }
    self.init(rawValue: bytes[0] - 0x30)
  }
}
