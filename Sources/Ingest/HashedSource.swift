import Tabular

/// Hashes bytes on their way: those that a packed file unpacks to, which tell it from others better than its own.
public final class HashedSource: ByteSource {
  private let source: any ByteSource
  private var hash = ContentHash()

  /// A source that gives on another.
  init(_ source: any ByteSource) { self.source = source }

  /// Fills a buffer from its start with the next bytes; 0 at the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try source.read(into: buffer)
    hash.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    return count
  }

  /// The SHA-256 of all that was read, as 64 hexadecimal digits; nothing may be read afterwards.
  public func sha256() -> String { hash.text() }
}
