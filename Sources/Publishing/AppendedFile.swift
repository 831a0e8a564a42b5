#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that records are added to, each of which is on disk before the next: what was added stays, whatever happens then.
///
/// One process at a time has it. A record is one write, with its line end. Where a write cannot be finished, what of it was
/// written is taken back, so no half record stays.
public final class AppendedFile {
  /// The path as it was given.
  public let path: String
  /// Whether the file was made, or was empty.
  public let isNew: Bool
  /// How many records were added.
  public private(set) var count = 0
  private let descriptor: Int32
  private let device: dev_t
  private let inode: ino_t

  /// Opens a file, or makes one that its owner alone can read.
  ///
  /// - Throws: ``OutputFailure`` where it cannot be made or opened, is no file, or another process has it.
  public init(_ path: String) throws(OutputFailure) {
    self.path = path
    var descriptor = Glibc.open(path, O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC | O_NOCTTY, 0o600)
    let isMade = descriptor >= 0
    // A pipe without a reader would block; what is no file is refused below.
    if !isMade, errno == EEXIST { descriptor = Glibc.open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    guard descriptor >= 0 else {
      throw OutputFailure(
        path, "cannot be opened: \(String(cString: strerror(errno)))", hint: "check the path and its permissions")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw OutputFailure(path, "is not a file", hint: "name a file")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let number = errno
      close(descriptor)
      if number == EWOULDBLOCK {
        throw OutputFailure(
          path, "is being written by another process", hint: "end the other one first, or write to another file")
      }
      throw OutputFailure(
        path, "cannot be locked: \(String(cString: strerror(number)))", hint: "write to a file on a local disk")
    }
    if isMade { fchmod(descriptor, 0o600) }
    self.descriptor = descriptor
    device = status.st_dev
    inode = status.st_ino
    // Another process may have written to it before it was locked.
    isNew = fstat(descriptor, &status) == 0 && status.st_size == 0
    if isMade { Self.synchronizeFolder(of: path) }
  }

  deinit { close(descriptor) }

  /// All bytes of the file.
  ///
  /// - Throws: ``OutputFailure`` where they cannot be read, or are more than `limit`.
  public func contents(limit: Int = 64 << 20) throws(OutputFailure) -> [UInt8] {
    let size = try self.size()
    guard size <= limit else {
      throw OutputFailure(
        path, "is larger than \(limit >> 20) MB, the most that is added to", hint: "begin a new file")
    }
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let read = bytes.withUnsafeMutableBytes { all in
        pread(descriptor, all.baseAddress.map { $0 + filled }, size - filled, off_t(filled))
      }
      if read < 0, errno == EINTR { continue }
      guard read > 0 else { throw failure("cannot be read") }
      filled += read
    }
    return bytes
  }

  /// Adds a record, and returns once it is on disk; a last record without a line end gets one first.
  ///
  /// - Throws: ``OutputFailure`` where it cannot be added, or is not known to be on disk.
  public func append(_ record: [UInt8]) throws(OutputFailure) {
    try checkPlace()
    let size = try self.size()
    var last: UInt8 = 0x0A
    if size > 0, pread(descriptor, &last, 1, off_t(size - 1)) != 1 { throw failure("cannot be read") }
    try add(last == 0x0A ? record : [0x0A] + record, to: size)
    count += 1
  }

  /// Adds the rest of what the file begins with, such as its header, whether or not a line end is before it.
  ///
  /// - Throws: ``OutputFailure`` as ``append(_:)``.
  public func appendRest(_ bytes: [UInt8]) throws(OutputFailure) { try add(bytes, to: try size()) }

  private func add(_ bytes: [UInt8], to size: Int) throws(OutputFailure) {
    let written = WholeWrite.write(bytes, to: descriptor)
    guard written == bytes.count else {
      let failure = failure("cannot be written")
      if written > 0 { takeBack(to: size) }
      throw failure
    }
    guard fsync(descriptor) == 0 else { throw failure("may not be on disk") }
  }

  /// Takes back a part of a record. Where that fails the part stays, and the next to open the file sees that it lacks a line end.
  private func takeBack(to size: Int) {
    while ftruncate(descriptor, off_t(size)) != 0, errno == EINTR {}
    fsync(descriptor)
  }

  /// Makes sure that the path still leads to this file: an editor that saves puts another in its place, and what is added here
  /// would be lost.
  private func checkPlace() throws(OutputFailure) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_dev == device, status.st_ino == inode else {
      throw OutputFailure(
        path, "was replaced or removed by another program", hint: "start again; what the path now holds is kept")
    }
  }

  private func size() throws(OutputFailure) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("cannot be read") }
    return Int(status.st_size)
  }

  private static func synchronizeFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    // Some file systems do not synchronise folders.
    fsync(descriptor)
    close(descriptor)
  }

  private func failure(_ message: String) -> OutputFailure {
    let number = errno
    return OutputFailure(
      path, "\(message): \(String(cString: strerror(number)))",
      hint: number == ENOSPC || number == EDQUOT ? "free some space, and type the rest again" : nil)
  }
}
