import Publishing
import Rendering

/// Writes rendered files to an output as they are handed out, also those that come in parts.
struct RenderedOutput {
  private let output: StagedOutput
  /// The file that was started last, to which more may come.
  private var file: StagedFile?
  /// The paths of all files, in the order in which they were started.
  private(set) var paths: [String] = []

  init(_ output: StagedOutput) { self.output = output }

  /// Writes a file, or a part of one.
  ///
  /// - Throws: ``OutputFailure`` where it cannot be written, as on a full disk.
  mutating func write(_ part: RenderedFile) throws(OutputFailure) {
    if !part.isContinuation {
      try finish()
      file = try output.open(part.path)
      paths.append(part.path)
    }
    try file?.append(part.bytes)
  }

  /// Ends the last file.
  ///
  /// - Throws: ``OutputFailure`` where it is not on disk.
  mutating func finish() throws(OutputFailure) {
    try file?.close()
    file = nil
  }
}
