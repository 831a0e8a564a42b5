import CZlib

/// Unpacks gzip on the way: the bytes of all its members, one after the other.
///
/// What comes from outside is not believed: bytes are counted as they come, and a file that unpacks to far more than text
/// ever does is refused.
///
/// Source of the form: RFC 1952, GZIP file format specification version 4.3.
public final class GzipSource: ByteSource {
  private let packed: any ByteSource
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let input = UnsafeMutablePointer<UInt8>.allocate(capacity: inputSize)
  private static let inputSize = 1 << 16
  private var packedBytes = 0
  private var unpackedBytes = 0
  private var isAtEnd = false
  /// Whether a member has begun and not ended.
  private var isInMember = false

  /// A source that unpacks another.
  public init(_ packed: any ByteSource) {
    self.packed = packed
    stream.initialize(to: z_stream())
    precondition(gzip_inflate_start(stream) == Z_OK, "zlib cannot start")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Whether bytes start as those of a gzip file do.
  public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

  /// Fills a buffer from its start with the next unpacked bytes; 0 at the end.
  ///
  /// - Throws: ``FormFailure`` where the file is cut off, damaged, or unpacks to too much.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(min(buffer.count, 1 << 30))
    let wanted = Int(stream.pointee.avail_out)
    if wanted == 0 { return 0 }
    while Int(stream.pointee.avail_out) == wanted, !isAtEnd { try unpack() }
    let count = wanted - Int(stream.pointee.avail_out)
    unpackedBytes += count
    if let failure = PackedRatio.failure(packed: packedBytes, unpacked: unpackedBytes) { throw failure }
    return count
  }

  /// Unpacks what there is, or takes more.
  private func unpack() throws {
    if stream.pointee.avail_in == 0 {
      let count = try packed.read(into: UnsafeMutableRawBufferPointer(start: input, count: Self.inputSize))
      packedBytes += count
      stream.pointee.next_in = input
      stream.pointee.avail_in = UInt32(count)
      if count == 0 {
        if isInMember { throw FormFailure("is cut off: it ends in the middle of what was packed", hint: Self.remedy) }
        isAtEnd = true
        return
      }
    }
    isInMember = true
    switch inflate(stream, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR: return
    case Z_STREAM_END:
      isInMember = false
      inflateReset(stream)
    default: throw FormFailure("is damaged: it does not unpack to what was packed", hint: Self.remedy)
    }
  }

  private static let remedy = "download or export it again"
}
