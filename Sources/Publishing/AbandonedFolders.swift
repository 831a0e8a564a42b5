#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Tells the hidden folders that killed processes left from those of processes at work.
enum AbandonedFolders {
  /// Whether a name is a prefix and the number of a process that is no more.
  ///
  /// One with this process's own number was left by an earlier process with the same number: in a container every run may
  /// have it, and a process makes one output of a folder at a time.
  static func isAbandoned(_ name: String, prefix: String) -> Bool {
    guard name.hasPrefix(prefix), let process = Int32(name.dropFirst(prefix.count)), process > 0 else { return false }
    return process == getpid() || (kill(process, 0) != 0 && errno == ESRCH)
  }
}
