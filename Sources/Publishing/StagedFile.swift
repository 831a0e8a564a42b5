#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One file of a staged output, written piece by piece.
public final class StagedFile {
  private let path: String
  private let isSynchronized: Bool
  private var descriptor: Int32

  /// Makes a file that its owner alone can read.
  ///
  /// - Parameters:
  ///   - isSynchronized: whether ``close()`` waits until the file is on disk; otherwise its output does at the end.
  ///   - shownAs: the path that messages show.
  /// - Throws: ``OutputFailure`` where the file cannot be made, or is there already.
  public init(_ file: String, shownAs path: String, isSynchronized: Bool = true) throws(OutputFailure) {
    self.path = path
    self.isSynchronized = isSynchronized
    descriptor = Glibc.open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure() }
    fchmod(descriptor, 0o600)
  }

  deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

  /// Adds bytes to the file.
  ///
  /// - Throws: ``OutputFailure`` where they cannot be written, as on a full disk.
  public func append(_ bytes: UnsafeRawBufferPointer) throws(OutputFailure) {
    guard WholeWrite.write(bytes, to: descriptor) == bytes.count else { throw failure() }
  }

  /// Adds bytes to the file.
  ///
  /// - Throws: ``OutputFailure``, as above.
  public func append(_ bytes: [UInt8]) throws(OutputFailure) {
    try bytes.withUnsafeBufferPointer { bytes throws(OutputFailure) in try append(UnsafeRawBufferPointer(bytes)) }
  }

  /// Makes sure that the file is on disk, unless its output does so for all files at once, and ends it.
  ///
  /// - Throws: ``OutputFailure`` where it is not.
  public func close() throws(OutputFailure) {
    guard !isSynchronized || fsync(descriptor) == 0 || errno == EINVAL else { throw failure() }
    let result = Glibc.close(descriptor)
    descriptor = -1
    guard result == 0 else { throw failure() }
  }

  private func failure() -> OutputFailure {
    let number = errno
    return OutputFailure(
      path, "cannot be written: \(String(cString: strerror(number)))", hint: OutputFailure.hint(number))
  }
}
