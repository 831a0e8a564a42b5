import FoundationEssentials
import Ingest
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A content on its way into an archive: under a hidden name until it is whole and on disk.
final class Incoming {
  private let path: String
  private let file: StagedFile
  private let compression: Compression
  private var hash = ContentHash()
  private var isFinished = false
  /// The SHA-256 of the bytes so far; none may be added after it is asked for.
  private(set) lazy var sha256 = hash.text()

  /// The beginning of the hidden names.
  static let prefix = ".incoming-"

  /// Starts a content.
  ///
  /// - Throws: `OutputFailure` where the archive's folder cannot be made or written.
  init(in folder: String) throws(OutputFailure) {
    try Self.make(folder)
    path = "\(folder)/\(Self.prefix)\(getpid())"
    unlink(path)
    file = try StagedFile(path, shownAs: folder)
    compression = Compression()
  }

  deinit { if !isFinished { unlink(path) } }

  /// Adds bytes.
  func add(_ bytes: ArraySlice<UInt8>) throws(OutputFailure) {
    hash.add(bytes)
    try file.append(compression.add(bytes))
  }

  /// Puts the content in its place.
  ///
  /// - Returns: its hash.
  /// - Throws: `OutputFailure` where it cannot be; the archive has then nothing of it.
  func finish(in archive: Archive) throws(OutputFailure) -> String {
    let own = sha256
    if archive.has(own) { return own }
    try file.append(compression.end())
    try file.close()
    let group = "\(archive.folder)/\(own.prefix(2))"
    try Self.make(group)
    let place = archive.place(of: own)
    guard rename(path, place) == 0 else { throw Self.failure(place) }
    isFinished = true
    for folder in [group, archive.folder] { try Self.synchronize(folder) }
    return own
  }

  private static func make(_ folder: String) throws(OutputFailure) {
    if mkdir(folder, 0o700) == 0 {
      chmod(folder, 0o700)
      return
    }
    guard errno == EEXIST else { throw failure(folder) }
  }

  private static func synchronize(_ folder: String) throws(OutputFailure) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(folder) }
  }

  private static func failure(_ path: String) -> OutputFailure {
    let number = errno
    return OutputFailure(
      path, "cannot be written: \(String(cString: strerror(number)))",
      hint: number == ENOSPC
        ? "free some space and run again; the earlier reports are as they were"
        : "check the permissions of the folder that holds the ledger")
  }
}
