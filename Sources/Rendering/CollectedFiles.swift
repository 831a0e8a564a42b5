import Synchronization

/// Rendered files held in memory.
final class CollectedFiles: FileReceiver {
  private let held = Mutex<[RenderedFile]>([])
  private let parted = Mutex<[RenderedFile]>([])

  func take(_ file: RenderedFile) { held.withLock { $0.append(file) } }

  func take(part: RenderedFile) {
    parted.withLock { files in
      if part.isContinuation {
        files[files.count - 1].bytes += part.bytes
      } else {
        files.append(part)
      }
    }
  }

  /// All files, sorted by path.
  var files: [RenderedFile] {
    (held.withLock { $0 } + parted.withLock { $0 }).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
