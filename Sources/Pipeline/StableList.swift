/// Values that are added at the end and stay where they are, in chunks of memory that are never moved.
///
/// One thread at a time may add; meanwhile others may read values that they know to be there, which whoever added them has told them in
/// a way that orders memory, such as under a lock.
///
/// - Complexity: O(1) for all that is done with one value.
final class StableList<Element: BitwiseCopyable>: @unchecked Sendable {
  /// The chunks; those that have no memory yet are nil.
  private let chunks: UnsafeMutablePointer<UnsafeMutablePointer<Element>?>
  private static var chunkCount: Int { 1 << 14 }
  private static var elementsOfChunk: Int { 1 << 14 }

  /// The most values that there may be.
  static var capacity: Int { chunkCount * elementsOfChunk }

  init() {
    chunks = .allocate(capacity: Self.chunkCount)
    chunks.initialize(repeating: nil, count: Self.chunkCount)
  }

  deinit {
    for chunk in 0..<Self.chunkCount { chunks[chunk]?.deallocate() }
    chunks.deallocate()
  }

  /// The value at a place.
  ///
  /// - Precondition: it was ``set(_:at:)``.
  @inline(__always)
  subscript(place: Int) -> Element {
    guard let chunk = chunks[place / Self.elementsOfChunk] else { preconditionFailure("a place without a value") }
    return chunk[place % Self.elementsOfChunk]
  }

  /// Puts a value behind the last, whose place is one less.
  func set(_ value: Element, at place: Int) {
    precondition(place < Self.capacity, "more values than a list has room for")
    let (number, own) = place.quotientAndRemainder(dividingBy: Self.elementsOfChunk)
    // Others look there meanwhile: where a chunk is known it is not written again.
    if let chunk = chunks[number] {
      chunk[own] = value
    } else {
      let chunk = Self.newChunk()
      chunk[own] = value
      chunks[number] = chunk
    }
  }

  /// Memory that starts where a line of the processor's memory does.
  private static func newChunk() -> UnsafeMutablePointer<Element> {
    UnsafeMutableRawPointer.allocate(byteCount: elementsOfChunk * MemoryLayout<Element>.stride, alignment: 64)
      .bindMemory(to: Element.self, capacity: elementsOfChunk)
  }
}
