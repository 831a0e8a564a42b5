import CExchange
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Moves a file to another folder without ever being able to lose it, and never over another.
///
/// Whatever happens in between, a whole file is in one of the two places, or the same in both.
public enum FileMove {
  /// Moves a file, also to another file system.
  ///
  /// - Throws: ``OutputFailure`` where it cannot be moved; it is then still where it was.
  public static func move(_ path: String, to place: String) throws(OutputFailure) {
    if rename_to_new(path, place) != 0 {
      guard errno == EXDEV else { throw failure(path, to: place) }
      try copy(path, to: place)
      guard unlink(path) == 0 else { throw failure(path, to: place) }
    }
    // Whichever of the two names comes to the disk first, the file is there under one of them.
    try? StagedOutput.synchronize(folder(of: place))
    try? StagedOutput.synchronize(folder(of: path))
  }

  /// Removes a file of which another place has the same bytes, on disk.
  ///
  /// - Throws: ``OutputFailure`` where the other place has not, or the file cannot be removed; it is then still there.
  public static func removeCopy(_ path: String, of place: String) throws(OutputFailure) {
    guard haveSameBytes(path, place) else {
      throw OutputFailure(path, "is not removed: \(place) no longer has the same content")
    }
    let descriptor = open(place, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw StagedOutput.failure(place) }
    let isOnDisk = fsync(descriptor) == 0 || errno == EINVAL
    close(descriptor)
    guard isOnDisk, unlink(path) == 0 else {
      throw OutputFailure(path, "cannot be removed: \(String(cString: strerror(errno)))")
    }
    try? StagedOutput.synchronize(folder(of: path))
  }

  /// Whether two paths are files of the same bytes; neither of them through a link.
  public static func haveSameBytes(_ first: String, _ second: String) -> Bool {
    let files = [first, second].map { (path: String) in open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) }
    defer { for file in files where file >= 0 { close(file) } }
    var (a, b) = (stat(), stat())
    guard files[0] >= 0, files[1] >= 0, fstat(files[0], &a) == 0, fstat(files[1], &b) == 0,
      a.st_mode & S_IFMT == S_IFREG, b.st_mode & S_IFMT == S_IFREG, a.st_size == b.st_size
    else { return false }
    var (here, there) = ([UInt8](repeating: 0, count: 1 << 16), [UInt8](repeating: 0, count: 1 << 16))
    var offset = 0
    while offset < Int(a.st_size) {
      let count = fill(&here, from: files[0], at: offset)
      guard count > 0, fill(&there, from: files[1], at: offset) == count, here[..<count] == there[..<count] else {
        return false
      }
      offset += count
    }
    return true
  }

  /// Copies a file to another file system, where it appears whole and on disk.
  private static func copy(_ path: String, to place: String) throws(OutputFailure) {
    let name = place.split(separator: "/").last.map(String.init) ?? place
    let prefix = ".\(name).partial-"
    let parent = folder(of: place)
    let partial = "\(parent)/\(prefix)\(getpid())"
    let source = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard source >= 0 else { throw failure(path, to: place) }
    defer { close(source) }
    var before = stat()
    guard fstat(source, &before) == 0, before.st_mode & S_IFMT == S_IFREG else { throw failure(path, to: place) }
    // What a killed run had begun to copy.
    for entry in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    where AbandonedFolders.isAbandoned(entry, prefix: prefix) { unlink("\(parent)/\(entry)") }
    var isDone = false
    defer { if !isDone { unlink(partial) } }
    let file = try StagedFile(partial, shownAs: place)
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    var offset = 0
    while true {
      let count = fill(&piece, from: source, at: offset)
      guard count >= 0 else { throw failure(path, to: place) }
      if count == 0 { break }
      try file.append(Array(piece[..<count]))
      offset += count
    }
    try file.close()
    var after = stat()
    guard fstat(source, &after) == 0, after.st_size == before.st_size, offset == Int(before.st_size),
      after.st_mtim.tv_sec == before.st_mtim.tv_sec, after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
    else { throw OutputFailure(path, "changed while it was copied to \(place)") }
    var times = [before.st_mtim, before.st_mtim]
    // When it was written is worth keeping, and not worth failing for.
    utimensat(AT_FDCWD, partial, &times, 0)
    guard rename_to_new(partial, place) == 0 else { throw failure(path, to: place) }
    isDone = true
    try StagedOutput.synchronize(parent)
  }

  /// Fills a buffer with what a file has from an offset on.
  ///
  /// - Returns: how many bytes; 0 at the end, less where it cannot be read.
  private static func fill(_ buffer: inout [UInt8], from descriptor: Int32, at offset: Int) -> Int {
    var filled = 0
    while filled < buffer.count {
      let (start, room) = (filled, buffer.count - filled)
      let count = buffer.withUnsafeMutableBytes { all in
        pread(descriptor, all.baseAddress.map { $0 + start }, room, off_t(offset + start))
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return count }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func failure(_ path: String, to place: String) -> OutputFailure {
    let number = errno
    return OutputFailure(
      path,
      number == EEXIST
        ? "is not moved: \(place) is there already"
        : "cannot be moved to \(place): \(String(cString: strerror(number)))")
  }
}
