import Publishing

/// Text that is read back in another order than it came in: past a megabyte it waits in a temporary file.
struct WaitingText: ~Copyable {
  /// What is not in the file; text is added at its end.
  var bytes: [UInt8] = []
  private var file: TemporaryFile?
  /// How much is in the file.
  private var put = 0
  private static let most = 1 << 20

  /// How much there is.
  var size: Int { put + bytes.count }

  /// Puts what has come into the file where it is much.
  ///
  /// - Throws: `OutputFailure` where the file cannot be written.
  @inline(__always)
  mutating func putAway() throws(OutputFailure) { if bytes.count >= Self.most { try putAllAway() } }

  private mutating func putAllAway() throws(OutputFailure) {
    if file == nil { file = try TemporaryFile() }
    try file?.append(bytes)
    put += bytes.count
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds a stretch of the text to another one.
  ///
  /// - Throws: `OutputFailure` where the file cannot be read back.
  func add(_ stretch: Range<Int>, to text: inout [UInt8]) throws(OutputFailure) {
    let inFile = stretch.clamped(to: 0..<put)
    if !inFile.isEmpty { try file?.read(inFile, to: &text) }
    let rest = stretch.clamped(to: put..<size)
    text += bytes[(rest.lowerBound - put)..<(rest.upperBound - put)]
  }
}
