import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Another process has what this one needs.
public struct LockHeld: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is locked, as messages show it.
  public var path: String
  /// Who has it and since when, in words; nil where the other process has not said.
  public var owner: String?

  /// `reports/: error: another run is at work here (...)`, with the hint on a line of its own.
  public var description: String {
    "\(path): error: another run is at work here\(owner.map { " (\($0))" } ?? "")\n"
      + "hint: wait until it has ended; if no such process is there any more, the lock goes with it"
  }
}

/// Keeps two processes from the same thing: a file beside it that one of them at a time has locked.
///
/// The lock is the system's, and goes with the process that has it, however that ends: a file that a killed process left locks
/// nobody out. It says who has it and since when.
public final class RunLock {
  private let descriptor: Int32
  private let file: String

  /// Locks a file or folder.
  ///
  /// - Parameters:
  ///   - path: what is locked; the lock's file stands beside it, hidden: `.reports.lock`.
  ///   - owner: who has it and since when, in words.
  /// - Throws: ``LockHeld`` where another process has it, ``OutputFailure`` where the lock's file cannot be made.
  public convenience init(_ path: String, owner: String) throws {
    var trimmed = path
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    let slash = trimmed.lastIndex(of: "/").map { trimmed.index(after: $0) } ?? trimmed.startIndex
    try self.init(path, file: "\(trimmed[..<slash]).\(trimmed[slash...]).lock", owner: owner)
  }

  /// Locks a folder by a hidden file within it: beside it there may be no place for one.
  ///
  /// - Throws: as ``init(_:owner:)``.
  public convenience init(within folder: String, owner: String) throws {
    try self.init(folder, file: folder + (folder.hasSuffix("/") ? "" : "/") + ".rvubench.lock", owner: owner)
  }

  private init(_ path: String, file: String, owner: String) throws {
    self.file = file
    // Whoever has a lock takes its file away at the end: a file that is not there any more once it is locked locks nothing.
    var locked = try Self.lock(file, path)
    while !Self.isInPlace(locked, file) {
      close(locked)
      locked = try Self.lock(file, path)
    }
    descriptor = locked
    fchmod(descriptor, 0o600)
    ftruncate(descriptor, 0)
    let bytes = Array((owner + "\n").utf8)
    // It only helps people: the lock holds whether or not it could be written.
    _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit {
    unlink(file)
    close(descriptor)
  }

  private static func lock(_ file: String, _ path: String) throws -> Int32 {
    let descriptor = Glibc.open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw OutputFailure(
        file, "cannot be written: \(String(cString: strerror(errno)))",
        hint: "check that its folder is there and may be written")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let number = errno
      let held = text(of: descriptor)
      close(descriptor)
      if number == EWOULDBLOCK { throw LockHeld(path: path, owner: held.isEmpty ? nil : held) }
      throw OutputFailure(
        file, "cannot be locked: \(String(cString: strerror(number)))", hint: "write to a file system that has locks")
    }
    return descriptor
  }

  /// Whether a path still leads to the file that is open.
  private static func isInPlace(_ descriptor: Int32, _ file: String) -> Bool {
    var (open, named) = (stat(), stat())
    return fstat(descriptor, &open) == 0 && lstat(file, &named) == 0 && open.st_dev == named.st_dev
      && open.st_ino == named.st_ino
  }

  private static func text(of descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    let line = bytes.prefix(max(0, count)).prefix { $0 != 0x0A && $0 >= 0x20 }
    return String(decoding: line, as: UTF8.self)
  }
}
