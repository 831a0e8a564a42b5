/// Somewhere bytes come from, a piece at a time: a file, or a text in a test.
public protocol ByteSource: AnyObject {
  /// Fills a buffer from its start with the next bytes.
  ///
  /// - Returns: the number of bytes written; 0 at the end, and only there.
  /// - Throws: what the source says of a failed read.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Bytes that are already in memory, given out in pieces of a chosen size.
public final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private let piece: Int
  private var offset = 0

  /// A source of the given bytes.
  ///
  /// - Parameter piece: the most bytes given at a time; tests use small ones to meet every boundary.
  public init(_ bytes: some Sequence<UInt8>, piece: Int = .max) {
    self.bytes = Array(bytes)
    self.piece = max(1, piece)
  }

  /// Fills a buffer from its start with the next bytes; 0 at the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, piece, bytes.count - offset)
    bytes.withUnsafeBytes { all in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[offset..<offset + count]))
    }
    offset += count
    return count
  }
}
