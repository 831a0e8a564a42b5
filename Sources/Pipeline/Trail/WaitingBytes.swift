import Publishing

/// Bytes that are read back later, in whatever order: what is more than a limit waits in a temporary file.
struct WaitingBytes: ~Copyable {
  private var bytes: [UInt8] = []
  private var file: TemporaryFile?
  /// How much is in the file.
  private var put = 0
  private let most: Int

  /// - Parameter most: how much is held before it is put into the file.
  init(most: Int) { self.most = most }

  /// How much there is.
  var count: Int { put + bytes.count }

  /// Adds bytes at the end.
  ///
  /// - Throws: `OutputFailure` where the file cannot be written.
  mutating func append(_ more: [UInt8]) throws(OutputFailure) {
    bytes += more
    if bytes.count >= most { try putAway() }
  }

  /// Adds a value at the end.
  ///
  /// - Throws: `OutputFailure`, as above.
  mutating func append(_ value: some BitwiseCopyable) throws(OutputFailure) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
    if bytes.count >= most { try putAway() }
  }

  private mutating func putAway() throws(OutputFailure) {
    if file == nil { file = try TemporaryFile() }
    try file?.append(bytes)
    put += bytes.count
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds a stretch of them to others.
  ///
  /// - Throws: `OutputFailure` where the file cannot be read back.
  func add(_ stretch: Range<Int>, to others: inout [UInt8]) throws(OutputFailure) {
    if stretch.lowerBound < put { try file?.read(stretch.clamped(to: 0..<put), to: &others) }
    if stretch.upperBound > put {
      others += bytes[(max(stretch.lowerBound, put) - put)..<(stretch.upperBound - put)]
    }
  }
}
