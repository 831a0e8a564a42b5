/// The room for the cells of a record that are rewritten.
///
/// It is an object, since the compiler leaves the `deinit` of a generic structure out where that is a part of another.
final class RewrittenText {
  /// The most bytes that the rewritten cells of a record may take.
  private static let size = 1 << 16

  private let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: size)

  deinit { bytes.deallocate() }

  /// The bytes of a place; valid until others are put there.
  subscript(place: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[place]) }

  /// Puts bytes at a place; false where there is no room for them.
  func put(_ text: some Collection<UInt8>, at place: Int) -> Bool {
    guard place + text.count <= bytes.count else { return false }
    var place = place
    for byte in text {
      bytes[place] = byte
      place += 1
    }
    return true
  }
}
