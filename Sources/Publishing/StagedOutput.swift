import CExchange
import FoundationEssentials
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder of output that appears whole or not at all.
///
/// Files are written to a hidden folder beside the one they are for. ``publish()`` makes sure that they are on disk and
/// then exchanges the two folders in one step, so that readers see the earlier output or the new one and nothing between.
/// Folders are readable by their owner only (0700), files too (0600), whatever the umask.
///
/// Or it gets a folder of its own within another one, under a name that is known only when it is published: ``init(within:)``
/// and ``publish(as:)``.
///
/// Several threads may write files at once, each its own.
public final class StagedOutput: Sendable {
  /// The folder to be replaced, or within which the output gets its own.
  public let folder: String
  /// Whether the output gets a folder of its own within ``folder``, which stays.
  public let isWithin: Bool
  /// The hidden folder in which the output is made.
  public let staging: String
  private let writingOut: WritingOut
  /// Whether this output made ``folder``, and takes it away again where nothing comes of it.
  private let madeFolder: Bool
  private let state = Mutex(State())

  /// What changes while files are written.
  private struct State {
    /// The folders that were made.
    var made: Set<String> = []
    /// How many files were started.
    var files = 0
    var isPublished = false
  }

  /// How many files are each made sure to be on disk when they are finished, so that a broken disk is found out early; those after
  /// them all at once, by writing out the whole file system, since each of thousands would wait for the disk. What other programs
  /// have written there is waited for too. All of it before anything is published.
  static let filesApart = 64

  /// After how many more files each time it is begun to write them out, so that the disk does not wait for the last one.
  private static let filesTogether = 2048

  /// Starts an output that will replace a folder.
  ///
  /// A folder that holds anything that an earlier run did not write is never replaced. Hidden folders that runs left when
  /// they were killed are removed.
  ///
  /// - Throws: ``OutputFailure`` where the folder may not be replaced or nothing can be written beside it.
  public init(replacing folder: String) throws(OutputFailure) {
    isWithin = false
    madeFolder = false
    let trimmed = try Self.place(folder)
    self.folder = trimmed
    let (parent, name) = Self.split(trimmed)
    try Self.makeFolders(parent)
    try Self.checkReplaceable(trimmed)
    AbandonedFolders.remove(in: parent, prefix: ".\(name).partial-")
    staging = "\(parent)/.\(name).partial-\(getpid())"
    writingOut = try Self.make(staging, in: parent)
  }

  /// Starts an output that will have a folder of its own within another, beside those of earlier runs.
  ///
  /// The folder and those on the way to it are made. Hidden folders that runs left in it when they were killed are removed.
  ///
  /// - Throws: ``OutputFailure`` where the folder is itself an earlier run's output, or nothing can be written in it.
  public init(within folder: String) throws(OutputFailure) {
    isWithin = true
    let trimmed = try Self.place(folder)
    self.folder = trimmed
    staging = "\(trimmed)/.run.partial-\(getpid())"
    madeFolder = access(trimmed, F_OK) != 0
    try Self.makeFolders(trimmed)
    try RunFolders(trimmed).check()
    AbandonedFolders.remove(in: trimmed, prefix: ".run.partial-")
    do throws(OutputFailure) {
      writingOut = try Self.make(staging, in: trimmed)
    } catch {
      if madeFolder { rmdir(trimmed) }
      throw error
    }
  }

  deinit {
    guard !state.withLock({ $0.isPublished }) else { return }
    Self.remove(staging)
    // It goes only where it is empty.
    if madeFolder { rmdir(folder) }
  }

  /// Makes the hidden folder, and opens it.
  private static func make(_ staging: String, in parent: String) throws(OutputFailure) -> WritingOut {
    guard mkdir(staging, 0o700) == 0 else { throw unwritable(parent) }
    chmod(staging, 0o700)
    let descriptor = Glibc.open(staging, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let failure = unwritable(parent)
      rmdir(staging)
      throw failure
    }
    return WritingOut(descriptor)
  }

