import MedicareFees
import ProductivityModel

/// The dated, cited adjustments of work of `cms-pfs/work-adjustments.csv`.
enum WorkAdjustmentFile {
  /// The file's name in `cms-pfs`.
  static let fileName = "work-adjustments.csv"

  /// Reads the adjustments, in the order of the file.
  ///
  /// - Throws: ``InputFailure`` where a cell cannot be used, or an adjustment is there twice for the same days.
  static func read(_ path: String) throws(InputFailure) -> [WorkAdjustment] {
    let table = try CitedTable(path: path, columns: ["name", "first", "last", "factor", "citation"])
    var adjustments: [WorkAdjustment] = []
    for row in table.rows {
      func failure(_ message: String, hint: String) -> InputFailure {
        InputFailure(path, line: row.line, message, hint: hint)
      }
      guard !row["name"].isEmpty else {
        throw failure("name is empty", hint: "name the adjustment, such as efficiency-adjustment")
      }
      guard let first = CalendarDate(iso: row["first"]), let last = CalendarDate(iso: row["last"]),
        let effective = DayRange(first, through: last)
      else { throw failure("first and last are not a range of real days", hint: "write them YYYY-MM-DD") }
      guard case .success(let factor) = DecimalText.parse(row["factor"], scale: 6), factor > 0, factor < 10_000_000
      else {
        throw failure(
          "factor is not a number between 0 and 10 of at most six decimals", hint: "write 0.975 for 2.5 % less")
      }
      guard !row["citation"].isEmpty else {
        throw failure("citation is empty", hint: "name where the adjustment is published")
      }
      if adjustments.contains(where: { $0.name == row["name"] && $0.effective.intersection(effective) != nil }) {
        throw failure("another \(row["name"]) holds on some of these days", hint: "cut one of the two ranges")
      }
      adjustments.append(
        WorkAdjustment(
          name: row["name"], effective: effective, factorMillionths: factor, citation: row["citation"]))
    }
    return adjustments
  }
}
