import Publishing

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#endif

/// What commands print, which a full disk may cut off as it does any file.
enum StandardOutput {
  /// Makes sure that all that was printed has been written.
  ///
  /// - Parameter remark: what is true of the command's files, to follow the error.
  /// - Throws: `ExitCode` 4 after saying so on stderr.
  static func finish(_ remark: String = "") throws {
    guard fflush(stdout) != 0 || ferror(stdout) != 0 else { return }
    throw Complaint.output(
      OutputFailure(
        "stdout", "cannot be written to its end" + remark,
        hint: "free some space on the disk that it goes to, and ask again"))
  }
}
