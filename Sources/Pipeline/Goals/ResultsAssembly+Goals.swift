import Benchmarking
import Ingest
import ProductivityModel
import Reporting

extension ResultsAssembly {
  /// How far the work of those with a target has come, by specialty, name and id.
  mutating func goals(_ candidates: [Candidate], _ recent: RecentSums) -> [GoalStanding] {
    guard inputs.hasTargets else { return [] }
    let targets = GoalTargets(inputs, findings: &findings).targets
    let pace = AnnualPace.workingDays(of: recent.days.year, holidays: Set(inputs.job.time.holidays))
    let places = Dictionary(grouping: candidates.indices) { candidates[$0].id }
    let rows = Dictionary(grouping: inputs.roster?.intervals ?? [], by: \.clinicianID)
    let goals = targets.compactMap { target in
      goal(
        target, (places[target.clinicianID] ?? []).map { candidates[$0] }, rows[target.clinicianID] ?? [], recent, pace)
    }
    return goals.inNameOrder { ($0.specialty, $0.name, $0.id) }
  }

  private mutating func goal(
    _ target: WorkTarget, _ candidates: [Candidate], _ rows: [RosterInterval], _ recent: RecentSums, _ pace: AnnualPace
  ) -> GoalStanding? {
    let id = target.clinicianID
    func counts(_ specialty: String) -> Bool {
      target.specialty.isEmpty
        || SpecialtyNames.normalized(specialty) == SpecialtyNames.normalized(target.specialty)
    }
    // A split role is one, under its largest specialty, whichever of its specialties a target names.
    let roles = candidates.filter { $0.split != nil || counts($0.specialty) }
    let isSplit = roles.contains { $0.split != nil }
    let own = rows.filter { isSplit || counts($0.specialty) }
    guard let days = EmployedWorkingDays(inputs.roster == nil ? nil : own, pace: pace),
      inputs.roster != nil || !roles.isEmpty
    else {
      tellNobody(target)
      return nil
    }
    let last = inputs.period.last
    let goal = TargetPace(target.work, months: target.months, over: days)
    let role = largest(roles, recent)
    let known = knownWork(target, days, recent, specialties: target.specialty.isEmpty ? nil : roles.map(\.specialty))
    var standing = GoalStanding(
      id: id, name: rows.first { !$0.name.isEmpty }?.name ?? id,
      specialty: role?.specialty ?? own.first?.specialty ?? target.specialty, year: recent.days.year, days: days.span,
      target: target.work, source: target.position, ledger: inputs.goalLedger, actual: known.actual,
      expected: goal.expected(through: last), workingDaysCounted: days.count(in: recent.days.yearToDate.now),
      workingDays: days.total, neededPerWorkingDay: known.actual.flatMap { goal.needed($0, through: last) },
      months: zip(recent.days.year.months, goal.months).map { month, work in
        GoalStanding.Month(month: month.month, target: work, actual: known.months[month.month])
      }, gap: known.gap)
    standing.uncounted = known.uncounted
    if let actual = known.actual, known.hasLines {
      standing.projected = goal.projected(actual - known.uncounted, apart: known.uncounted, through: last)
    }
    if standing.projected == nil {
      standing.projectionGap =
        known.gap
        ?? (!known.hasLines
          ? "there are no lines in the year so far"
          : standing.workingDaysCounted == 0
            ? "no working day has passed"
            : "fewer than \(TargetPace.leastDays) days employed and not on leave are counted")
    }
    let words = GoalWording(inputs: inputs, target: target, pace: pace, standing: standing)
    (standing.basis, standing.rules) = (words.sentences, words.rules)
    place(&standing, of: role, among: roles, recent, pace, words)
    if let role { tellRange(of: target, role, recent, pace) }
    return standing
  }

  /// The role with the most clinical time in the year so far, in whose survey the projected year is placed.
  private func largest(_ roles: [Candidate], _ recent: RecentSums) -> Candidate? {
    func time(_ role: Candidate) -> Int64 {
      recent.time(role.id, role.specialty, recent.days.yearToDate.now, isSplit: role.split != nil)?.fteDays ?? 0
    }
    return roles.filter { $0.isKnown && !$0.isSplitFaulty }
      .max { (time($0), $1.specialty) < (time($1), $0.specialty) }
  }

  /// What is known of the work of a target's year.
  private struct KnownWork {
    /// The work of the year so far; nil where ``gap`` says why it is not known.
    var actual: WorkRVU?
    /// What of it is of days of leave or outside employment.
    var uncounted = WorkRVU.zero
    /// Whether there is a line in the year so far.
    var hasLines = false
    var months: [YearMonth: WorkRVU] = [:]
    var gap: String?
  }

  /// The work of the year so far and of its months, or why it is not known.
  private func knownWork(
    _ target: WorkTarget, _ days: EmployedWorkingDays, _ recent: RecentSums, specialties: [String]?
  ) -> KnownWork {
    func work(_ totals: ProductivityTotals) -> WorkRVU { inputs.goalLedger == .pay ? totals.pay : totals.benchmark }
    let elapsed = recent.days.yearToDate.now
    var known = KnownWork()
    for month in elapsed.months where max(month.days.first, days.span.first) >= recent.beginning {
      known.months[month.month] = work(recent.totals(target.clinicianID, specialties: specialties, month.days))
    }
    if days.span.first > elapsed.last {
      return KnownWork(gap: "the first day employed is \(days.span.first)")
    }
    guard max(elapsed.first, days.span.first) >= recent.beginning else {
      known.gap = "the logs begin at \(recent.beginning), after the year's first day"
      return known
    }
    let totals = recent.totals(target.clinicianID, specialties: specialties, elapsed)
    known.actual = work(totals)
    known.hasLines = totals.hasLines
    known.uncounted = work(recent.uncounted(target.clinicianID, specialties: specialties, elapsed))
    return known
  }

  /// Tells of a target of which the run knows nobody.
  private mutating func tellNobody(_ target: WorkTarget) {
    if inputs.roster == nil {
      findings.add(
        Finding(
          .unknownPayee, at: target.position, "a target is for somebody of whom there is no line",
          hint: "write the id as the log has it"))
    } else {
      findings.add(
        Finding(
          .otherYearTarget, at: target.position,
          "clinician \(target.clinicianID) has a target\(target.specialty.isEmpty ? "" : " in \(target.specialty)") and no day in the roster in \(inputs.targetYear); it is left out",
          hint: "see the dates and the specialty of the clinician's rows in the roster"))
    }
  }
}

extension ProductivityTotals {
  /// Whether there is any line: in the pay ledger, or in the benchmark ledger alone.
  var hasLines: Bool { lines > 0 || benchmark != .zero }
}

extension RunInputs {
  /// The ledger that targets are in.
  var goalLedger: GoalStanding.Ledger { job.targets?.ledger == .benchmark ? .benchmark : .pay }
}
