import TestSupport

/// What the machine lets a test do to the program: folders of its own, injected faults, another time.
enum Isolation {
  /// Whether lines may have file systems of their own, mounted for them alone.
  static let canMount = succeeds("unshare -rm bash -c 'mount -t tmpfs -o size=1m none /mnt'")
  /// Whether calls of the program may be made to fail.
  static let canInject = succeeds("strace -f -o /dev/null -e inject=fsync:error=EIO true")
  /// Whether the program may be told another time.
  static let canShiftClock = succeeds("faketime '2020-01-01 00:00:00' true")

  /// Runs lines of a shell as the owner of file systems that only they see.
  static func mounted(_ lines: String, in folder: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell(
      "unshare -rm bash <<'LINES'\nset -e\nprogram='\(try BuiltProgram.path)'\n\(lines)\nLINES", in: folder)
  }

  private static func succeeds(_ line: String) -> Bool { (try? BuiltProgram.shell(line))?.code == 0 }
}
