/// A block of bytes that grows at its end, and whose parts can be pointed at.
final class ByteArena {
  /// The number of bytes.
  private(set) var count = 0
  private var block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 12)

  deinit { block.deallocate() }

  /// The bytes from a place on; valid until bytes are added or taken away.
  subscript(place: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(place.upperBound <= count)
    return UnsafeBufferPointer(rebasing: block[place])
  }

  /// The bytes from a place to the end, as a copy.
  func copy(from start: Int) -> [UInt8] { Array(block[start..<count]) }

  /// Adds bytes at the end.
  func append(_ bytes: some Collection<UInt8>) {
    if count + bytes.count > block.count {
      let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(2 * block.count, count + bytes.count))
      _ = larger.initialize(from: block[..<count])
      block.deallocate()
      block = larger
    }
    _ = UnsafeMutableBufferPointer(rebasing: block[count..<count + bytes.count]).initialize(from: bytes)
    count += bytes.count
  }

  /// Takes away all but the first bytes.
  func truncate(to kept: Int) { count = min(count, kept) }

  /// Takes away the first bytes; those after them move to the front.
  func removeFirst(_ number: Int) {
    guard let base = block.baseAddress, number > 0 else { return }
    base.update(from: base + number, count: count - number)
    count -= number
  }
}
