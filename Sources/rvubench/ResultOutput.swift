import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where a command's result goes: a file that appears whole or not at all, or the standard output.
final class ResultOutput {
  private let file: SingleFile?

  /// The output; the standard output where no path is given.
  ///
  /// - Throws: `OutputFailure` where the file cannot be written, or is the input itself.
  init(_ path: String?, replacing input: String) throws(OutputFailure) {
    guard let path else {
      file = nil
      return
    }
    var (old, new) = (stat(), stat())
    if stat(input, &old) == 0, stat(path, &new) == 0, old.st_dev == new.st_dev, old.st_ino == new.st_ino {
      throw OutputFailure(path, "is the input itself, and is not replaced", hint: "name another file")
    }
    file = try SingleFile(path)
  }

  /// Adds bytes.
  ///
  /// - Throws: `OutputFailure` where they cannot be written.
  func append(_ bytes: UnsafeRawBufferPointer) throws(OutputFailure) {
    if let file { return try file.append(bytes) }
    guard WholeWrite.write(bytes, to: STDOUT_FILENO) == bytes.count else {
      throw OutputFailure("standard output", "cannot be written: \(String(cString: strerror(errno)))")
    }
  }

  /// Adds bytes.
  ///
  /// - Throws: `OutputFailure`, as above.
  func append(_ bytes: [UInt8]) throws(OutputFailure) {
    try bytes.withUnsafeBufferPointer { bytes throws(OutputFailure) in try append(UnsafeRawBufferPointer(bytes)) }
  }

  /// Puts the file in its place.
  ///
  /// - Throws: `OutputFailure` where it cannot be.
  func finish() throws(OutputFailure) { try file?.publish() }
}
