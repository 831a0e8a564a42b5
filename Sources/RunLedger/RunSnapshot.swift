import FoundationEssentials
import Ingest
import Pipeline
import Publishing

/// Everything that a run read, by path and content: with the archive's contents the run can be made again.
struct RunSnapshot: Codable {
  /// A file that was read.
  struct File: Codable {
    /// The path, from the root of the file system.
    var path: String
    /// The SHA-256 of its bytes.
    var sha256: String
  }

  /// The job file, from the root of the file system.
  var job: String
  /// The folder of the reference data, from the root of the file system.
  var data: String
  /// What of the command line decided the output.
  var arguments: [String]
  /// The numbers of the closings that held, in the order of their days.
  var closings: [Int64]
  /// Folders that were seen and not read, sorted.
  var folders: [String]
  /// The files, sorted by path.
  var files: [File]

  /// Keeps what a run read, and tells what it was.
  ///
  /// - Parameters:
  ///   - read: the files that the run opened.
  ///   - own: the folder of the run's own files, which are no inputs.
  /// - Throws: `InputFailure` where a file is not any more what the run read, `OutputFailure` where it cannot be kept.
  init(
    _ read: FilesRead, without own: String, of inputs: RunInputs, arguments: [String], in archive: Archive
  ) throws {
    job = InputPlace.absolute(inputs.job.path)
    data = InputPlace.absolute(inputs.dataFolder)
    self.arguments = arguments
    closings = inputs.closed.map(\.closing)
    folders = read.folders
    let own = InputPlace.absolute(own) + "/"
    files = try read.sorted.filter { !$0.path.hasPrefix(own) }.map { file in
      guard !file.isChanged else { throw InputFailure.changed(file.path) }
      return File(path: file.path, sha256: try archive.keep(file.place, knownAs: file.sha256))
    }
  }

  /// Reads what an archive has.
  ///
  /// - Throws: ``LedgerFailure`` where it is not there, or damaged.
  init(_ sha256: String, in archive: Archive) throws {
    guard let snapshot = try? JSONDecoder().decode(Self.self, from: Data(archive.bytes(of: sha256))) else {
      throw LedgerFailure(
        archive.place(of: sha256), "does not say what a run read", hint: "put it back from a copy of the archive")
    }
    self = snapshot
  }

  /// Writes the files to a folder, at the paths that they had, so that jobs read there with ``InputPlace/within(_:_:)`` find
  /// what the run found.
  ///
  /// - Throws: ``LedgerFailure`` where the archive has not all of it, `OutputFailure` where a file cannot be written.
  func restore(from archive: Archive, to root: String) throws {
    for folder in folders { Self.make(folder[...], in: root) }
    var restored: Set<String> = []
    for file in files where restored.insert(InputPlace.plain(file.path)).inserted {
      Self.make(file.path[..<(file.path.lastIndex(of: "/") ?? file.path.startIndex)], in: root)
      let copy = try StagedFile(root + file.path, shownAs: root + file.path, isSynchronized: false)
      try archive.read(file.sha256) { try copy.append($0) }
      try copy.close()
    }
  }

  /// Makes a folder and those on the way to it: a path may go up again from folders that hold nothing that was read.
  private static func make(_ path: Substring, in root: String) {
    var folder = root
    for component in path.split(separator: "/") where component != "." {
      folder += "/\(component)"
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }
  }
}
