import Ingest
import Publishing
import Rendering
import Synchronization

/// Writes rendered files to an output, and notes their sizes and hashes while their bytes are at hand.
final class RenderedOutput: FileReceiver {
  /// A file that comes in parts.
  private final class Parted {
    let path: String
    let file: StagedFile
    var hash = ContentHash()
    var size: UInt64 = 0

    init(_ path: String, _ file: StagedFile) {
      self.path = path
      self.file = file
    }
  }

  private let output: StagedOutput
  private let written = Mutex<[ManifestOutput]>([])
  /// The file to which more parts may come.
  private let parted = Mutex<Parted?>(nil)

  init(_ output: StagedOutput) { self.output = output }

  /// Writes a whole file.
  ///
  /// - Throws: ``OutputFailure`` where it cannot be written, as on a full disk.
  func take(_ file: RenderedFile) throws { note(try output.write(file)) }

  /// Writes a part of a file.
  ///
  /// - Throws: ``OutputFailure``, as above.
  func take(part: RenderedFile) throws {
    if !part.isContinuation { try endParted() }
    try parted.withLock { parted in
      if !part.isContinuation { parted = Parted(part.path, try output.open(part.path)) }
      try parted?.file.append(part.bytes)
      parted?.hash.add(part.bytes[...])
      parted?.size += UInt64(part.bytes.count)
    }
  }

  /// Ends the last file, and tells of all that were written, in whatever order.
  ///
  /// - Throws: ``OutputFailure`` where it is not on disk.
  func finish() throws -> [ManifestOutput] {
    try endParted()
    return written.withLock { $0 }
  }

  private func endParted() throws {
    let ended = try parted.withLock { parted -> ManifestOutput? in
      guard let ended = parted else { return nil }
      parted = nil
      try ended.file.close()
      return ManifestOutput(path: ended.path, size: ended.size, sha256: ended.hash.text())
    }
    if let ended { note(ended) }
  }

  private func note(_ file: ManifestOutput) { written.withLock { $0.append(file) } }
}

extension StagedOutput {
  /// Writes a rendered file as a whole.
  ///
  /// - Returns: what a manifest says of it, from the bytes at hand.
  /// - Throws: ``OutputFailure`` where it cannot be written, as on a full disk.
  func write(_ file: RenderedFile) throws(OutputFailure) -> ManifestOutput {
    try write(file.path, file.bytes)
    return ManifestOutput(
      path: file.path, size: UInt64(file.bytes.count), sha256: SHA256.hexadecimal(of: file.bytes))
  }
}
