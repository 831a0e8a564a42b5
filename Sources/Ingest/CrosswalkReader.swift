import Crediting
import ProductivityModel

/// Reads a crosswalk: what codes without a price are worth, by comparison or in work RVUs.
public enum CrosswalkReader {
  private static let columns = ["code", "compare_to", "factor", "work_rvu", "start", "end", "reason"]

  /// Reads a crosswalk and what identifies its file.
  ///
  /// - Throws: ``InputFailure`` with the place of the first thing that is wrong.
  public static func read(
    _ path: String, shownAs file: String
  ) throws(InputFailure) -> (crosswalk: Crosswalk, input: (path: String, size: UInt64, sha256: String)) {
    let table = try HeaderedTable(path, shownAs: file, requiring: ["code", "reason"], known: columns)
    var rows: [Crosswalk.Row] = []
    for row in table.rows {
      let code = (row["code"] ?? "").uppercased()
      guard (1...16).contains(code.utf8.count), code.utf8.allSatisfy(isCodeByte) else {
        throw row.failure("code", "code is not 1 to 16 letters and digits", "write the code as the log does")
      }
      guard let reason = row["reason"] else {
        throw row.failure("reason", "reason is blank", "say why the code is worth that, and who decided it")
      }
      let (start, end) = try row.days()
      let new = Crosswalk.Row(
        code: code, amount: try amount(row), start: start, end: end, reason: reason,
        position: SourcePosition(file: file, line: row.line))
      if let earlier = rows.first(where: { $0.code == code && overlap($0, new) }) {
        throw row.failure(
          "start", "the row holds on days on which line \(earlier.position.line ?? 0) holds for \(code)",
          "end one row before the next starts")
      }
      rows.append(new)
    }
    return (Crosswalk(rows), (file, table.size, table.sha256))
  }

  private static func isCodeByte(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
  }

  private static func overlap(_ a: Crosswalk.Row, _ b: Crosswalk.Row) -> Bool {
    func ends(_ a: Crosswalk.Row, before b: Crosswalk.Row) -> Bool {
      a.end.flatMap { end in b.start.map { end < $0 } } ?? false
    }
    return !ends(a, before: b) && !ends(b, before: a)
  }

  private static func amount(_ row: HeaderedTable.Row) throws(InputFailure) -> Crosswalk.Amount {
    let hint = "give either compare_to, with a factor if it is not 1, or work_rvu"
    switch (row["compare_to"], row["work_rvu"]) {
    case (let text?, nil):
      guard let code = ProcedureCode(text) else {
        throw row.failure("compare_to", "compare_to is not a procedure code", "write it like 44310")
      }
      return .comparedTo(code, Factor(millionths: try decimal(row, "factor", blank: 1_000_000, most: 10)))
    case (nil, _?):
      if row["factor"] != nil { throw row.failure("factor", "factor belongs to compare_to", hint) }
      return .work(WorkRVU(millionths: try decimal(row, "work_rvu", blank: 0, most: 1_000)))
    case (nil, nil): throw row.failure("code", "the row gives neither compare_to nor work_rvu", hint)
    case (_?, _?): throw row.failure("work_rvu", "the row gives both compare_to and work_rvu", hint)
    }
  }

  private static func decimal(
    _ row: HeaderedTable.Row, _ column: String, blank: Int64, most: Int64
  ) throws(InputFailure) -> Int64 {
    guard let text = row[column] else { return blank }
    guard case .success(let value) = DecimalText.parse(text, scale: 6), value >= 0, value <= most * 1_000_000 else {
      throw row.failure(column, "\(column) is not a number between 0 and \(most)", "write it like 1.25")
    }
    return value
  }
}
