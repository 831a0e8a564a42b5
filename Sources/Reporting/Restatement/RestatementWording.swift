import ProductivityModel

/// The words for what changed since an earlier run.
public enum RestatementWording {
  /// What a cause is called.
  public static func label(_ cause: RestatementCause) -> String {
    switch cause {
    case .late: "Late"
    case .void: "Void or gone"
    case .correction: "Corrected"
    case .session: "Same session"
    case .roster: "Roster"
    case .release: "Fee schedule"
    case .policy: "Policy"
    case .attribution: "To others"
    }
  }

  /// What stands behind a cause.
  static func sentence(_ cause: RestatementCause) -> String {
    switch cause {
    case .late: "Lines that the earlier run did not have."
    case .void: "Lines that are voided, duplicates or held now, or are in no log any more."
    case .correction:
      "Lines with another code, other modifiers, units, another day or clinician, and lines that a later record replaces."
    case .session:
      "The same lines with another factor, since other lines of the clinician's day changed or are valued anew."
    case .roster: "The same lines given to another clinician, or credited otherwise, since the roster changed."
    case .release: "The same lines valued by another release, or by other work of the same one."
    case .policy: "The same lines under other rules, of a policy or a plan."
    case .attribution: "Credit that policies give to another clinician than the one who rendered the service."
    }
  }

  /// What changed, in a paragraph.
  static func summary(of restatement: Restatement) -> String {
    let total = restatement.total
    let days = DateWording.period(restatement.period)
    guard !restatement.isEmpty else {
      return
        "Nothing changed: all \(CellValue.integer(restatement.linesThatEarnTheSame).text) lines of \(days) earn what the earlier run said, and every sum, placement and payment is the same."
    }
    var sentences: [String] = []
    if total.change.isZero {
      sentences.append(
        "The sums of \(days) are what the earlier run said: \(CellValue.workRVU(total.later.benchmark).text) benchmark wRVUs and \(CellValue.workRVU(total.later.pay).text) in the pay ledger."
      )
    } else {
      sentences.append(
        "For \(days) the benchmark ledger has \(CellValue.workRVU(total.later.benchmark).text) wRVUs, where the earlier run said \(CellValue.workRVU(total.earlier.benchmark).text): \(change(total.change.benchmark, of: total.earlier.benchmark)). "
          + "The pay ledger has \(CellValue.workRVU(total.later.pay).text) in place of \(CellValue.workRVU(total.earlier.pay).text): \(change(total.change.pay, of: total.earlier.pay))."
      )
    }
    sentences += causes(of: total)
    let same = restatement.linesThatEarnTheSame
    sentences.append(
      "\(CountWording.sentence(CountWording.count(restatement.lines.count, "line"))) earn\(restatement.lines.count == 1 ? "s" : "") something else or stand\(restatement.lines.count == 1 ? "s" : "") elsewhere; \(CountWording.count(same, "line")) \(same == 1 ? "earns" : "earn") what \(same == 1 ? "it" : "they") did."
    )
    let others = restatement.roles.filter { $0.earlier?.percentile ?? "" != $0.later?.percentile ?? "" }
    let placed = Set(others.compactMap { ($0.later ?? $0.earlier)?.clinician }).count
    if placed > 0 {
      sentences.append(
        "The placement of \(CountWording.count(placed, "clinician")) is another, over all days of the run.")
    }
    if let pay = restatement.pay {
      let known = pay.compactMap(\.difference)
      if pay.isEmpty { sentences.append("What the plans pay over all days of the run is the same.") }
      if !known.isEmpty {
        sentences.append(
          "What the plans pay \(CountWording.count(known.count, "clinician")) changes by \(ImpactWording.signed(known.reduce(.zero, +))) in sum, over all days of the run."
        )
      }
      let lacking = pay.count - known.count
      if lacking > 0 {
        sentences.append(
          "\(CountWording.sentence(CountWording.count(lacking, "clinician"))) \(lacking == 1 ? "has" : "have") a statement in one of the runs only."
        )
      }
    }
    return sentences.joined(separator: " ")
  }

  /// What each cause makes, in each ledger in which one makes something.
  private static func causes(of total: Restatement.Sums) -> [String] {
    func told(_ ledger: KeyPath<LedgerPair, WorkRVU>) -> [String] {
      RestatementCause.allCases.compactMap { cause in
        guard let effect = total.causes[cause]?[keyPath: ledger], effect != .zero else { return nil }
        return "\(label(cause).lowercased()) \(BridgeWording.signed(effect))"
      }
    }
    let (benchmark, pay) = (told(\.benchmark), told(\.pay))
    var sentences: [String] = []
    if !benchmark.isEmpty { sentences.append("By cause, in the benchmark ledger: \(CountWording.list(benchmark)).") }
    if !pay.isEmpty, pay != benchmark { sentences.append("By cause, in the pay ledger: \(CountWording.list(pay)).") }
    let even = RestatementCause.allCases.filter { total.causes[$0]?.isZero == true }.map { label($0).lowercased() }
    if !even.isEmpty {
      sentences.append("What \(CountWording.list(even)) takes from one clinician or month it gives to another.")
    }
    return sentences
  }

  private static func change(_ difference: WorkRVU, of whole: WorkRVU) -> String {
    guard difference != .zero else { return "no change" }
    return BridgeWording.signed(difference)
      + (ImpactWording.percent(difference, of: whole).map { " (\($0))" } ?? "")
  }

  /// A line in short: `99214 25, 1 unit`.
  static func text(_ line: RecordedLine) -> String {
    let modifiers = line.identity.modifiers.isEmpty ? "" : " \(line.identity.modifiers)"
    let units = line.identity.units == .one ? "" : " x \(line.identity.units)"
    return line.identity.code + modifiers + units
  }

  /// What a line was and is, in words: the fate where it did not or does not go on.
  static func standing(_ line: RecordedLine?) -> String {
    guard let line else { return "not there" }
    return line.fate == .credited ? text(line) : "\(text(line)), \(line.fate.name.replacing("_", with: " "))"
  }

  /// What the comparison stands on, in sentences.
  public static func basis(of restatement: Restatement) -> [String] {
    let (earlier, later) = (restatement.earlier, restatement.later)
    func list(_ run: RecordedRun) -> String {
      "pay policy \(run.payPolicy), benchmark policy \(run.benchmarkPolicy), "
        + (run.releases.isEmpty
          ? "no release" : "release\(run.releases.count == 1 ? "" : "s") \(CountWording.list(run.releases))")
    }
    var sentences = [
      "Both runs count the days \(DateWording.period(later.period)). The earlier run: \(list(earlier)). This run: \(list(later)).",
      "Work is of the days \(DateWording.period(restatement.period)); placements and pay are of all days of the runs.",
      "Lines are told by the content of their file and their line in it; where a file changed, by clinician, day, code, modifiers and units, equal ones standing for each other. Neither ids nor patients of lines are kept, so a line that was replaced is told with a new one of its clinician and day, or code, and otherwise as void and late.",
    ]
    // Other closed days are counted as they were closed: their logs are no inputs of today.
    func own(_ run: RecordedRun) -> Set<InputFile> { Set(run.inputs.filter { $0.role != "closed log" }) }
    let (before, after) = (own(earlier), own(later))
    let changed = Set(before.symmetricDifference(after).map { "\($0.role) \($0.path)" }).sorted()
    sentences.append(
      changed.isEmpty
        ? "Every input is the same file, byte for byte."
        : "Inputs that are other files, new or gone: \(CountWording.list(changed)).")
    return sentences
  }
}
