import Ingest

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The lines of the standard input, each as soon as it is there.
struct TypedLines {
  /// A line, or one that is too long to be kept.
  enum Line {
    case line([UInt8])
    case tooLong
  }

  /// The most bytes of a line.
  static let limit = 1 << 20

  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var isPassingOver = false
  private var isAtStart = true

  /// The next line without its line end; nil at the end. A last line without a line end is a line.
  ///
  /// - Throws: `InputFailure` where the input cannot be read on.
  mutating func next() throws(InputFailure) -> Line? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return result(buffer[start..<end])
      }
      if isAtEnd {
        guard start < buffer.count || isPassingOver else { return nil }
        defer { start = buffer.count }
        return result(buffer[start...])
      }
      buffer.removeSubrange(..<start)
      start = 0
      if buffer.count > Self.limit {
        isPassingOver = true
        buffer.removeAll()
      }
      searched = buffer.count
      try fill()
    }
  }

  private mutating func result(_ line: ArraySlice<UInt8>) -> Line {
    defer {
      isPassingOver = false
      isAtStart = false
    }
    if isPassingOver || line.count > Self.limit { return .tooLong }
    // Some programs put a byte order mark before what they write.
    return .line(Array(isAtStart && line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line))
  }

  private mutating func fill() throws(InputFailure) {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &piece, piece.count)
      if count > 0 { return buffer.append(contentsOf: piece[..<count]) }
      if count == 0 {
        isAtEnd = true
        return
      }
      if errno != EINTR {
        throw InputFailure("standard input", "cannot be read: \(String(cString: strerror(errno)))")
      }
    }
  }
}
