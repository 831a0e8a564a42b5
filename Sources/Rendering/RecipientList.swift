import Reporting
import Tabular

/// Who has which folder of editions: a list for whoever sends them, outside of the folders, so that it is in no edition.
enum RecipientList {
  /// The path of the list in the output folder.
  static let path = "recipients.csv"

  /// A recipient.
  struct Row {
    var id: String
    var name: String
    var specialties: [String]
    var folder: String

    /// The recipient of an edition.
    init(_ edition: RunResults, id: String, folder: String) {
      self.id = id
      name = edition.clinicians.first?.name ?? edition.compensation?.clinicians.first?.name ?? id
      specialties = edition.clinicians.map(\.specialty).filter { !$0.isEmpty }
      self.folder = "recipients/\(folder)/"
    }
  }

  /// The folder of each recipient, no two alike.
  static func folders(of results: RunResults) -> [(id: String, folder: String)] {
    let slugs = Slug.unique(for: results.recipients)
    var taken: Set<String> = []
    return results.recipients.map { id in
      var folder = slugs[id] ?? Slug.base(of: id)
      // Ids that are alike in letters and not in bytes have one slug.
      while !taken.insert(folder).inserted { folder += "-2" }
      return (id, folder)
    }
  }

  /// The list as a file.
  static func file(of rows: [Row]) -> RenderedFile {
    var writer = DelimitedWriter()
    writer.record(["clinician_id", "name", "specialty", "folder"])
    for row in rows {
      writer.record(
        [row.id, row.name, row.specialties.joined(separator: "; "), row.folder].map(FormulaGuard.harmless))
    }
    return RenderedFile(path: path, bytes: writer.bytes)
  }
}
