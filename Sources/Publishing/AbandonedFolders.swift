import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Tells the hidden folders and files that killed processes left from those of processes at work.
public enum AbandonedFolders {
  /// Takes away what killed processes left in a folder under a prefix and their number.
  ///
  /// - Parameter kept: the paths of what this process has at work there.
  public static func remove(in folder: String, prefix: String, except kept: Set<String> = []) {
    for entry in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where isAbandoned(entry, prefix: prefix) && !kept.contains("\(folder)/\(entry)") {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(entry)")
    }
  }

  /// Whether a name is a prefix and the number of a process that is no more.
  ///
  /// One with this process's own number was left by an earlier process with the same number: in a container every run may
  /// have it, and a process makes one output of a folder at a time.
  static func isAbandoned(_ name: String, prefix: String) -> Bool {
    guard name.hasPrefix(prefix) else { return false }
    // What follows a dot tells several of a process apart.
    guard let process = Int32(name.dropFirst(prefix.count).prefix { $0 != "." }), process > 0 else { return false }
    return process == getpid() || (kill(process, 0) != 0 && errno == ESRCH)
  }
}
