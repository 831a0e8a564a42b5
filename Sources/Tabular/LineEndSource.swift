/// Turns the line ends of old Macintosh files, a carriage return each, into line feeds on the way.
public final class LineEndSource: ByteSource {
  private let source: any ByteSource

  /// A source of the lines of another.
  public init(_ source: any ByteSource) { self.source = source }

  /// Whether the start of a text has carriage returns and no line feed at all.
  public static func isNeeded(for sample: [UInt8]) -> Bool {
    !sample.contains(0x0A) && sample.dropLast().contains(0x0D)
  }

  /// Fills a buffer from its start with the next bytes; 0 at the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try source.read(into: buffer)
    for index in 0..<count where buffer[index] == 0x0D { buffer[index] = 0x0A }
    return count
  }
}
