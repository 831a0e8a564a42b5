import Benchmarking
import ProductivityModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The surveys of the reference data, and those of one's own by their paths.
public struct SurveyLibrary: Sendable {
  /// The folder of the built-in surveys.
  public let folder: String
  private let dataFolder: String
  /// The ends of names that surveys have.
  private static let ends = [".csv", ".tsv", ".txt", ".xlsx"]

  /// The surveys of a data folder.
  public init(dataFolder: String) {
    self.dataFolder = dataFolder
    folder = "\(dataFolder)/surveys"
  }

  /// The files of a folder that may be surveys, sorted.
  ///
  /// - Throws: ``InputFailure`` where the folder cannot be read.
  public func files(in folder: String) throws(InputFailure) -> [String] {
    do {
      return try FolderListing.names(in: folder).filter { name in
        !name.hasPrefix(".") && Self.ends.contains { name.lowercased().hasSuffix($0) }
      }.sorted()
    } catch {
      throw InputFailure(folder, "cannot be read", hint: "name a folder with surveys in it, or a survey's file")
    }
  }

  /// Whether a path is that of a folder.
  public static func isFolder(_ path: String) -> Bool { InputPlace.kind(of: path) == S_IFDIR }

  /// The path of a survey that is named by its path, or where there is no such file by the name of a built-in one.
  ///
  /// - Throws: ``InputFailure`` where there is none.
  public func path(of name: String) throws(InputFailure) -> String {
    if InputPlace.kind(of: name) != nil { return name }
    let known = try files(in: folder)
    if let file = known.first(where: { $0 == name || $0.hasPrefix("\(name).") }) { return "\(folder)/\(file)" }
    let names = known.map { String($0.prefix { $0 != "." }) }
    if name.contains("/") || name.contains(".") {
      throw InputFailure(name, "there is no such file", hint: "built-in surveys are \(names.joined(separator: ", "))")
    }
    throw InputFailure(
      name, "there is no survey of this name",
      hint: SpellingSuggestion.nearest(to: name, in: names).map { "did you mean \($0)?" }
        ?? "built-in surveys are \(names.joined(separator: ", ")); a path names your own", isUsage: true)
  }

  /// How specialty names are joined: by the reviewed table, and by one of the user's own before it.
  ///
  /// - Throws: ``InputFailure`` where a table cannot be used.
  public func specialtyNames(own path: String? = nil) throws(InputFailure) -> SpecialtyNames {
    let own = try path.map { path throws(InputFailure) in
      try SpecialtySynonymFile.read(path, shownAs: path, needsReview: false).synonyms
    }
    let reviewed = try SpecialtySynonymFile.read(
      SpecialtySynonymFile.path(dataFolder: dataFolder), shownAs: "specialty-synonyms.csv", needsReview: true)
    return SpecialtyNames(reviewed: reviewed.synonyms, own: own ?? [])
  }
}

/// A survey's value as people type it: `8553`, `8,553`, `$512,000`.
public enum TypedSurveyValue {
  /// The value in millionths; nil for any text that is no number, or below zero.
  public static func millionths(_ text: String) -> Int64? {
    if case .value(let value, _) = SurveyNumber(text) { return value }
    return nil
  }
}
