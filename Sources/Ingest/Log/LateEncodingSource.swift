import Tabular

/// Text whose start is plain ASCII, which is UTF-8 and Windows-1252 alike: which of them it is shows at its first other byte.
final class LateEncodingSource: ByteSource {
  private var source: any ByteSource
  private var isDecided = false

  /// The bytes from the first other one on that are judged.
  private static let sampleSize = 1 << 16

  /// A source of UTF-8 made of a source that has ASCII so far.
  init(_ source: any ByteSource) { self.source = source }

  /// Fills a buffer from its start with the next bytes; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try source.read(into: buffer)
    if isDecided { return count }
    let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
    guard let place = Self.firstBeyondASCII(bytes) else { return count }
    isDecided = true
    let (sample, whole) = try SampledSource.ahead(
      of: SampledSource(Array(bytes[place...]), then: source), count: Self.sampleSize)
    // Byte order marks and NULs tell of UTF-16 at the start of a text, and nowhere else.
    source = TextEncoding.isWindows(sample) ? TranscodedSource(whole, from: .windows1252) : whole
    return place > 0 ? place : try source.read(into: buffer)
  }

  /// The place of the first byte beyond ASCII, looked for 32 at a time.
  private static func firstBeyondASCII(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var place = 0
    while place + 32 <= bytes.count {
      let words = bytes.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self)
      if (words[0] | words[1] | words[2] | words[3]) & 0x8080_8080_8080_8080 != 0 { break }
      place += 32
    }
    return bytes[place...].firstIndex { $0 >= 0x80 }
  }
}