  private static func unwritable(_ folder: String) -> OutputFailure {
    OutputFailure(
      folder, "nothing can be written here: \(String(cString: strerror(errno)))",
      hint: "choose another output folder, or ask for permission to write in this one")
  }

  /// Finds where an output folder is, and makes the folders on the way to it, so that it can be locked before anything is done in
  /// it or beside it.
  ///
  /// - Returns: the path of the folder, with a link followed.
  /// - Throws: ``OutputFailure`` where it cannot be an output folder, or those on the way cannot be made.
  public static func prepare(_ folder: String) throws(OutputFailure) -> String {
    let place = try place(folder)
    let (parent, _) = split(place)
    try makeFolders(parent)
    guard access(parent, W_OK | X_OK) == 0 else { throw unwritable(parent) }
    return place
  }

  /// The path of an output folder, without slashes at its end, and with a link followed.
  private static func place(_ folder: String) throws(OutputFailure) -> String {
    var trimmed = folder
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    trimmed = try followingLink(trimmed)
    let (_, name) = split(trimmed)
    guard name != ".", name != "..", !name.isEmpty, trimmed != "/" else {
      throw OutputFailure(folder, "cannot be an output folder", hint: "name a folder of its own, such as reports/")
    }
    return trimmed
  }

  /// Writes a whole file.
  ///
  /// - Parameter path: relative to the output folder; folders in it are made.
  /// - Throws: ``OutputFailure`` where it cannot be written, as on a full disk.
  public func write(_ path: String, _ bytes: [UInt8]) throws(OutputFailure) {
    let file = try open(path)
    try file.append(bytes)
    try file.close()
  }

