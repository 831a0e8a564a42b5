import Compensation
import Crediting
import Ingest
import ProductivityModel
import Publishing
import Reporting

/// Pays the same lines under several scenarios, beside the job as it stands.
public enum CompareRun {
  /// What the job as it stands is called.
  public static let asItStands = "as it stands"

  /// A comparison and what is to be known of the inputs.
  public struct Outcome: Sendable {
    /// Pay under each scenario, the job as it stands first.
    public var comparison: ScenarioComparison
    /// What is wrong of plans, tables and assignments: of the job as it stands, and what is otherwise under a scenario.
    public var findings: [Finding]
    /// Clinicians with a plan of whom no scenario has a statement.
    public var untold: [String]

    /// Why there is nothing to compare, where nobody has a statement; nil where somebody has.
    public var refusal: String? {
      guard comparison.comparison.members.isEmpty else { return nil }
      let period = comparison.period
      guard !untold.isEmpty else { return "nobody has a plan on a day of \(period), so there is nothing to compare" }
      let reason = findings.first { $0.problem == .untoldYear }
      let more = reason.map { ": \($0.message)\($0.hint.map { "\nhint: \($0)" } ?? "")" } ?? ""
      return "nobody has a statement of pay for \(period), so there is nothing to compare\(more)"
    }
  }

  /// The comparison.
  ///
  /// - Parameter isLevelAsked: whether to find the threshold and the rate that would hold pay level under each scenario.
  /// - Throws: `InputFailure` where the job has no plans or a scenario cannot be applied, `OutputFailure` where a temporary
  ///   file cannot be written.
  public static func compare(
    _ job: RunInputs, _ scenarios: [ScenarioText], isLevelAsked: Bool = false, progress: Progress? = nil
  ) throws -> Outcome {
    guard let plans = job.compensation else {
      throw InputFailure(
        job.job.path, "the job has no compensation plans", hint: "add compensation: {plans: plans.yaml}", isUsage: true)
    }
    var names: Set<String> = [asItStands]
    for scenario in scenarios where !names.insert(scenario.scenario.name).inserted {
      throw InputFailure(
        "the scenario \(scenario.text)", "has the name of another", hint: "write NAME:key=value with a name of its own",
        isUsage: true)
    }
    var sides = [CompareSide(asItStands: job, plans)]
    for scenario in scenarios { sides.append(try CompareSide(scenario, job, plans)) }
    let credits = sides.map(\.credit).reduce(into: [CreditSide]()) { if !$0.contains($1) { $0.append($1) } }
    var inputs = job
    for side in sides { inputs.crosswalks.merge(side.inputs.crosswalks) { own, _ in own } }

    var pass = LogPass(memory: Run.memory)
    let ids = pass.enter(inputs.rosterOfAllTimes)
    let directories = inputs.directories
    let needs = credits.reduce(inputs.needs) { $0.union(inputs.crediting($1, $1).needs) }
    for log in inputs.logs {
      try pass.read(log, clinicians: directories[log.closing], needs: needs, rejects: nil, progress: progress)
    }
    progress?.report("crediting")
    let rulings = try pass.rulings()
    let crediting = try SideCrediting(credits, of: inputs, &pass, ids, rulings: rulings)
    let intervals = inputs.roster?.intervals ?? []
    var findings = SideFindings(job.findings)
    var statements: [PlanStatements] = []
    for side in sides {
      let credit = credits.firstIndex(of: side.credit) ?? 0
      var own = FindingCollector()
      for finding in side.plans.findings { own.add(finding) }
      let paid = PlanStatements(
        intervals, side.plans, period: inputs.period, work: { crediting.work(of: $0, side: credit) }, findings: &own)
      PlanFindings(inputs: side.plans, period: inputs.period).tell(
        paid, clinicians: Set(intervals.map(\.clinicianID)), &own)
      findings.add(own.sorted, of: side.name)
      if let first = statements.first { try side.check(first) }
      statements.append(paid)
    }
    let specialties = SpecialtyOfClinician(inputs)
    let compared = SideComparison(
      sides.map(\.name), statements, through: inputs.period.last, specialty: specialties.specialty)
    let levels = statements.enumerated().map { index, side in
      isLevelAsked && index > 0
        ? LevelAssembly(compared.result, moving: side, through: inputs.period.last).levels : []
    }
    return Outcome(
      comparison: ScenarioComparison(
        practice: job.job.practice, period: inputs.period, changes: sides.map { $0.sentences.joined(separator: " ") },
        comparison: compared.result,
        names: Dictionary(intervals.filter { !$0.name.isEmpty }.map { ($0.clinicianID, $0.name) }) { first, _ in first
        }, basis: basis(sides, credits, crediting, inputs) + leftOut(compared), cautions: crediting.cautions,
        planChanges: sides.map(\.changes), levels: levels),
      findings: findings.sorted, untold: compared.untold)
  }

  /// What all stands on, and by what each scenario's lines are credited.
  private static func basis(
    _ sides: [CompareSide], _ credits: [CreditSide], _ crediting: SideCrediting, _ inputs: RunInputs
  ) -> [String] {
    [
      "The same lines, roster, duties and payments stand under every scenario; by day of service, \(inputs.period.first) to \(inputs.period.last), the last day counted."
    ]
      + sides.map { side in
        let index = credits.firstIndex(of: side.credit) ?? 0
        let releases = crediting.releases[index]
        let word = releases.count == 1 ? "release" : "releases"
        let policies = crediting.policies[index].map {
          "\(PlanPolicies.plainName(of: $0)) (\(inputs.vintage(of: $0).description) vintage)"
        }
        let each = policies.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return
          "\(side.name): pay work RVUs under \(CountWording.list(each)), fee schedule \(word) \(CountWording.list(releases))."
      }
  }

  private static func leftOut(_ compared: SideComparison) -> [String] {
    compared.leftOut.map { "\($0.id) is in no sum: what \($0.side) pays cannot be told for the same days." }
      + compared.untold.map { "\($0) is in no sum: no statement can be told under any scenario; the findings say why." }
  }
}
