import Pipeline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One line of progress on stderr that is written over, and only where stderr is a terminal.
struct ProgressLine {
  private static let clearing = "\r\u{1B}[2K"

  /// Nil where stderr is not a terminal, so that logs hold no progress.
  init?() { if isatty(STDERR_FILENO) == 0 { return nil } }

  /// Shows each message in place of the one before.
  var progress: Progress { Progress { Self.show(Self.clearing + $0) } }

  /// Takes the line away.
  func clear() { Self.show(Self.clearing) }

  private static func show(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
