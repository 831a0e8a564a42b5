import Ingest
import ProductivityModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where files of an inbox go: to the entry under `logs` whose files have names like theirs.
struct InboxPlaces {
  private let job: Job
  /// The folder and the pattern of names of each entry that has one folder; a folder's own entry takes any name.
  private let entries: [(number: Int, files: String, folder: String, pattern: String)]

  init(_ job: Job) {
    self.job = job
    entries = job.logs.enumerated().compactMap { number, set in
      guard set.files != "-" else { return nil }
      let resolved = job.resolve(set.files)
      if Self.isFolder(resolved) { return (number, set.files, resolved, "*") }
      let slash = resolved.lastIndex(of: "/")
      let folder = slash.map { String(resolved[...$0]) } ?? ""
      let pattern = slash.map { String(resolved[resolved.index(after: $0)...]) } ?? resolved
      // Of logs/*/x.csv it cannot be said to which of the folders a file goes.
      let given = set.files.dropLast(pattern.count)
      guard !given.contains(where: { "*?[".contains($0) }) else { return nil }
      return (number, set.files, folder, pattern)
    }
  }

  /// The entry and the place of a file.
  ///
  /// - Throws: `InputFailure` where it fits none or two, or the folder is not there or may not be written.
  func place(of name: String, at path: String) throws(InputFailure) -> (entry: Int, place: String) {
    let fitting = entries.filter { fnmatch(LogFiles.anyCase($0.pattern), name, FNM_PERIOD) == 0 }
    guard let entry = fitting.first else {
      throw InputFailure(
        Self.shown(path),
        "fits no entry under `logs` in the job: \(job.logs.map { "\"\($0.files)\"" }.joined(separator: ", "))",
        hint: "move it elsewhere if it is no log, or add an entry whose `files` fits its name")
    }
    guard fitting.count == 1 else {
      throw InputFailure(
        Self.shown(path),
        "fits more than one entry under `logs` in the job: \(fitting.map { "\"\($0.files)\"" }.joined(separator: ", "))",
        hint: "give it a name that fits one of them, or change their `files`")
    }
    guard Self.isFolder(entry.folder.isEmpty ? "." : entry.folder) else {
      throw InputFailure(
        Self.shown(path), "belongs to \"\(entry.files)\", whose folder is not there",
        hint: "make the folder \(entry.folder)")
    }
    guard access(entry.folder.isEmpty ? "." : entry.folder, W_OK | X_OK) == 0 else {
      throw InputFailure(
        Self.shown(path), "belongs to \"\(entry.files)\", in whose folder nothing may be written",
        hint: "check the permissions of \(entry.folder)")
    }
    return (entry.number, Self.join(entry.folder, name))
  }

  /// A name in a folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty || folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// A path as messages show it: who names a file can neither add a line to a log nor change what a terminal shows.
  static func shown(_ path: String) -> String { MessageText.readable(path).replacing("\n", with: "\u{FFFD}") }

  /// The failure of a file whose name is that of another to whoever reads it.
  static func sameName(_ path: String, asOf other: String) -> InputFailure {
    InputFailure(
      shown(path), "has the name of \(other), in which letters with marks are written in another form of Unicode",
      hint: "rename one of them, or remove the one that is a copy")
  }

  /// The folder of a path.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path with links and dots resolved.
  static func canonical(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
