import ProductivityModel
import Tabular

/// Bytes of which the first were read ahead, to see what they are.
final class SampledSource: ByteSource {
  private let sample: [UInt8]
  private let rest: any ByteSource
  private var given = 0

  /// A source of the sample and then of the rest.
  init(_ sample: [UInt8], then rest: any ByteSource) {
    self.sample = sample
    self.rest = rest
  }

  /// The first bytes of a source, at most so many, and all of it from its start.
  static func ahead(of source: any ByteSource, count: Int) throws -> (sample: [UInt8], whole: any ByteSource) {
    let sample = try sample(of: source, count: count)
    return (sample, SampledSource(sample, then: source))
  }

  /// The first bytes of a source, at most so many.
  private static func sample(of source: any ByteSource, count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let read = try bytes.withUnsafeMutableBytes { try source.read(into: .init(rebasing: $0[filled...])) }
      if read == 0 { break }
      filled += read
    }
    bytes.removeLast(count - filled)
    return bytes
  }

  /// All bytes of a source.
  ///
  /// - Throws: ``InputFailure`` where there are more than `limit`.
  static func contents(_ source: any ByteSource, path: String, limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: piece[..<count])
      if bytes.count > limit {
        throw InputFailure(
          path, "is larger than \(limit >> 20) MB, the most that a workbook may be", hint: "give it as CSV")
      }
    }
  }

  /// Fills a buffer from its start with the next bytes; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if given == sample.count { return try rest.read(into: buffer) }
    let count = min(buffer.count, sample.count - given)
    sample.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<given + count])) }
    given += count
    return count
  }
}
