import Compensation
import ProductivityModel

/// Reads what an employer says of the work: a statement by period, and the lines behind it.
public enum EmployerFiles {
  /// Reads an employer's statement: `clinician_id,period,work_rvu,amount`, of the last two of which one may be blank, and
  /// `component` where the amount is for one alone.
  ///
  /// - Parameter components: those that plans have, ``CompensationPlans/components``.
  /// - Throws: ``InputFailure`` where the file cannot be read or its header cannot be used.
  public static func statements(
    _ path: String, shownAs file: String, roster: Set<String>, components: [String]
  ) throws(InputFailure) -> PayTable<EmployerStatement> {
    try PayTableReading(
      required: ["clinician_id", "period"], optional: ["work_rvu", "amount", "component"],
      key: "clinician, period and component"
    )
    .read(path, shownAs: file) { row throws(PayRowFault) in
      let statement = EmployerStatement(
        clinicianID: try row.payee(roster), days: try row.period("period"),
        work: row["work_rvu"] == nil ? nil : try work(row),
        amount: row["amount"] == nil ? nil : try row.amount("amount"),
        component: row["component"] == nil ? nil : try row.component("component", among: components),
        position: row.position("period"))
      if statement.work == nil, statement.amount == nil {
        throw PayRowFault(
          .missingValue, "work_rvu", "the row gives neither work_rvu nor an amount", "fill one in, or take the row out")
      }
      return (statement, key: [statement.clinicianID, statement.days.description, statement.component ?? ""])
    }
  }

  /// Reads an employer's lines: `clinician_id,service_date,code,modifiers,units,work_rvu`, and `line_id` where there is one.
  ///
  /// - Throws: ``InputFailure`` where the file cannot be read or its header cannot be used.
  public static func lines(
    _ path: String, shownAs file: String, roster: Set<String>
  ) throws(InputFailure) -> PayTable<EmployerLine> {
    try PayTableReading(
      required: ["clinician_id", "service_date", "code", "work_rvu"], optional: ["modifiers", "units", "line_id"]
    )
    .read(path, shownAs: file) { row throws(PayRowFault) in
      let units =
        row["units"] == nil
        ? Units.one
        : Units(
          tenThousandths: try row.number("units", scale: Units.scale, -100_000_000...100_000_000, "a number of units"))
      let line = EmployerLine(
        clinicianID: try row.payee(roster), lineID: row["line_id"] ?? "", day: try row.day("service_date"),
        code: try code(row), modifiers: try modifiers(row), units: units, work: try work(row),
        position: row.position("work_rvu"))
      return (line, key: [])
    }
  }

  private static func work(_ row: HeaderedTable.Row) throws(PayRowFault) -> WorkRVU {
    WorkRVU(
      millionths: try row.number(
        "work_rvu", scale: 6, -1_000_000_000_000...1_000_000_000_000, "a number of work RVUs"))
  }

  private static func code(_ row: HeaderedTable.Row) throws(PayRowFault) -> ProcedureCode {
    guard let code = ProcedureCode(try row.filled("code")) else {
      throw PayRowFault(
        .malformedCode, "code", "code holds \(row.shown("code", as: .code)), which no procedure code looks like",
        "a code is letters and digits, such as 99214; modifiers have a column of their own")
    }
    return code
  }

  private static func modifiers(_ row: HeaderedTable.Row) throws(PayRowFault) -> ModifierList {
    // Employers write 25,59 as often as 25 59.
    var text = String((row["modifiers"] ?? "").map { $0 == "," ? " " : $0 })
    guard let modifiers = text.withUTF8({ ModifierList($0) }) else {
      throw PayRowFault(
        .malformedModifier, "modifiers", "modifiers holds \(row.shown("modifiers", as: .modifiers))",
        "write modifiers of two characters, separated by blanks")
    }
    return modifiers
  }
}
