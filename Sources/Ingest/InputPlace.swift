#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where the files that a job and its reference data name are opened: at their own paths, or among the copies that an archive
/// has of them, which stand under a folder at the paths that they had.
///
/// Messages and reports show the paths as they are named, wherever the files are.
public enum InputPlace {
  /// The folder of the copies; nil where files are opened at their own paths. It holds within ``within(_:_:)``.
  @TaskLocal static var root: String?

  /// Opens files among copies while something is done.
  public static func within<Result>(_ root: String, _ body: () throws -> Result) rethrows -> Result {
    try $root.withValue(root, operation: body)
  }

  /// Opens files at their own paths and notes none of them while something is done: those of the program itself, such as
  /// what it wrote a moment ago.
  public static func ofOwnFiles<Result>(_ body: () throws -> Result) rethrows -> Result {
    try $root.withValue(nil) { try FilesRead.$current.withValue(nil, operation: body) }
  }

  /// Whether files are opened among copies.
  public static var isArchived: Bool { root != nil }

  /// The path that is opened for a path as it is named.
  public static func path(_ path: String) -> String { root.map { $0 + absolute(path) } ?? path }

  /// A path that means the same from every folder. Its dots and links stay as they are.
  public static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return "\(String(cString: folder))/\(path)"
  }

  /// A path without `.`, `..` and doubled slashes, as it is where no link is on the way.
  public static func plain(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// What a path leads to, such as `S_IFREG`; nil where nothing is there.
  public static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(self.path(path), &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
