extension OutputSpan<UInt8> {
  /// Appends bytes that stand beside each other, all in one step: appended one at a time, each is looked at whether it still has room.
  @inlinable
  @inline(__always)
  public mutating func append(copying bytes: UnsafeBufferPointer<UInt8>) {
    precondition(bytes.count <= freeCapacity, "there is no room for the bytes")
    guard let first = bytes.baseAddress else { return }
    withUnsafeMutableBufferPointer { room, count in
      guard let start = room.baseAddress else { return }
      (start + count).initialize(from: first, count: bytes.count)
      count += bytes.count
    }
  }

  /// Appends bytes that stand beside each other, as above.
  @inlinable
  @inline(__always)
  public mutating func append(copying bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(copying: $0) }
  }
}
