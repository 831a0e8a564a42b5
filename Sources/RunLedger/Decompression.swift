import CZstd
import Ingest

/// Gives out what was compressed.
final class Decompression {
  /// Bytes that are no whole Zstandard stream.
  struct Failure: Error {
    /// What is wrong.
    var reason: String
  }

  private let source: FileSource
  private let stream: OpaquePointer?

  init(of source: FileSource) {
    self.source = source
    stream = ZSTD_createDStream()
  }

  deinit { ZSTD_freeDStream(stream) }

  /// Gives out every piece, in order.
  ///
  /// - Throws: ``Failure`` where the bytes are damaged or cut off, `InputFailure` where they cannot be read.
  func read(_ body: ([UInt8]) throws -> Void) throws {
    var packed = [UInt8](repeating: 0, count: ZSTD_DStreamInSize())
    var buffer = [UInt8](repeating: 0, count: ZSTD_DStreamOutSize())
    var isWhole = false
    while true {
      let count = try packed.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { break }
      var offset = 0
      var isFull = false
      while offset < count || isFull {
        let (left, written) = packed[offset..<count].withUnsafeBytes { bytes in
          buffer.withUnsafeMutableBytes { target in
            var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
            var output = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
            let left = ZSTD_decompressStream(stream, &output, &input)
            offset += input.pos
            return (left, output.pos)
          }
        }
        if ZSTD_isError(left) != 0 { throw Failure(reason: String(cString: ZSTD_getErrorName(left)).lowercased()) }
        isWhole = left == 0
        isFull = written == buffer.count
        if written > 0 { try body(Array(buffer[..<written])) }
      }
    }
    guard isWhole else { throw Failure(reason: "it is cut off") }
  }
}