  /// Starts a file that is written piece by piece.
  ///
  /// - Throws: ``OutputFailure`` where it cannot be made.
  public func open(_ path: String) throws(OutputFailure) -> StagedFile {
    let isEarly = try state.withLock { state throws(OutputFailure) in
      var folder = staging
      for component in path.split(separator: "/").dropLast() {
        folder += "/\(component)"
        guard state.made.insert(folder).inserted else { continue }
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw Self.failure(folder) }
        chmod(folder, 0o700)
      }
      state.files += 1
      if state.files > Self.filesApart, state.files % Self.filesTogether == 0 { writingOut.begin() }
      return state.files <= Self.filesApart
    }
    return try StagedFile("\(staging)/\(path)", shownAs: "\(folder)/\(path)", isSynchronized: isEarly)
  }

  /// Puts the output in its place in one step, and removes what was there.
  ///
  /// - Throws: ``OutputFailure`` where that cannot be done; the earlier output is then still in its place.
  public func publish() throws(OutputFailure) {
    // Somebody may have put a file there since the output was started.
    try Self.checkReplaceable(folder)
    try synchronize()
    let (parent, _) = Self.split(folder)
    if access(folder, F_OK) == 0 {
      // The earlier folder and the new one change places; the earlier one is then removed under the hidden name.
      guard exchange_paths(staging, folder) == 0 else { throw Self.failure(folder) }
      markPublished()
      defer { Self.remove(staging) }
      try Self.keep(folder, in: parent)
    } else {
      guard rename(staging, folder) == 0 else { throw Self.failure(folder) }
      markPublished()
      try Self.keep(folder, in: parent)
    }
  }

  /// Waits until a folder's new place is on disk.
  private static func keep(_ folder: String, in parent: String) throws(OutputFailure) {
    do throws(OutputFailure) {
      try synchronize(parent)
    } catch {
      throw OutputFailure(
        folder, "the reports are in place, but the disk may not have kept that: \(error.message)",
        hint: "check the disk, or the connection to it, and run again")
    }
  }

  /// Puts the output in its place within the folder, in one step.
  ///
  /// - Parameter name: of its own folder.
  /// - Returns: the path of its own folder.
  /// - Throws: ``OutputFailure`` where that cannot be done, or something has that name already; nothing is then in that place.
  @discardableResult
  public func publish(as name: String) throws(OutputFailure) -> String {
    try synchronize()
    let place = "\(folder)/\(name)"
    guard rename_to_new(staging, place) == 0 else {
      guard errno == EEXIST || errno == ENOTEMPTY else { throw Self.failure(place) }
      throw OutputFailure(place, "is there already, and is not replaced", hint: "move it elsewhere, and run again")
    }
    markPublished()
    try Self.keep(place, in: folder)
    return place
  }

  private func markPublished() { state.withLock { $0.isPublished = true } }

  /// Makes sure that all that was written is on disk.
  private func synchronize() throws(OutputFailure) {
    let (files, made) = state.withLock { ($0.files, $0.made) }
    if files > Self.filesApart {
      guard writingOut.finish() else { throw Self.failure(folder) }
    } else {
      for path in made.sorted() { try Self.synchronize(path) }
      try Self.synchronize(staging)
    }
  }

  /// The folder that a link stands for: the link stays, and what it leads to is replaced.
  private static func followingLink(_ folder: String) throws(OutputFailure) -> String {
    var status = stat()
    guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return folder }
    guard let resolved = realpath(folder, nil) else {
      throw OutputFailure(
        folder, "is a link that leads nowhere", hint: "make the folder that it should lead to, or remove it")
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let parent = String(path[..<slash])
    return (parent.isEmpty ? "/" : parent, String(path[path.index(after: slash)...]))
  }

  private static func makeFolders(_ path: String) throws(OutputFailure) {
    var folder = path.hasPrefix("/") ? "" : "."
    for component in path.split(separator: "/") {
      folder += "/\(component)"
      var status = stat()
      if stat(folder, &status) == 0 {
        guard status.st_mode & S_IFMT == S_IFDIR else {
          throw OutputFailure(folder, "is a file, where a folder is needed", hint: "choose another output folder")
        }
        continue
      }
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure(folder) }
      chmod(folder, 0o700)
    }
  }

  /// What this needs of an earlier run's manifest.
  private struct Manifest: Decodable {
    struct Output: Decodable { var path: String }
    var program: String
    var outputs: [Output]
  }

  /// Whether a folder may be replaced or removed: it is not there, is empty, or holds only files that a run wrote.
  static func checkReplaceable(_ folder: String) throws(OutputFailure) {
    var status = stat()
    guard stat(folder, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw OutputFailure(folder, "is a file, where a folder is needed", hint: "choose another output folder")
    }
    guard let present = files(in: folder) else {
      throw OutputFailure(folder, "cannot be looked into, and is not replaced", hint: "choose another output folder")
    }
    if present.isEmpty { return }
    if RunFolders(folder).isInUse {
      throw OutputFailure(
        folder, "holds a folder for each run, as a job with `retention` writes them, and is not replaced",
        hint: "keep retention: {runs: N} in the job, or choose another output folder")
    }
    let hint = "move what is there elsewhere, or choose another output folder"
    guard let data = try? Data(contentsOf: URL(filePath: "\(folder)/manifest.json")),
      let manifest = try? JSONDecoder().decode(Manifest.self, from: data), manifest.program == "rvubench"
    else { throw OutputFailure(folder, "holds files that no run of rvubench wrote, and is not replaced", hint: hint) }
    let known = Set(manifest.outputs.map(\.path) + ["manifest.json"])
    if let foreign = present.first(where: { !known.contains($0) }) {
      throw OutputFailure(
        folder, "holds \(foreign), which the earlier run did not write, and is not replaced", hint: hint)
    }
  }

  /// The paths of all files under a folder, relative to it, sorted; nil where it cannot be listed.
  private static func files(in folder: String) -> [String]? {
    guard let found = try? FileManager.default.subpathsOfDirectory(atPath: folder) else { return nil }
    return found.filter {
      var status = stat()
      return lstat("\(folder)/\($0)", &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
    }.sorted()
  }

  static func remove(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }

  static func synchronize(_ folder: String) throws(OutputFailure) {
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(folder) }
    defer { close(descriptor) }
    // Some file systems do not synchronise folders and say so by EINVAL: there is nothing more to do then.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(folder) }
  }

  static func failure(_ path: String) -> OutputFailure {
    let number = errno
    return OutputFailure(
      path, "cannot be written: \(String(cString: strerror(number)))", hint: OutputFailure.hint(number))
  }
}
