import ProductivityModel

/// How many errors, warnings and notes a run has, counted alike on every page and at the terminal.
///
/// A finding is one, however many records it concerns; a record may have several.
public struct FindingCounts: Hashable, Sendable {
  /// Errors, those on plans and pay among them.
  public var errors: Int
  /// Warnings, those on plans and pay among them.
  public var warnings: Int
  /// Notes, those on plans and pay among them.
  public var notes: Int
  /// Errors on plans and pay, which pages without pay do not show.
  public var errorsOnPay: Int
  /// Warnings on plans and pay, which pages without pay do not show.
  public var warningsOnPay: Int

  /// Errors and warnings: `3 errors and 24 warnings`.
  public var phrase: String {
    "\(CountWording.count(errors, "error")) and \(CountWording.count(warnings, "warning"))"
  }

  /// Errors and warnings in a sentence, with how many of them are on plans and pay.
  public var sentence: String {
    let onPay = errorsOnPay + warningsOnPay
    let some =
      onPay == 0
      ? "" : ", \(CellValue.integer(onPay).text) of them on plans and pay, which pages without pay do not show"
    return "There \(errors == 1 ? "is" : "are") \(phrase)\(some)."
  }
}

extension RunResults {
  /// How many findings there are.
  public var findingCounts: FindingCounts {
    let shown = findingsWithoutPay
    func count(_ severity: Severity, in findings: [Finding]) -> Int { findings.count { $0.severity == severity } }
    let (errors, warnings) = (count(.error, in: findings), count(.warning, in: findings))
    return FindingCounts(
      errors: errors, warnings: warnings, notes: count(.note, in: findings),
      errorsOnPay: errors - count(.error, in: shown), warningsOnPay: warnings - count(.warning, in: shown))
  }
}
