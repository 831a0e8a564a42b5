import FoundationEssentials
import Ingest
import Publishing
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A hidden folder in an archive for what is restored from it, taken away when nobody needs it any more. One that a killed
/// process left is taken away by the next run.
final class RestoredFolder: Sendable {
  /// The path, from the root of the file system.
  let path: String
  private let shown: String

  /// The beginning of the hidden names.
  static let prefix = ".restored-"
  private static let count = Atomic(0)
  private static let active = Mutex<Set<String>>([])

  /// The folders that this process has at work.
  static var inUse: Set<String> { active.withLock { $0 } }

  /// Makes an empty folder.
  ///
  /// - Throws: `OutputFailure` where that cannot be done.
  init(in archive: Archive) throws(OutputFailure) {
    let number = Self.count.add(1, ordering: .relaxed).newValue
    let path = "\(archive.folder)/\(Self.prefix)\(getpid()).\(number)"
    shown = path
    self.path = InputPlace.absolute(path)
    try? FileManager.default.removeItem(atPath: path)
    guard mkdir(path, 0o700) == 0 else {
      throw OutputFailure(
        archive.folder, "nothing can be written here: \(String(cString: strerror(errno)))",
        hint: "check the permissions of the archive and the space on its disk")
    }
    chmod(path, 0o700)
    Self.active.withLock { _ = $0.insert(path) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
    Self.active.withLock { _ = $0.remove(shown) }
  }
}
