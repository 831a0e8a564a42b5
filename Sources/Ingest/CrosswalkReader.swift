import Crediting
import ProductivityModel

/// Reads a crosswalk: what codes without a price are worth, by comparison or in work RVUs.
public enum CrosswalkReader {
  private static let columns = ["code", "compare_to", "factor", "work_rvu", "start", "end", "reason"]

  /// Reads a crosswalk and what identifies its file.
  ///
  /// - Throws: ``InputFailure`` with the place of the first thing that is wrong: what people are paid depends on it.
  public static func read(
    _ path: String, shownAs file: String
  ) throws(InputFailure) -> (crosswalk: Crosswalk, input: (path: String, size: UInt64, sha256: String)) {
    let table = try HeaderedTable(path, shownAs: file, requiring: ["code", "reason"], known: columns, onlyKnown: true)
    if table.rows.isEmpty {
      throw InputFailure(file, "has no rows", hint: "a row says what a code is worth; without one name no crosswalk")
    }
    var rows: [Crosswalk.Row] = []
    var byCode: [String: [Crosswalk.Row]] = [:]
    for row in table.rows {
      let new = try read(row)
      if let earlier = byCode[new.code]?.first(where: { $0.days.overlaps(new.days) }) {
        throw row.failure(
          "start", "the row holds on days on which line \(earlier.value.position.line ?? 0) holds for the same code",
          "end one row before the next starts")
      }
      byCode[new.code, default: []].append(new)
      rows.append(new)
    }
    return (Crosswalk(rows), (file, table.size, table.sha256))
  }

  private static func read(_ row: HeaderedTable.Row) throws(InputFailure) -> Crosswalk.Row {
    let code = try code(row)
    let amount = try amount(row)
    if case .comparedTo(let other, _) = amount, other.description == code {
      throw row.failure("compare_to", "the code is compared with itself", "name a code that has a price")
    }
    let days = try row.days()
    guard let reason = row["reason"] else {
      throw row.failure("reason", "reason is blank", "say why the code is worth that, and who decided it")
    }
    return Crosswalk.Row(
      code: code, days: days,
      value: Crosswalk.Value(
        amount: amount, reason: reason, position: SourcePosition(file: row.file, line: row.line)))
  }

  /// The code in capitals, in any of the forms that a log's codes have.
  private static func code(_ row: HeaderedTable.Row) throws(InputFailure) -> String {
    guard let text = row["code"] else {
      throw row.failure("code", "code is blank", "every row of a crosswalk names a code")
    }
    // Only ASCII letters are made capitals: in Unicode \u{00DF} becomes SS.
    let bytes = text.utf8.map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 }
    guard bytes.count <= 16, bytes.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5A) }) else {
      throw row.failure(
        "code", "code holds \(row.shown("code", as: .code)), which no code looks like",
        "a code is 1 to 16 letters and digits; write it as the log does")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func amount(_ row: HeaderedTable.Row) throws(InputFailure) -> Crosswalk.Amount {
    let hint = "give either compare_to, with a factor if it is not 1, or work_rvu"
    switch (row["compare_to"], row["work_rvu"]) {
    case (let text?, nil):
      guard let code = ProcedureCode(text), code.hasPublishedForm else {
        throw row.failure(
          "compare_to", "compare_to holds \(row.shown("compare_to", as: .code)), which no CPT or HCPCS code looks like",
          "name a code of the fee schedule, such as 44310")
      }
      return .comparedTo(code, Factor(millionths: try decimal(row, "factor", blank: 1_000_000, most: 10)))
    case (nil, _?):
      if row["factor"] != nil { throw row.failure("factor", "the row gives a factor and no compare_to", hint) }
      return .work(WorkRVU(millionths: try decimal(row, "work_rvu", blank: 0, most: 1_000)))
    case (nil, nil): throw row.failure("code", "the row gives neither compare_to nor work_rvu", hint)
    case (_?, _?): throw row.failure("work_rvu", "the row gives both compare_to and work_rvu", hint)
    }
  }

  /// A column's decimal in millionths, from 0 to `most`; `blank` where the cell is blank.
  private static func decimal(
    _ row: HeaderedTable.Row, _ column: String, blank: Int64, most: Int64
  ) throws(InputFailure) -> Int64 {
    guard let text = row[column] else { return blank }
    guard case .success(let value) = DecimalText.parse(text, scale: 6), value >= 0, value <= most * 1_000_000 else {
      throw row.failure(
        column, "\(column) holds \(row.shown(column, as: .number)), which is not a number from 0 to \(most)",
        "write it like 1.25, with at most six decimals")
    }
    return value
  }
}
