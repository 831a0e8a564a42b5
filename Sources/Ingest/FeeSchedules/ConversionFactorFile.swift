import MedicareFees
import ProductivityModel

/// The dated, cited conversion factors of `cms-pfs/conversion-factors.csv`.
enum ConversionFactorFile {
  /// The file's name in `cms-pfs`.
  static let fileName = "conversion-factors.csv"

  /// Reads the factors, in the order of the file.
  ///
  /// - Throws: ``InputFailure`` where a cell cannot be used, or two factors of a kind hold on the same day.
  static func read(_ path: String) throws(InputFailure) -> [DatedConversionFactor] {
    let table = try CitedTable(path: path, columns: ["kind", "first", "last", "dollars", "citation"])
    var factors: [DatedConversionFactor] = []
    for row in table.rows {
      func failure(_ message: String, hint: String) -> InputFailure {
        InputFailure(path, line: row.line, message, hint: hint)
      }
      guard let kind = DatedConversionFactor.Kind(rawValue: row["kind"]) else {
        throw failure(
          "kind is not one of the known ones",
          hint: "use one of " + DatedConversionFactor.Kind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      guard let first = CalendarDate(iso: row["first"]), let last = CalendarDate(iso: row["last"]),
        let effective = DayRange(first, through: last)
      else { throw failure("first and last are not a range of real days", hint: "write them YYYY-MM-DD") }
      guard let factor = ConversionFactor(row["dollars"]) else {
        throw failure("dollars is not a positive number of at most four decimals", hint: "write it like 33.4009")
      }
      guard !row["citation"].isEmpty else {
        throw failure("citation is empty", hint: "name where the factor is published")
      }
      if factors.contains(where: { $0.kind == kind && $0.effective.intersection(effective) != nil }) {
        throw failure("another \(kind.rawValue) factor holds on some of these days", hint: "cut one of the two ranges")
      }
      factors.append(DatedConversionFactor(kind: kind, factor: factor, effective: effective, citation: row["citation"]))
    }
    return factors
  }
}
