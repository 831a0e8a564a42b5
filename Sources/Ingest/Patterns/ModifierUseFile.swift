import Benchmarking
import MedicareFees
import ProductivityModel

/// The dated, cited modifiers whose use is told, of `modifier-use.csv`.
enum ModifierUseFile {
  /// The file's name in the data folder.
  static let fileName = "modifier-use.csv"
  /// The most rows: what a line's marks have room for.
  static let mostRows = 16

  /// Reads the rows, in the order of the file.
  ///
  /// - Throws: ``InputFailure`` where a cell cannot be used, or a name is there twice for the same days.
  static func read(_ path: String) throws(InputFailure) -> (uses: [ModifierUse], size: UInt64, sha256: String) {
    let table = try CitedTable(path: path, columns: ["name", "modifiers", "codes", "first", "last", "citation"])
    var uses: [ModifierUse] = []
    for row in table.rows {
      guard !row["name"].isEmpty else {
        throw InputFailure(path, line: row.line, "name is empty", hint: "name the modifier")
      }
      let words = row["modifiers"].split(separator: " ")
      let modifiers = words.compactMap { Modifier($0) }
      guard !modifiers.isEmpty, modifiers.count == words.count else {
        throw InputFailure(
          path, line: row.line, "modifiers is not a list of modifiers", hint: "write them like 59 XE XP")
      }
      let days = try DatedRow.days(row, path)
      let use = ModifierUse(
        name: row["name"], modifiers: modifiers, codes: try codes(row, path), first: days.first, last: days.last)
      if uses.contains(where: { $0.name == use.name && DatedRow.meet(($0.first, $0.last), days) }) {
        throw InputFailure(
          path, line: row.line, "\(use.name) is there twice for the same days", hint: "keep one of its rows")
      }
      uses.append(use)
      guard uses.count <= mostRows else {
        throw InputFailure(path, line: row.line, "has more than \(mostRows) rows", hint: "take some out")
      }
    }
    return (uses, table.size, table.sha256)
  }

  private static func codes(_ row: CitedTable.Row, _ path: String) throws(InputFailure) -> [ClosedRange<UInt64>] {
    var ranges: [ClosedRange<UInt64>] = []
    for word in row["codes"].split(separator: " ") {
      let ends = word.split(separator: "-").map { ProcedureCode($0) }
      guard ends.count == 2, let first = ends[0], let last = ends[1], first.number != nil, last.number != nil,
        first <= last
      else {
        throw InputFailure(
          path, line: row.line, "codes is not a list of runs of codes", hint: "write them like 92002-92014 99202-99499")
      }
      ranges.append(first.packed...last.packed)
    }
    guard !ranges.isEmpty else {
      throw InputFailure(path, line: row.line, "codes is empty", hint: "write the codes on which the modifier counts")
    }
    return ranges
  }
}
