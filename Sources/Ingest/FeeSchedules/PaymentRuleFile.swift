import MedicareFees
import ProductivityModel

/// The dated, cited numbers of `cms-pfs/payment-rules.csv`.
enum PaymentRuleFile {
  /// The file's name in `cms-pfs`.
  static let fileName = "payment-rules.csv"

  /// Reads the rules.
  ///
  /// - Throws: ``InputFailure`` where a cell cannot be used, or two rules of a name hold on the same day.
  static func read(_ path: String) throws(InputFailure) -> PaymentRules {
    let table = try CitedTable(path: path, columns: ["name", "first", "last", "value", "citation"])
    var rules: [PaymentRule] = []
    for row in table.rows {
      func failure(_ message: String, hint: String) -> InputFailure {
        InputFailure(path, line: row.line, message, hint: hint)
      }
      guard let name = PaymentRule.Name(rawValue: row["name"]) else {
        throw failure(
          "name is not one of the known ones",
          hint: "use one of " + PaymentRule.Name.allCases.map(\.rawValue).joined(separator: ", "))
      }
      guard let first = CalendarDate(iso: row["first"]), let last = CalendarDate(iso: row["last"]),
        let effective = DayRange(first, through: last)
      else { throw failure("first and last are not a range of real days", hint: "write them YYYY-MM-DD") }
      guard case .success(let value) = DecimalText.parse(row["value"], scale: 6), value > 0, value <= 100_000_000 else {
        throw failure("value is not a number above 0 and at most 100", hint: "write it like 1.0925")
      }
      guard !row["citation"].isEmpty else {
        throw failure("citation is empty", hint: "name where the number is published")
      }
      if rules.contains(where: { $0.name == name && $0.effective.intersection(effective) != nil }) {
        throw failure("another \(name.rawValue) holds on some of these days", hint: "cut one of the two ranges")
      }
      rules.append(PaymentRule(name: name, effective: effective, millionths: value, citation: row["citation"]))
    }
    return PaymentRules(rules)
  }
}
