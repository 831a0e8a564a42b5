import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder of a process's own for what it needs on the way, readable by its owner only; it is removed when it is let go of.
///
/// A lock of the system is held on it, which goes with the process however that ends: one that nobody has locked was left by a
/// killed process.
public final class LockedFolder: Sendable {
  /// The folder's path.
  public let path: String
  private let descriptor: Int32

  /// Makes a new, empty folder.
  ///
  /// - Parameters:
  ///   - base: where it is made.
  ///   - prefix: what its name begins with.
  ///   - hint: what to do where it cannot be made.
  /// - Throws: ``OutputFailure`` where it cannot be made.
  public init(in base: String, prefix: String, hint: String) throws(OutputFailure) {
    while true {
      var template = Array("\(base)/\(prefix)XXXXXX".utf8CString)
      guard let made = mkdtemp(&template) else { throw Self.failure(base, hint) }
      let path = String(cString: made)
      chmod(path, 0o700)
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      // Another process may have taken it for one that was left, before it was locked.
      if descriptor < 0, errno == ENOENT { continue }
      guard descriptor >= 0 else {
        let failure = Self.failure(base, hint)
        rmdir(path)
        throw failure
      }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        if access(path, F_OK) == 0 {
          (self.path, self.descriptor) = (path, descriptor)
          return
        }
      } else if errno != EWOULDBLOCK {
        let failure = Self.failure(base, hint)
        rmdir(path)
        close(descriptor)
        throw failure
      }
      close(descriptor)
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
    close(descriptor)
  }

  /// Takes away what killed processes of the same owner left in a folder under a prefix.
  public static func removeAbandoned(in base: String, prefix: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? [] where name.hasPrefix(prefix) {
      let path = "\(base)/\(name)"
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(), flock(descriptor, LOCK_EX | LOCK_NB) == 0
      else { continue }
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  private static func failure(_ base: String, _ hint: String) -> OutputFailure {
    OutputFailure(base, "no folder can be made here: \(String(cString: strerror(errno)))", hint: hint)
  }
}
