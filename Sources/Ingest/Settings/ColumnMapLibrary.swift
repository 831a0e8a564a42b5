import ProductivityModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The column maps of the reference data, and those of one's own by their paths.
public struct ColumnMapLibrary: Sendable {
  /// The folder of the built-in maps.
  public let folder: String

  /// A map as it was read.
  public struct Read: Sendable {
    /// The map.
    public var map: ColumnMap
    /// The file as it is shown, its size and hash.
    public var input: (path: String, size: UInt64, sha256: String)
  }

  /// A file of the folder that is no map.
  private static let headings = "headings"

  /// The maps of a data folder.
  public init(dataFolder: String) { folder = "\(dataFolder)/column-maps" }

  /// The names of the built-in maps, sorted.
  public var names: [String] {
    ((try? FolderListing.names(in: folder)) ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
      .filter { $0 != Self.headings }.sorted()
  }

  /// The path of the headings that practices use.
  public var headingsPath: String { "\(folder)/\(Self.headings).yaml" }

  /// Reads one's own map by its path, or where there is no such file a built-in one by its name.
  ///
  /// - Parameters:
  ///   - name: the path or the name.
  ///   - asker: the file that names it, for messages.
  ///   - resolve: makes a path of one's own one that can be opened.
  /// - Throws: ``InputFailure`` where there is no such map, or it cannot be used.
  public func read(
    _ name: String, askedBy asker: String, resolve: (String) -> String = { $0 }
  ) throws(InputFailure) -> Read {
    let (path, shown) = try locate(name, askedBy: asker, resolve: resolve)
    let (bytes, sha256) = try FileSource.contents(path)
    return Read(map: try ColumnMapFile.read(bytes, file: shown), input: (shown, UInt64(bytes.count), sha256))
  }

  /// The bytes of a map's file.
  ///
  /// - Throws: ``InputFailure`` where there is no such map, or its file cannot be read.
  public func contents(_ name: String, askedBy asker: String) throws(InputFailure) -> [UInt8] {
    try FileSource.contents(try locate(name, askedBy: asker, resolve: { $0 }).path).bytes
  }

  private func locate(
    _ name: String, askedBy asker: String, resolve: (String) -> String
  ) throws(InputFailure) -> (path: String, shown: String) {
    let own = resolve(name)
    if Self.isFile(own) { return (own, name) }
    let path = "\(folder)/\(name).yaml"
    if names.contains(name), Self.isFile(path) { return (path, "column-maps/\(name).yaml") }
    // A path is told of as the file that it is.
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return (own, name) }
    throw InputFailure(
      asker, "there is no column map \"\(name)\"",
      hint: SpellingSuggestion.nearest(to: name, in: names).map { "did you mean \($0)?" }
        ?? "the built-in maps are \(names.joined(separator: ", ")); a path to a .yaml file names your own",
      isUsage: true)
  }

  private static func isFile(_ path: String) -> Bool { InputPlace.kind(of: path) == S_IFREG }
}
