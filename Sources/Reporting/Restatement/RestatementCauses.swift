import ProductivityModel

/// Gives each line that changed its cause, in each ledger.
struct RestatementCauses {
  /// Every line of both runs, in the order of the later run.
  private(set) var lines: [Restatement.Line] = []

  private let rosterChanged: Bool

  private struct Day: Hashable {
    var clinician: String
    var date: CalendarDate
  }

  init(_ earlier: RecordedRun, _ later: RecordedRun) {
    let policyRoles: Set<String> = ["policy", "policy assignments", "crosswalk", "plans"]
    let policyChanged =
      earlier.payPolicy != later.payPolicy || earlier.benchmarkPolicy != later.benchmarkPolicy
      || earlier.inputs(of: policyRoles) != later.inputs(of: policyRoles)
    rosterChanged = !policyChanged && earlier.inputs(of: ["roster"]) != later.inputs(of: ["roster"])
    func isUntouched(_ before: RecordedLine, _ after: RecordedLine) -> Bool {
      let sha256 = earlier.files[before.file].sha256
      return !sha256.isEmpty && sha256 == later.files[after.file].sha256
    }
    let matching = LineMatching(earlier, later)
    var touched: Set<Day> = []
    for pair in matching.pairs {
      let before = pair.earlier.map { earlier.lines[$0] }
      let after = pair.later.map { later.lines[$0] }
      if Self.ownCause(before, after, isUntouched) != nil || Self.isRevalued(before, after) {
        for line in [before, after].compactMap({ $0 }) {
          touched.insert(Day(clinician: line.identity.clinician, date: line.identity.date))
        }
      }
    }
    for pair in matching.pairs {
      let before = pair.earlier.map { earlier.lines[$0] }
      let after = pair.later.map { later.lines[$0] }
      let position =
        after.map { SourcePosition(file: later.files[$0.file].name, line: $0.line) }
        ?? before.map { SourcePosition(file: earlier.files[$0.file].name, line: $0.line) }
        ?? SourcePosition(file: "")
      var line = Restatement.Line(earlier: before, later: after, position: position)
      let own = Self.ownCause(before, after, isUntouched)
      // A line that moves from one clinician or month to another changes both, though it earns what it did.
      let moves =
        before?.identity.clinician != after?.identity.clinician || before?.identity.date != after?.identity.date
      let change = line.after - line.before
      if change.pay != .zero || moves && (line.before.pay != .zero || line.after.pay != .zero) {
        line.payCause = own ?? cause(before?.pay, after?.pay, isNearOthers: isNear(after, touched))
      }
      if change.benchmark != .zero || moves && (line.before.benchmark != .zero || line.after.benchmark != .zero) {
        line.benchmarkCause = own ?? cause(before?.benchmark, after?.benchmark, isNearOthers: isNear(after, touched))
      }
      lines.append(line)
    }
  }

  /// Whether a line is what it was, though a release or rule that values it may be another.
  func isSameLine(_ line: Restatement.Line) -> Bool {
    guard let before = line.earlier, let after = line.later else { return false }
    return before.identity == after.identity && before.fate == after.fate
  }

  /// Whether a line is the same in everything that is kept of it but its place.
  func isSame(_ line: Restatement.Line) -> Bool {
    guard var before = line.earlier, let after = line.later else { return false }
    before.file = after.file
    before.line = after.line
    return before == after
  }

  /// The cause of what a line is or became, whatever it earns; nil for a line that is what it was.
  ///
  /// - Parameter isUntouched: whether two lines stand in files of the same bytes, where only the roster can make another clinician of one.
  private static func ownCause(
    _ before: RecordedLine?, _ after: RecordedLine?, _ isUntouched: (RecordedLine, RecordedLine) -> Bool
  ) -> RestatementCause? {
    guard let before else { return .late }
    guard let after else { return .void }
    if before.identity != after.identity { return isUntouched(before, after) ? .roster : .correction }
    if before.isStanding, !after.isStanding { return after.fate == .superseded ? .correction : .void }
    if !before.isStanding, after.isStanding { return .correction }
    return nil
  }

  /// The cause of another credit of the same line in a ledger.
  private func cause(
    _ before: RecordedLine.Ledger?, _ after: RecordedLine.Ledger?, isNearOthers: Bool
  ) -> RestatementCause {
    if before?.release != after?.release || before?.work != after?.work { return .release }
    if isNearOthers { return .session }
    return rosterChanged ? .roster : .policy
  }

  /// Whether the same line is valued by another release, or by other work of it.
  private static func isRevalued(_ before: RecordedLine?, _ after: RecordedLine?) -> Bool {
    guard let before, let after else { return false }
    return before.pay.release != after.pay.release || before.pay.work != after.pay.work
      || before.benchmark.release != after.benchmark.release || before.benchmark.work != after.benchmark.work
  }

  private func isNear(_ line: RecordedLine?, _ touched: Set<Day>) -> Bool {
    guard let line else { return false }
    return touched.contains(Day(clinician: line.identity.clinician, date: line.identity.date))
  }
}
