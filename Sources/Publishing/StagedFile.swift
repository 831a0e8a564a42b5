#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One file of a staged output, written piece by piece.
public final class StagedFile {
  private let path: String
  private var descriptor: Int32

  init(_ file: String, shownAs path: String) throws(OutputFailure) {
    self.path = path
    descriptor = Glibc.open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure() }
    fchmod(descriptor, 0o600)
  }

  deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

  /// Adds bytes to the file.
  ///
  /// - Throws: ``OutputFailure`` where they cannot be written, as on a full disk.
  public func append(_ bytes: [UInt8]) throws(OutputFailure) {
    let isWritten = bytes.withUnsafeBytes { all in
      var offset = 0
      while offset < all.count {
        let count = Glibc.write(descriptor, all.baseAddress.map { $0 + offset }, all.count - offset)
        if count < 0 {
          if errno == EINTR { continue }
          return false
        }
        offset += count
      }
      return true
    }
    guard isWritten else { throw failure() }
  }

  /// Makes sure that the file is on disk and ends it.
  ///
  /// - Throws: ``OutputFailure`` where it is not.
  public func close() throws(OutputFailure) {
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure() }
    let result = Glibc.close(descriptor)
    descriptor = -1
    guard result == 0 else { throw failure() }
  }

  private func failure() -> OutputFailure {
    let number = errno
    return OutputFailure(
      path, "cannot be written: \(String(cString: strerror(number)))",
      hint: number == ENOSPC ? "free some space and run again; the earlier reports are as they were" : nil)
  }
}
