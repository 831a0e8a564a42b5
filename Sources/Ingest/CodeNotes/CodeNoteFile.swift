import MedicareFees
import ProductivityModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The notes on codes in `code-notes` of the reference data: one YAML file a code, named after it.
public enum CodeNoteFile {
  /// The name of their folder in the reference data.
  public static let folderName = "code-notes"

  private static let ending = ".yaml"
  private static let keys = ["title", "also_known_as", "description", "plain_language", "clinical_context"]

  /// The note on a code; nil where there is none.
  ///
  /// - Parameter dataFolder: the reference data, `benchmarks-data` in the repository.
  /// - Throws: ``InputFailure`` where the note cannot be used, with its line.
  /// - Complexity: reads one small file, however many notes there are.
  public static func read(_ code: ProcedureCode, in dataFolder: String) throws(InputFailure) -> CodeNote? {
    let path = "\(dataFolder)/\(folderName)/\(code)\(ending)"
    guard InputPlace.kind(of: path) != nil else { return nil }
    return try note(code, path)
  }

  /// All notes, by code; none where the folder is not there.
  ///
  /// - Parameter dataFolder: the reference data, `benchmarks-data` in the repository.
  /// - Throws: ``InputFailure`` at the first note that cannot be used, and at a YAML file that is not named after a code.
  public static func readAll(in dataFolder: String) throws(InputFailure) -> [CodeNote] {
    let folder = "\(dataFolder)/\(folderName)"
    guard InputPlace.kind(of: folder) != nil else { return [] }
    var notes: [CodeNote] = []
    for name in try FolderListing.names(in: folder) where name.hasSuffix(ending) {
      let stem = String(name.dropLast(ending.count))
      guard let code = ProcedureCode(stem), code.description == stem else {
        throw InputFailure("\(folder)/\(name)", "is not named after a code", hint: "name it like 44310\(ending)")
      }
      notes.append(try note(code, "\(folder)/\(name)"))
    }
    return notes.sorted { $0.code < $1.code }
  }

  private static func note(_ code: ProcedureCode, _ path: String) throws(InputFailure) -> CodeNote {
    do {
      return try parse(try FileSource.contents(path, limit: SettingsNode.sizeLimit).bytes, code: code, file: path)
    } catch {
      // Reference data are an input, not something that was asked for wrongly.
      var failure = error
      failure.isUsage = false
      throw failure
    }
  }

  /// Reads a note.
  ///
  /// - Parameter file: what messages call it.
  /// - Throws: ``InputFailure`` at a key that is unknown, missing or empty, with its line.
  static func parse(_ bytes: [UInt8], code: ProcedureCode, file: String) throws(InputFailure) -> CodeNote {
    let root = try SettingsNode.read(texts: bytes, file: file)
    let entries = try root.entries(allowing: keys, in: "a note on a code")
    func text(_ key: String) throws(InputFailure) -> String {
      try Self.text(try entries.required(key, in: root, "a note on a code"), key)
    }
    var names: [String] = []
    for item in try entries.required("also_known_as", in: root, "a note on a code").items() {
      names.append(try Self.text(item, "also_known_as"))
    }
    return CodeNote(
      code: code, title: try text("title"), alsoKnownAs: names, description: try text("description"),
      plainLanguage: try text("plain_language"), clinicalContext: try text("clinical_context"))
  }

  private static func text(_ node: SettingsNode, _ key: String) throws(InputFailure) -> String {
    let text = try node.text()
    guard text.utf8.contains(where: { $0 > 0x20 }) else { throw node.failure("\(key) is empty") }
    return text
  }
}
