#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One output file that appears whole or not at all: written beside its place under a hidden name, and moved there at the end.
///
/// Only its owner can read it. What was there before stays until the move, and for good where the file is not finished.
public final class SingleFile {
  private let path: String
  private let partial: String
  private let file: StagedFile
  private var isPublished = false

  /// Opens an output.
  ///
  /// - Throws: ``OutputFailure`` where its folder is not there or cannot be written, or the path is a folder.
  public init(_ path: String) throws(OutputFailure) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw OutputFailure(path, "is not a file, and is not replaced", hint: "name a file")
    }
    // Of a link the file that it leads to is replaced, and the link stays.
    let place = Self.resolved(path)
    Self.removeAbandoned(path)
    self.path = place
    partial = "\(Self.folder(of: place))\(Self.prefix(of: place))\(getpid())"
    file = try StagedFile(partial, shownAs: path)
  }

  deinit { if !isPublished { unlink(partial) } }

  /// Adds bytes.
  ///
  /// - Throws: ``OutputFailure`` where they cannot be written, as on a full disk.
  public func append(_ bytes: UnsafeRawBufferPointer) throws(OutputFailure) { try file.append(bytes) }

  /// Adds bytes.
  ///
  /// - Throws: ``OutputFailure``, as above.
  public func append(_ bytes: [UInt8]) throws(OutputFailure) { try file.append(bytes) }

  /// Makes sure that all is on disk and puts the file in its place.
  ///
  /// - Throws: ``OutputFailure`` where it cannot be; then nothing is changed.
  public func publish() throws(OutputFailure) {
    try file.close()
    guard rename(partial, path) == 0 else {
      let number = errno
      throw OutputFailure(
        path, "cannot be written: \(String(cString: strerror(number)))", hint: OutputFailure.hint(number))
    }
    isPublished = true
    let folder = Self.folder(of: path)
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    // The file is in its place; some file systems do not synchronise folders.
    fsync(descriptor)
    close(descriptor)
  }

  /// Takes away what killed processes left of a file.
  public static func removeAbandoned(_ path: String) {
    let place = resolved(path)
    let folder = folder(of: place)
    AbandonedFolders.remove(in: folder.isEmpty ? "." : folder, prefix: prefix(of: place))
  }

  private static func resolved(_ path: String) -> String {
    let resolved = realpath(path, nil)
    defer { free(resolved) }
    return resolved.map { String(cString: $0) } ?? path
  }

  /// The folder of a file, with the slash; empty where the path names none.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// What the hidden name of a file that is not whole begins with; the process's number follows.
  private static func prefix(of path: String) -> String { ".\(path.dropFirst(folder(of: path).count)).partial-" }
}
