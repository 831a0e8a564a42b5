import ProductivityModel

/// The words for what errors leave out of the numbers: records by their fate, which is counted, and never by findings, of which a
/// record may have several and an error on a survey has none.
enum RejectionWording {
  /// How many records are in no number, and which errors reject none, in a sentence or two.
  static func sentence(of results: RunResults) -> String {
    let records = results.controlTotals.reduce(0) { $0 + $1.records }
    let rejected = results.rejectedRecords
    var sentences = [
      rejected == 0
        ? "No record was rejected."
        : "\(CountWording.sentence(CellValue.integer(rejected).text)) of \(CountWording.count(records, "record")) could not be understood and \(rejected == 1 ? "is" : "are") in none of these numbers."
    ]
    if let others = others(in: results) { sentences.append(others) }
    return sentences.joined(separator: " ")
  }

  /// The errors that reject no record, by what they are; nil where there are none. Those on pay are not named.
  static func others(in results: RunResults) -> String? {
    let errors = results.errorsWithoutRecords
    guard !errors.isEmpty else { return nil }
    let onPay = errors.count { results.owner(of: $0) == .compensation }
    var titles: [String] = []
    for error in errors where results.owner(of: error) != .compensation {
      let title = error.problem.title
      let phrase = title.prefix(1).lowercased() + title.dropFirst()
      if !titles.contains(phrase) { titles.append(phrase) }
    }
    if onPay > 0 { titles.append("\(CountWording.count(onPay, "error")) on plans and pay") }
    return
      "\(CountWording.sentence(CountWording.count(errors.count, "error"))) \(errors.count == 1 ? "rejects" : "reject") no record: \(titles.joined(separator: "; "))."
  }
}

extension RunResults {
  /// How many records could not be understood, by the control totals.
  var rejectedRecords: Int { controlTotals.reduce(0) { $0 + $1[.rejected] } }

  /// Errors that concern something else than a record of a log: a survey, the roster, targets, plans, a release.
  var errorsWithoutRecords: [Finding] {
    findings.filter { $0.severity == .error && !isOfRejectedRecords($0) }
  }

  private func isOfRejectedRecords(_ finding: Finding) -> Bool {
    guard finding.problem.rejectsRecords, let file = finding.position?.file else { return false }
    return !inputs.contains { !["log", "closed log"].contains($0.role) && $0.path == file }
  }
}
