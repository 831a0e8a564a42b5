import CLibcrypto
import ProductivityModel
import Synchronization
import Tabular

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads a file a piece at a time and hashes it on the way, so no second pass is needed for its SHA-256.
public final class FileSource: ByteSource {
  /// The path as given, which messages show.
  public let path: String
  /// The bytes read so far.
  public var size: UInt64 { count.load(ordering: .relaxed) }
  private let count = Atomic<UInt64>(0)
  private let descriptor: Int32
  private let digest: OpaquePointer?
  /// The file as it was when it was opened; nil where it is no file, or one of the system's that says no size.
  private let opened: stat?
  private var isAtEnd = false
  private let noted = FilesRead.current

  /// Opens a file.
  ///
  /// What a run reads must be there to be read again, so that it can be traced: pipes and devices are refused, which may have
  /// no end.
  ///
  /// - Parameters:
  ///   - isHashed: whether a checksum is wanted, which costs more than reading does.
  ///   - mayBePipe: whether a pipe will do, since it is read once; the standard input may then be anything.
  /// - Throws: ``InputFailure`` where it is not there, may not be read, or is no file.
  public init(_ path: String, isHashed: Bool = true, mayBePipe: Bool = false) throws(InputFailure) {
    self.path = path
    // Without O_NONBLOCK the opening of a pipe waits for somebody to write.
    descriptor = open(InputPlace.path(path), O_RDONLY | O_CLOEXEC | (mayBePipe ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else {
      throw InputFailure(path, "cannot be read: \(systemMessage(errno))", hint: "check the path and its permissions")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw InputFailure(path, "is a folder, not a file", hint: "name a file in it, or a pattern such as \(path)/*.csv")
    }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || mayBePipe && (kind == S_IFIFO || path == "/dev/stdin") else {
      close(descriptor)
      throw InputFailure(
        path, "is a pipe or a device, not a file", hint: "write what it gives to a file, and name that")
    }
    opened = kind == S_IFREG && status.st_size > 0 ? status : nil
    digest = isHashed ? EVP_MD_CTX_new() : nil
    if isHashed { EVP_DigestInit_ex(digest, EVP_sha256(), nil) }
    if kind == S_IFREG { noted?.note(path) }
  }

  deinit {
    close(descriptor)
    EVP_MD_CTX_free(digest)
  }

  /// Fills a buffer from its start with the next bytes; 0 at the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = readAligned(into: buffer)
      if count > 0 {
        self.count.add(UInt64(count), ordering: .relaxed)
        if digest != nil { EVP_DigestUpdate(digest, buffer.baseAddress, count) }
        return count
      }
      if count == 0 {
        isAtEnd = true
        try checkUnchanged()
        return 0
      }
      if errno != EINTR {
        throw InputFailure(
          path, "cannot be read to its end: \(systemMessage(errno))",
          hint: "check the disk that it is on, or the connection to it; a copy elsewhere may be readable")
      }
    }
  }

  /// Reads once: the first bytes apart where the buffer does not start at a whole word, since the system copies to
  /// such places several times slower. One call for all, wherever a buffer happens to be, so that runs of the same do the same.
  private func readAligned(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let before = min(-Int(bitPattern: buffer.baseAddress) & 63, buffer.count)
    let parts = [
      iovec(iov_base: buffer.baseAddress, iov_len: before),
      iovec(iov_base: buffer.baseAddress.map { $0 + before }, iov_len: buffer.count - before),
    ]
    return readv(descriptor, parts, Int32(parts.count))
  }

  /// Stops at a file that something wrote to while it was read: what was read may be half of one state and half of another.
  private func checkUnchanged() throws(InputFailure) {
    guard let opened else { return }
    var now = stat()
    guard fstat(descriptor, &now) == 0 else { return }
    guard now.st_size == opened.st_size, now.st_mtim.tv_sec == opened.st_mtim.tv_sec,
      now.st_mtim.tv_nsec == opened.st_mtim.tv_nsec, size == UInt64(opened.st_size)
    else { throw InputFailure.changed(path) }
  }

  /// The SHA-256 of everything read so far, as 64 hexadecimal digits; nothing may be read after it is asked for. Empty where
  /// none was wanted.
  public func sha256() -> String {
    guard digest != nil else { return "" }
    var bytes = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(digest, &bytes, nil)
    let text = hexadecimal(bytes)
    if isAtEnd { noted?.note(path, sha256: text) }
    return text
  }

  /// The size and SHA-256 of a file, read in pieces.
  ///
  /// - Throws: ``InputFailure`` where it cannot be read.
  public static func digest(_ path: String) throws -> (size: UInt64, sha256: String) {
    let source = try FileSource(path)
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while try piece.withUnsafeMutableBytes({ try source.read(into: $0) }) > 0 {}
    return (source.size, source.sha256())
  }

  /// All bytes of a small file, such as a job file, and its SHA-256.
  ///
  /// - Throws: ``InputFailure`` where it cannot be read, or is larger than `limit` bytes.
  public static func contents(_ path: String, limit: Int = 64 << 20) throws(InputFailure) -> (
    bytes: [UInt8], sha256: String
  ) {
    let source = try FileSource(path)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count: Int
      do {
        count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
      } catch {
        throw (error as? InputFailure) ?? InputFailure(path, "cannot be read")
      }
      if count == 0 { break }
      bytes.append(contentsOf: piece[..<count])
      if bytes.count > limit { throw InputFailure(path, "is larger than \(limit >> 20) MB, the most allowed here") }
    }
    return (bytes, source.sha256())
  }
}

/// What the system says of an error number, such as "No such file or directory".
func systemMessage(_ number: Int32) -> String { String(cString: strerror(number)) }

/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

extension InputFailure {
  /// A file that something wrote to while it was read.
  public static func changed(_ path: String) -> InputFailure {
    InputFailure(
      path, "changed while it was read, so nothing is made of it",
      hint:
        "run again when whatever writes it has finished; let it write to another name, and rename the file when it is whole"
    )
  }
}
