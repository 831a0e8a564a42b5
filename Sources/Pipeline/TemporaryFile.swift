import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A temporary file without a name, so that it vanishes however the program ends.
///
/// It stands in the folder that TMPDIR names, readable by its owner only.
struct TemporaryFile: ~Copyable, Sendable {
  private let descriptor: Int32
  /// O_TMPFILE, which Swift's Glibc does not show.
  private static let nameless: Int32 = 0o20_000_000 | O_DIRECTORY
  /// The bytes written.
  private(set) var size = 0

  /// An empty file.
  ///
  /// - Throws: `OutputFailure` where none can be made.
  init() throws(OutputFailure) {
    // Without a name from the start, where the file system can.
    let nameless = open(Self.folder, Self.nameless | O_RDWR | O_EXCL | O_CLOEXEC, 0o600)
    if nameless >= 0 {
      descriptor = nameless
      return
    }
    var template = Array("\(Self.folder)/rvubench-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Self.failure("cannot be made") }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(descriptor) }

  /// A path that opens the file from its start, while this is there.
  var path: String { "/dev/fd/\(descriptor)" }

  /// Adds bytes at the end.
  ///
  /// - Throws: `OutputFailure` where they cannot be written.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(OutputFailure) {
    var offset = 0
    while offset < bytes.count {
      let count = pwrite(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset, off_t(size + offset))
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.failure("cannot be written")
      }
      offset += count
    }
    size += bytes.count
  }

  /// Adds bytes at the end, in the same way.
  mutating func append(_ bytes: [UInt8]) throws(OutputFailure) {
    try bytes.withUnsafeBufferPointer { bytes throws(OutputFailure) in try append(UnsafeRawBufferPointer(bytes)) }
  }

  /// Reads a part back, behind other bytes.
  ///
  /// - Throws: `OutputFailure` where it cannot be read.
  func read(_ part: Range<Int>, to bytes: inout [UInt8]) throws(OutputFailure) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: part.count))
    try bytes.withUnsafeMutableBufferPointer { bytes throws(OutputFailure) in
      try read(
        at: part.lowerBound,
        into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(bytes)[start...]))
    }
  }

  /// Reads bytes back from an offset, as many as the buffer holds.
  ///
  /// - Throws: `OutputFailure` where they cannot be read.
  func read(at start: Int, into buffer: UnsafeMutableRawBufferPointer) throws(OutputFailure) {
    var offset = 0
    while offset < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset, off_t(start + offset))
      if count <= 0 {
        if count < 0, errno == EINTR { continue }
        throw Self.failure("cannot be read back")
      }
      offset += count
    }
  }

  private static var folder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  private static func failure(_ what: String) -> OutputFailure {
    OutputFailure(
      folder, "a temporary file \(what): \(String(cString: strerror(errno)))",
      hint: "free some space, or set TMPDIR to a folder with room for the logs")
  }
}
