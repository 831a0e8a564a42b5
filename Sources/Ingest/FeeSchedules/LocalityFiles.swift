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

  /// Reads the localities of a release folder; nil where it has no indices.
  ///
  /// - Throws: ``InputFailure`` where a cell cannot be used, a locality is there twice, or has a factor and no indices.
  static func read(folder: String, hasAnesthesia: Bool) throws(InputFailure) -> LocalityTable {
    let path = "\(folder)/\(indexFile)"
    var localities: [LocalityKey: Locality] = [:]
    for row in try CitedTable(path: path, columns: indexColumns).rows {
      let key = try key(row, path)
      let gpci = GPCI(
        work: try index(row, "work_gpci", path), practiceExpense: try index(row, "pe_gpci", path),
        malpractice: try index(row, "mp_gpci", path))
      let locality = Locality(key: key, state: row["state"], name: row["name"], gpci: gpci)
      guard localities.updateValue(locality, forKey: key) == nil else {
        throw InputFailure(path, line: row.line, "locality \(key) is there twice", hint: FeeFigures.remedy)
      }
    }
    if hasAnesthesia { try readAnesthesia("\(folder)/\(anesthesiaFile)", into: &localities) }
    return LocalityTable(Array(localities.values))
  }

  private static func readAnesthesia(
    _ path: String, into localities: inout [LocalityKey: Locality]
  ) throws(InputFailure) {
    for row in try CitedTable(path: path, columns: anesthesiaColumns).rows {
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
