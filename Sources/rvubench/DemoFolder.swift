import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A new folder that is filled with files a piece at a time; only its owner can read them.
///
/// What cannot be finished is taken away again, so that nobody runs a job over half a year.
struct DemoFolder: ~Copyable {
  /// Why the folder or a file in it could not be written.
  struct Failure: Error, CustomStringConvertible {
    /// What is wrong, with what to do about it.
    let description: String
  }

  /// The folder, as the user named it.
  let path: String
  private var openPath = ""
  private var descriptor: Int32 = -1
  private var files: [String] = []
  private var folders: [String] = []

  /// Makes the folder, or takes an empty one that is there.
  ///
  /// - Throws: ``Failure`` where it has something in it, is no folder or cannot be made.
  init(_ path: String) throws(Failure) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    try makeFolder(self.path)
    guard let listing = opendir(self.path) else { throw Self.failure(self.path, "cannot be opened") }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name == "." || name == ".." else {
        throw Failure(
          description: "\(self.path): error: the folder is not empty\n"
            + "hint: name a new or an empty folder, so that nothing of yours is mixed with invented data")
      }
    }
  }

  /// Appends a piece to the file at a path in the folder; the pieces of a file come one after the other.
  ///
  /// - Throws: ``Failure`` where it cannot be written.
  mutating func append(_ bytes: [UInt8], to file: String) throws(Failure) {
    if file != openPath {
      try closeFile()
      try openFile(file)
    }
    guard WholeWrite.write(bytes, to: descriptor) == bytes.count else {
      throw Self.failure("\(path)/\(file)", "cannot be written")
    }
  }

  /// Ends the last file.
  ///
  /// - Throws: ``Failure`` where its last bytes cannot be written.
  mutating func finish() throws(Failure) { try closeFile() }

  /// Takes away everything that was made.
  mutating func remove() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    for file in files { unlink(file) }
    for folder in folders.reversed() { rmdir(folder) }
  }

  private mutating func openFile(_ file: String) throws(Failure) {
    if let slash = file.lastIndex(of: "/") { try makeFolder("\(path)/\(file[..<slash])") }
    let full = "\(path)/\(file)"
    descriptor = open(full, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure(full, "cannot be made") }
    fchmod(descriptor, 0o600)
    openPath = file
    files.append(full)
  }

  private mutating func closeFile() throws(Failure) {
    guard descriptor >= 0 else { return }
    let result = close(descriptor)
    descriptor = -1
    guard result == 0 else { throw Self.failure("\(path)/\(openPath)", "cannot be written to its end") }
  }

  /// Makes a folder, and those above it that are missing.
  private mutating func makeFolder(_ folder: String) throws(Failure) {
    if mkdir(folder, 0o700) == 0 {
      chmod(folder, 0o700)
      folders.append(folder)
      return
    }
    if errno == ENOENT, let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
      try makeFolder(String(folder[..<slash]))
      if mkdir(folder, 0o700) == 0 {
        chmod(folder, 0o700)
        folders.append(folder)
        return
      }
    }
    guard errno == EEXIST else { throw Self.failure(folder, "cannot be made") }
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(description: "\(folder): error: there is a file of this name\nhint: name a new or an empty folder")
    }
  }

  private static func failure(_ path: String, _ what: String) -> Failure {
    Failure(description: "\(path): error: \(what): \(String(cString: strerror(errno)))")
  }
}
