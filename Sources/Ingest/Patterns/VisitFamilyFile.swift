import Benchmarking
import MedicareFees
import ProductivityModel

/// The dated, cited levels of visits of `visit-families.csv`.
enum VisitFamilyFile {
  /// The file's name in the data folder.
  static let fileName = "visit-families.csv"

  /// Reads the families, in the order of the file.
  ///
  /// - Throws: ``InputFailure`` where a cell cannot be used, or a code is there twice for the same days.
  static func read(_ path: String) throws(InputFailure) -> (families: [VisitFamily], size: UInt64, sha256: String) {
    let table = try CitedTable(path: path, columns: ["family", "code", "level", "first", "last", "citation"])
    var names: [String] = []
    var levels: [String: [VisitFamily.Level]] = [:]
    for row in table.rows {
      let name = row["family"]
      guard !name.isEmpty else {
        throw InputFailure(path, line: row.line, "family is empty", hint: "name the kind of visit")
      }
      guard let code = ProcedureCode(row["code"]), code.hasPublishedForm else {
        throw InputFailure(path, line: row.line, "code is not a procedure code", hint: "write it like 99214")
      }
      guard let level = Int(row["level"]), (1...9).contains(level) else {
        throw InputFailure(path, line: row.line, "level is not a number from 1 to 9", hint: "write 4 for 99214")
      }
      let days = try DatedRow.days(row, path)
      let own = VisitFamily.Level(code: code, level: level, first: days.first, last: days.last)
      if levels.values.joined().contains(where: { $0.code == code && DatedRow.meet(($0.first, $0.last), days) }) {
        throw InputFailure(
          path, line: row.line, "\(code) is there twice for the same days", hint: "keep one of its rows")
      }
      if levels[name] == nil { names.append(name) }
      levels[name, default: []].append(own)
    }
    return (names.map { VisitFamily(name: $0, levels: levels[$0] ?? []) }, table.size, table.sha256)
  }
}

/// The days and the citation of a row of a small reference table.
enum DatedRow {
  /// The first and last day of a row; a blank last day is none.
  ///
  /// - Throws: ``InputFailure`` where they are no days or in the wrong order, or the citation is missing.
  static func days(_ row: CitedTable.Row, _ path: String) throws(InputFailure)
    -> (first: CalendarDate, last: CalendarDate?)
  {
    guard let first = CalendarDate(iso: row["first"]) else {
      throw InputFailure(path, line: row.line, "first is not a day", hint: "write it YYYY-MM-DD")
    }
    let last = CalendarDate(iso: row["last"])
    guard row["last"].isEmpty || last.map({ $0 >= first }) ?? false else {
      throw InputFailure(
        path, line: row.line, "last is not a day from first on", hint: "write it YYYY-MM-DD, or leave it blank")
    }
    guard !row["citation"].isEmpty else {
      throw InputFailure(path, line: row.line, "citation is empty", hint: "name where it is published")
    }
    return (first, last)
  }

  /// Whether two ranges of days have one in common.
  static func meet(
    _ a: (first: CalendarDate, last: CalendarDate?), _ b: (first: CalendarDate, last: CalendarDate?)
  ) -> Bool {
    (a.last.map { $0 >= b.first } ?? true) && (b.last.map { $0 >= a.first } ?? true)
  }
}
