import Benchmarking
import ProductivityModel

/// Reads tables of specialty names that mean the same.
public enum SpecialtySynonymFile {
  private static let columns = ["name", "canonical", "reviewed", "note"]

  /// The file of the reference data.
  public static func path(dataFolder: String) -> String { "\(dataFolder)/specialty-synonyms.csv" }

  /// Reads a table.
  ///
  /// - Parameter needsReview: whether only rows that say when they were reviewed count, as in the reference data.
  /// - Throws: ``InputFailure`` where it cannot be read, a name is blank or there twice, or stands for one that stands for
  ///   another.
  public static func read(
    _ path: String, shownAs file: String, needsReview: Bool
  ) throws(InputFailure) -> (synonyms: [SpecialtyNames.Synonym], input: (path: String, size: UInt64, sha256: String)) {
    let table = try HeaderedTable(
      path, shownAs: file, requiring: ["name", "canonical"], known: columns, onlyKnown: true)
    var synonyms: [SpecialtyNames.Synonym] = []
    var lines: [String: Int] = [:]
    for row in table.rows {
      guard let name = row["name"], let canonical = row["canonical"] else {
        throw row.failure(
          row["name"] == nil ? "name" : "canonical", "name or canonical is blank", "fill in both, or take the row out")
      }
      let key = SpecialtyNames.normalized(name)
      if let line = lines[key] {
        throw row.failure(
          "name", "the name is there already in line \(line)", "a name means one specialty: keep one row")
      }
      lines[key] = row.line
      if SpecialtyNames.normalized(canonical) == key {
        throw row.failure("canonical", "the name stands for itself", "take the row out")
      }
      if needsReview, row["reviewed"] == nil { continue }
      synonyms.append(SpecialtyNames.Synonym(name, for: canonical))
    }
    for row in table.rows {
      guard let canonical = row["canonical"], let line = lines[SpecialtyNames.normalized(canonical)] else { continue }
      throw row.failure(
        "canonical", "the canonical name is itself a name that stands for another, in line \(line)",
        "name the one that stands for both")
    }
    return (synonyms, (file, table.size, table.sha256))
  }
}
