import Crediting
import ProductivityModel

/// Gives each line that changed its cause, in each ledger.
struct RestatementCauses {
  /// Every line of which anything but its place changed, in the order of the later run.
  private(set) var lines: [Restatement.Line] = []
  /// How many lines of the period are the same in everything that is kept of them but their place.
  private(set) var unchanged = 0

  private struct Day: Hashable {
    var clinician: String
    var date: CalendarDate

    init(_ line: RecordedLine) {
      clinician = line.identity.clinician
      date = line.identity.date
    }
  }

  /// The causes of what changed from one run to another.
  ///
  /// - Parameter period: the days of which lines that are the same are counted.
  init(_ earlier: RecordedRun, _ later: RecordedRun, countedIn period: DayRange) {
    let policyRoles: Set<String> = ["policy", "policy assignments", "crosswalk", "plans"]
    let policyChanged =
      earlier.payPolicy != later.payPolicy || earlier.benchmarkPolicy != later.benchmarkPolicy
      || earlier.inputs(of: policyRoles) != later.inputs(of: policyRoles)
    let rosterChanged = earlier.inputs(of: ["roster"]) != later.inputs(of: ["roster"])
    func isUntouched(_ before: RecordedLine, _ after: RecordedLine) -> Bool {
      let sha256 = earlier.files[before.file].sha256
      return !sha256.isEmpty && sha256 == later.files[after.file].sha256
    }
    let matching = LineMatching(earlier, later)
    var touched: Set<Day> = []
    var revalued: Set<Day> = []
    // Most lines are what they were, and nothing more is to be found out about them.
    var pairs: [(before: RecordedLine?, after: RecordedLine?)] = []
    for pair in matching.pairs {
      let (before, after) = (pair.earlier.map { earlier.lines[$0] }, pair.later.map { later.lines[$0] })
      if let before, let after, before.isSame(as: after) {
        if period.contains(after.identity.date) { unchanged += 1 }
      } else {
        pairs.append((before, after))
      }
    }
    for (before, after) in pairs {
      let days = [before, after].compactMap { $0 }.map(Day.init)
      if Self.ownCause(before, after, isUntouched) != nil { touched.formUnion(days) }
      if Self.isRevalued(before, after) { revalued.formUnion(days) }
    }
    // Where other lines of a day changed too, a policy is told of it only if it shows on days on which none did.
    let showsPolicy =
      policyChanged
      && pairs.contains { before, after in
        guard let before, let after, !touched.contains(Day(after)) else { return false }
        return before.pay.factor != after.pay.factor || before.benchmark.factor != after.benchmark.factor
      }
    func causeOfFactor(_ line: RecordedLine?) -> RestatementCause {
      guard let line else { return .policy }
      if touched.contains(Day(line)), !showsPolicy { return .session }
      if policyChanged { return .policy }
      if rosterChanged { return .roster }
      return revalued.contains(Day(line)) ? .session : .policy
    }
    for (before, after) in pairs {
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
        line.payCause = own ?? causeOfFactor(after)
        if own == nil { line.payRelease = Self.effectOfRelease(before?.pay, after?.pay) }
        if line.payRelease == change.pay { (line.payCause, line.payRelease) = (.release, nil) }
      }
      if change.benchmark != .zero || moves && (line.before.benchmark != .zero || line.after.benchmark != .zero) {
        line.benchmarkCause = own ?? causeOfFactor(after)
        if own == nil { line.benchmarkRelease = Self.effectOfRelease(before?.benchmark, after?.benchmark) }
        if line.benchmarkRelease == change.benchmark {
          (line.benchmarkCause, line.benchmarkRelease) = (.release, nil)
        }
      }
      lines.append(line)
    }
  }

  /// Whether a line is what it was, though a release or rule that values it may be another.
  func isSameLine(_ line: Restatement.Line) -> Bool {
    guard let before = line.earlier, let after = line.later else { return false }
    return before.identity == after.identity && before.fate == after.fate
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

  /// What another release, or other work of it, makes of a line's credit at the factor that it had; nil where neither is another.
  ///
  /// Rounded once, to the millionth: what is left is another factor's.
  private static func effectOfRelease(_ before: RecordedLine.Ledger?, _ after: RecordedLine.Ledger?) -> WorkRVU? {
    guard let before, let after, before.release != after.release || before.work != after.work else { return nil }
    // Factors are recorded with up to twelve decimals.
    guard before.factor != after.factor, let work = after.work,
      case .success(let factor) = DecimalText.parse(before.factor, scale: 12)
    else { return after.credit - before.credit }
    let credit = Factor.rounded(Int128(work.millionths) * Int128(factor), over: 1_000_000_000_000)
    return WorkRVU(millionths: credit) - before.credit
  }

  /// Whether the same line is valued by another release, or by other work of it.
  private static func isRevalued(_ before: RecordedLine?, _ after: RecordedLine?) -> Bool {
    guard let before, let after else { return false }
    return before.pay.release != after.pay.release || before.pay.work != after.pay.work
      || before.benchmark.release != after.benchmark.release || before.benchmark.work != after.benchmark.work
  }
}
