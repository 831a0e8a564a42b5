import CZstd
import Publishing

/// Compresses bytes piece by piece, with a checksum, as Zstandard.
final class Compression {
  private let stream: OpaquePointer?
  private var buffer = [UInt8](repeating: 0, count: ZSTD_CStreamOutSize())
  /// Fast, and most of what stronger levels save.
  private static let level: Int32 = 3

  init() {
    stream = ZSTD_createCStream()
    ZSTD_CCtx_setParameter(stream, ZSTD_c_compressionLevel, Self.level)
    ZSTD_CCtx_setParameter(stream, ZSTD_c_checksumFlag, 1)
  }

  deinit { ZSTD_freeCStream(stream) }

  /// What is ready after some more bytes.
  /// - Throws: `OutputFailure` where there is not enough memory.
  func add(_ bytes: ArraySlice<UInt8>) throws(OutputFailure) -> [UInt8] { try step(bytes, ZSTD_e_continue) }

  /// The rest.
  ///
  /// - Throws: `OutputFailure` where there is not enough memory.
  func end() throws(OutputFailure) -> [UInt8] { try step([], ZSTD_e_end) }

  private func step(_ bytes: ArraySlice<UInt8>, _ mode: ZSTD_EndDirective) throws(OutputFailure) -> [UInt8] {
    var result: [UInt8] = []
    var failure: String?
    bytes.withUnsafeBytes { source in
      var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
      while true {
        let (left, count) = buffer.withUnsafeMutableBytes { target in
          var output = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
          let left = ZSTD_compressStream2(stream, &output, &input, mode)
          return (left, output.pos)
        }
        result += buffer[..<count]
        if ZSTD_isError(left) != 0 {
          failure = String(cString: ZSTD_getErrorName(left))
          return
        }
        if mode == ZSTD_e_end ? left == 0 : input.pos == input.size { return }
      }
    }
    if let failure { throw OutputFailure("archive", "cannot be compressed: \(failure)") }
    return result
  }
}
