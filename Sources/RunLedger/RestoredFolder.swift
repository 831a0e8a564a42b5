import FoundationEssentials
import Ingest
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A hidden folder in an archive for what is restored from it, taken away when nobody needs it any more.
///
/// It is locked as long as it is there, and the lock goes with the process: one that nobody has locked was left by a killed
/// process, and the next run takes it away.
final class RestoredFolder: Sendable {
  /// The path, from the root of the file system.
  let path: String
  private let descriptor: Int32

  private static let prefix = ".restored-"

  /// Makes an empty folder.
  ///
  /// - Throws: `OutputFailure` where that cannot be done.
  init(in archive: Archive) throws(OutputFailure) {
    var template = Array(InputPlace.absolute("\(archive.folder)/\(Self.prefix)XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else { throw Self.failure(archive) }
    path = String(cString: made)
    chmod(path, 0o700)
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let failure = Self.failure(archive)
      if descriptor >= 0 { close(descriptor) }
      rmdir(path)
      throw failure
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
    close(descriptor)
  }

  /// Takes away what killed processes left in an archive.
  static func removeAbandoned(in archive: Archive) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: archive.folder)) ?? []
    where name.hasPrefix(prefix) {
      let descriptor = open("\(archive.folder)/\(name)", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { continue }
      try? FileManager.default.removeItem(atPath: "\(archive.folder)/\(name)")
    }
  }

  private static func failure(_ archive: Archive) -> OutputFailure {
    OutputFailure(
      archive.folder, "nothing can be written here: \(String(cString: strerror(errno)))",
      hint: "check the permissions of the archive and the space on its disk")
  }
}
