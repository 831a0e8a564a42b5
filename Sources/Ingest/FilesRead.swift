import Synchronization

/// The files that a run reads: whatever is needed to run it again elsewhere, or later.
public final class FilesRead: Sendable {
  /// A file that was opened.
  public struct File: Hashable, Sendable {
    /// The path, which means the same from every folder.
    public var path: String
    /// Where its bytes are, where that is another path.
    public var place: String
    /// The SHA-256 of what was read; nil where it was not read to its end, or not hashed.
    public var sha256: String?
    /// Whether it was read twice, with another content each time.
    public var isChanged = false
  }

  @TaskLocal static var current: FilesRead?
  private let files = Mutex<[String: File]>([:])
  private let seen = Mutex<Set<String>>([])
  private let names = Mutex<[String: String]>([:])

  /// No files.
  public init() {}

  /// Notes every file that is opened while something is done.
  public func noting<Result>(_ body: () throws -> Result) rethrows -> Result {
    try Self.$current.withValue(self, operation: body)
  }

  /// Has the file at a place noted under another path: one by which it will be found when it is read again.
  public static func note(_ place: String, as path: String) {
    current?.names.withLock { $0[place] = InputPlace.absolute(path) }
  }

  /// Notes a folder that was seen and not read: its being there is told.
  public static func note(folder: String) {
    current?.seen.withLock { _ = $0.insert(InputPlace.absolute(folder)) }
  }

  /// The folders that were seen and not read, sorted.
  public var folders: [String] { seen.withLock { $0.sorted() } }

  /// Every file that was opened, sorted by path.
  public var sorted: [File] { files.withLock { $0.values.sorted { $0.path < $1.path } } }

  /// Notes a file that is opened, or that was read to its end.
  func note(_ place: String, sha256: String? = nil) {
    let path = names.withLock { $0[place] } ?? InputPlace.absolute(place)
    files.withLock { files in
      var file = files[path] ?? File(path: path, place: place)
      if let sha256 {
        if let earlier = file.sha256, earlier != sha256 { file.isChanged = true }
        file.sha256 = sha256
      }
      files[path] = file
    }
  }
}
