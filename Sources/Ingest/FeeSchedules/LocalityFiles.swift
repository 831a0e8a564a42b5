import MedicareFees
import ProductivityModel

/// The localities of a release in our own layout: `gpci.csv`, and `anesthesia.csv` where the release has it.
enum LocalityFiles {
  /// The file of the geographic indices in a release folder.
  static let indexFile = "gpci.csv"
  /// The file of the anesthesia conversion factors in a release folder.
  static let anesthesiaFile = "anesthesia.csv"

  /// The columns of ``indexFile``.
  static let indexColumns = ["mac", "locality", "state", "name", "work_gpci", "pe_gpci", "mp_gpci"]
  /// The columns of ``anesthesiaFile``; the last is empty before 2026.
  static let anesthesiaColumns = ["mac", "locality", "factor", "qualifying_factor"]

  /// Reads the localities of a release folder; nil where the release has no indices.
  ///
  /// - Throws: ``InputFailure`` where a file is not the one that the release describes, a cell cannot be used, or a locality
  ///   is there twice.
  static func read(folder: String, of info: ReleaseInfo) throws(InputFailure) -> LocalityTable? {
    guard let indices = info.file(indexFile) else { return nil }
    let path = "\(folder)/\(indexFile)"
    var localities: [LocalityKey: Locality] = [:]
    for row in try table(path, columns: indexColumns, as: indices).rows {
      let key = try key(row, path)
      let gpci = GPCI(
        work: try index(row, "work_gpci", path), practiceExpense: try index(row, "pe_gpci", path),
        malpractice: try index(row, "mp_gpci", path))
      let locality = Locality(key: key, state: row["state"], name: row["name"], gpci: gpci)
      guard localities.updateValue(locality, forKey: key) == nil else {
        throw InputFailure(path, line: row.line, "locality \(key) is there twice", hint: FeeFigures.remedy)
      }
    }
    if let factors = info.file(anesthesiaFile) {
      try readAnesthesia("\(folder)/\(anesthesiaFile)", as: factors, into: &localities)
    }
    return LocalityTable(Array(localities.values))
  }

  /// Reads a table and makes sure that it is the one that the release describes.
  private static func table(
    _ path: String, columns: [String], as described: ReleaseInfo.DataFile
  ) throws(InputFailure) -> CitedTable {
    let table = try CitedTable(path: path, columns: columns)
    try ReleaseFile.check(path, table.sha256, is: described.sha256)
    return table
  }

  private static func readAnesthesia(
    _ path: String, as described: ReleaseInfo.DataFile, into localities: inout [LocalityKey: Locality]
  ) throws(InputFailure) {
    for row in try table(path, columns: anesthesiaColumns, as: described).rows {
      let key = try key(row, path)
      // A few files of CMS name localities that its indices lack; they stay unpriced.
      guard localities[key] != nil else { continue }
      guard let factor = ConversionFactor(row["factor"]) else {
        throw InputFailure(path, line: row.line, "factor is not a number of dollars", hint: FeeFigures.remedy)
      }
      localities[key]?.anesthesiaFactor = factor
      let qualifying = row["qualifying_factor"]
      if qualifying.isEmpty { continue }
      guard let factor = ConversionFactor(qualifying) else {
        throw InputFailure(
          path, line: row.line, "qualifying_factor is not a number of dollars", hint: FeeFigures.remedy)
      }
      localities[key]?.qualifyingAnesthesiaFactor = factor
    }
  }

  private static func key(_ row: CitedTable.Row, _ path: String) throws(InputFailure) -> LocalityKey {
    guard let key = LocalityKey("\(row["mac"])-\(row["locality"])") else {
      throw InputFailure(
        path, line: row.line, "mac and locality are not numbers of at most five and two digits", hint: FeeFigures.remedy
      )
    }
    return key
  }

  private static func index(_ row: CitedTable.Row, _ column: String, _ path: String) throws(InputFailure) -> Int32 {
    guard case .success(let value) = DecimalText.parse(row[column], scale: 3), value > 0, value < 10_000 else {
      throw InputFailure(
        path, line: row.line, "\(column) is not an index of at most three decimals", hint: FeeFigures.remedy)
    }
    return Int32(value)
  }
}
