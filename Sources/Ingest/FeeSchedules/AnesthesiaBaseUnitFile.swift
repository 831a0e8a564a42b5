import MedicareFees
import ProductivityModel
import Tabular

/// The base units of anesthesia codes in `anesthesia-base-units.csv` of a release's folder, where a user has put them there.
enum AnesthesiaBaseUnitFile {
  /// The file's name in the folder of a release.
  static let fileName = "anesthesia-base-units.csv"

  /// Reads base units by code, in thousandths of a unit.
  ///
  /// - Throws: ``InputFailure`` where a cell cannot be used, or a code is there twice.
  static func read(
    _ path: String, as described: ReleaseInfo.DataFile?
  ) throws(InputFailure) -> [ProcedureCode: Int64] {
    var units: [ProcedureCode: Int64] = [:]
    let table = try CitedTable(path: path, columns: ["code", "base_units"])
    if let described { try ReleaseFile.check(path, table.sha256, is: described.sha256) }
    for row in table.rows {
      guard let code = ProcedureCode(row["code"]) else {
        throw InputFailure(path, line: row.line, "code is not a procedure code", hint: "write it like 00100")
      }
      guard case .success(let value) = DecimalText.parse(row["base_units"], scale: 3), value >= 0, value <= 100_000
      else {
        throw InputFailure(
          path, line: row.line, "base_units is not a number from 0 to 100", hint: "write it like 5")
      }
      guard units.updateValue(value, forKey: code) == nil else {
        throw InputFailure(path, line: row.line, "code \(code) is there twice", hint: "keep one of its rows")
      }
    }
    return units
  }
}
