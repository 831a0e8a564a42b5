import CExchange
import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Has the file system of a folder written to the disk: from time to time while files are made, which waits for nothing, and as a whole
/// at the end.
///
/// The folder is open from before anything is written in it: so the system tells here, once, of every file that it could not write out since.
final class WritingOut: Sendable {
  private let folder: Int32
  private let queue = DispatchQueue(label: "writing out")
  /// The number of the first error that the system told of; 0 for none.
  private let error = Mutex<Int32>(0)

  /// - Parameter folder: its descriptor, which is closed when this goes.
  init(_ folder: Int32) { self.folder = folder }

  deinit { close(folder) }

  /// Begins to write out what is there.
  func begin() { queue.async { [self] in writeOut() } }

  /// Waits until everything is on disk.
  ///
  /// - Returns: whether it is, also what was begun earlier; else errno says why not.
  func finish() -> Bool {
    queue.sync { writeOut() }
    errno = error.withLock { $0 }
    return errno == 0
  }

  private func writeOut() {
    if synchronize_file_system(folder) == 0 { return }
    let number = errno
    error.withLock { if $0 == 0 { $0 = number } }
  }
}
