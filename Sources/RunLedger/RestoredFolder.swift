import Ingest
import Publishing

/// A hidden folder in an archive for what is restored from it, taken away when nobody needs it any more.
final class RestoredFolder: Sendable {
  private let folder: LockedFolder
  private static let prefix = ".restored-"

  /// The path, from the root of the file system.
  var path: String { folder.path }

  /// Makes an empty folder.
  ///
  /// - Throws: `OutputFailure` where that cannot be done.
  init(in archive: Archive) throws(OutputFailure) {
    folder = try LockedFolder(
      in: InputPlace.absolute(archive.folder), prefix: Self.prefix,
      hint: "check the permissions of the archive and the space on its disk")
  }

  /// Takes away what killed processes left in an archive.
  static func removeAbandoned(in archive: Archive) {
    LockedFolder.removeAbandoned(in: archive.folder, prefix: prefix)
  }
}
