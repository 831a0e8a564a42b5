import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder for what a command makes on the way, within the one that TMPDIR names, readable by its owner only.
///
/// It is removed when it is let go of. What a killed process left is removed by the next one of the same owner: each holds a lock of
/// the system on its folder, which goes with the process however that ends.
public final class TemporaryPlace {
  /// The folder's path.
  public let path: String
  private let descriptor: Int32
  private static let prefix = "rvubench-place-"

  /// A new, empty folder.
  ///
  /// - Throws: ``OutputFailure`` where none can be made.
  public init() throws(OutputFailure) {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let base = named.isEmpty ? "/tmp" : named
    Self.removeAbandoned(in: base)
    while true {
      var template = Array("\(base)/\(Self.prefix)XXXXXX".utf8CString)
      guard let made = mkdtemp(&template) else { throw Self.failure(base) }
      let path = String(cString: made)
      chmod(path, 0o700)
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      // Another process may have taken it for one that was left, before it was locked.
      if descriptor < 0, errno == ENOENT { continue }
      guard descriptor >= 0 else { throw Self.failure(base) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, access(path, F_OK) == 0 {
        (self.path, self.descriptor) = (path, descriptor)
        return
      }
      close(descriptor)
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
    close(descriptor)
  }

  private static func removeAbandoned(in base: String) {
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

  private static func failure(_ base: String) -> OutputFailure {
    OutputFailure(
      base, "no temporary folder can be made here: \(String(cString: strerror(errno)))",
      hint: "set TMPDIR to a folder of yours with room for the files of a run")
  }
}
