#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder for what a command makes on the way, within the one that TMPDIR names, readable by its owner only.
///
/// It is removed when it is let go of; what a killed process left is removed by the next one of the same owner.
public final class TemporaryPlace: Sendable {
  private let folder: LockedFolder
  private static let prefix = "rvubench-place-"

  /// The folder's path.
  public var path: String { folder.path }

  /// A new, empty folder.
  ///
  /// - Throws: ``OutputFailure`` where none can be made.
  public init() throws(OutputFailure) {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let base = named.isEmpty ? "/tmp" : named
    LockedFolder.removeAbandoned(in: base, prefix: Self.prefix)
    folder = try LockedFolder(
      in: base, prefix: Self.prefix, hint: "set TMPDIR to a folder of yours with room for the files of a run")
  }
}
