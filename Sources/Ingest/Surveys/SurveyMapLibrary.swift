import ProductivityModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The survey maps of the reference data, and those of one's own by their paths.
public struct SurveyMapLibrary: Sendable {
  private let folder: String

  /// A map as it was read.
  public struct Read: Sendable {
    /// The map.
    public var map: SurveyMap
    /// The file as it is shown, its size and hash; nil for the standard form, which has no file.
    public var input: (path: String, size: UInt64, sha256: String)?
  }

  /// The maps of a data folder.
  public init(dataFolder: String) { folder = "\(dataFolder)/survey-maps" }

  /// The names of the built-in maps, sorted.
  public var names: [String] {
    ((try? FolderListing.names(in: folder)) ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
      .sorted()
  }

  /// All built-in maps, by name: those among which a header's is looked for.
  ///
  /// - Throws: ``InputFailure`` where one cannot be used.
  public func all() throws(InputFailure) -> [SurveyMap] {
    var maps: [SurveyMap] = []
    for name in names { maps.append(try builtIn(name).map) }
    return maps
  }

  /// Reads one's own map by its path, or where there is no such file a built-in one by its name; `standard` is the long form.
  ///
  /// - Parameters:
  ///   - name: the path or the name.
  ///   - asker: the file that names it, for messages.
  ///   - resolve: makes a path of one's own one that can be opened.
  /// - Throws: ``InputFailure`` where there is no such map, or it cannot be used.
  public func read(
    _ name: String, askedBy asker: String, resolve: (String) -> String = { $0 }
  ) throws(InputFailure) -> Read {
    if name == SurveyMap.standard.name { return Read(map: .standard, input: nil) }
    let own = resolve(name)
    if Self.isFile(own) || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      return try read(path: own, shownAs: name)
    }
    if names.contains(name) { return try builtIn(name) }
    let known = names + [SurveyMap.standard.name]
    throw InputFailure(
      asker, "there is no survey map \"\(name)\"",
      hint: SpellingSuggestion.nearest(to: name, in: known).map { "did you mean \($0)?" }
        ?? "the built-in maps are \(known.joined(separator: ", ")); a path to a .yaml file names your own",
      isUsage: true)
  }

  private func builtIn(_ name: String) throws(InputFailure) -> Read {
    try read(path: "\(folder)/\(name).yaml", shownAs: "survey-maps/\(name).yaml")
  }

  private func read(path: String, shownAs shown: String) throws(InputFailure) -> Read {
    let (bytes, sha256) = try FileSource.contents(path)
    return Read(map: try SurveyMapFile.read(bytes, file: shown), input: (shown, UInt64(bytes.count), sha256))
  }

  private static func isFile(_ path: String) -> Bool { InputPlace.kind(of: path) == S_IFREG }
}
