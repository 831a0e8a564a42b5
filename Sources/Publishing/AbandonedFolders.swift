import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Tells the hidden folders and files that killed processes left from those of processes at work.
public enum AbandonedFolders {
  /// Takes away what killed processes left in a folder under a prefix and their number.
  public static func remove(in folder: String, prefix: String) {
    for entry in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where isAbandoned(entry, prefix: prefix) {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(entry)")
    }
  }

  /// Whether a name is a prefix and the number of a process that is no more.
  ///
  /// One with this process's own number was left by an earlier process with the same number: in a container every run may
  /// have it, and a process makes one output of a folder at a time.
  static func isAbandoned(_ name: String, prefix: String) -> Bool {
    guard name.hasPrefix(prefix), let process = Int32(name.dropFirst(prefix.count)), process > 0 else { return false }
    return process == getpid() || (kill(process, 0) != 0 && errno == ESRCH)
  }
}
