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
    /// What is wrong of plans, tables and assignments under any of the scenarios.
    public var findings: [Finding]
  }

  /// A scenario with the plans, tables and credit that it comes to.
  private struct Side {
    var name: String
    var plans: CompensationInputs
    var credit: CreditSide
    /// The same lines with the crosswalks and files that its policies need.
    var inputs: RunInputs
    var sentences: [String]
  }

  /// The comparison.
  ///
  /// - Throws: `InputFailure` where the job has no plans or a scenario cannot be applied, `OutputFailure` where a temporary
  ///   file cannot be written.
  public static func compare(
    _ job: RunInputs, _ scenarios: [ScenarioText], progress: Progress? = nil
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
    var sides = [
      Side(
        name: asItStands, plans: plans, credit: job.paySide, inputs: job,
        sentences: ["The plans of \(plans.file)."])
    ]
    for scenario in scenarios { sides.append(try side(scenario, job, plans)) }
    let credits = sides.map(\.credit).reduce(into: [CreditSide]()) { if !$0.contains($1) { $0.append($1) } }
    var inputs = job
    for side in sides { inputs.crosswalks.merge(side.inputs.crosswalks) { own, _ in own } }

    var pass = LogPass(memory: Run.memory)
    let ids = pass.enter(inputs.roster)
    let clinicians = inputs.roster.map { ClinicianDirectory($0.intervals) }
    let needs = credits.reduce(inputs.needs) { $0.union(inputs.crediting($1, $1).needs) }
    for log in inputs.logs {
      try pass.read(log, clinicians: clinicians, needs: needs, rejects: nil, progress: progress)
    }
    progress?.report("crediting")
    let rulings = try pass.rulings()
    let crediting = try SideCrediting(credits, of: inputs, &pass, ids, rulings: rulings)
    var findings = FindingCollector()
    for finding in job.findings + sides.flatMap(\.plans.findings) { findings.add(finding) }
    var statements: [PlanStatements] = []
    for side in sides {
      let credit = credits.firstIndex(of: side.credit) ?? 0
      var own = FindingCollector()
      let paid = PlanStatements(
        inputs.roster?.intervals ?? [], side.plans, period: inputs.period,
        work: { crediting.work(of: $0, side: credit) }, findings: &own)
      PlanFindings(inputs: side.plans, period: inputs.period).tell(
        paid, clinicians: Set(inputs.roster?.intervals.map(\.clinicianID) ?? []), &own)
      for finding in own.sorted { findings.add(finding) }
      if let first = statements.first { try check(side, first) }
      statements.append(paid)
    }
    let specialties = SpecialtyOfClinician(inputs)
    let compared = SideComparison(sides.map(\.name), statements, specialty: specialties.specialty)
    let intervals = inputs.roster?.intervals ?? []
    return Outcome(
      comparison: ScenarioComparison(
        practice: job.job.practice, period: job.period, changes: sides.map { $0.sentences.joined(separator: " ") },
        comparison: compared.result,
        names: Dictionary(intervals.filter { !$0.name.isEmpty }.map { ($0.clinicianID, $0.name) }) { first, _ in first
        }, basis: basis(sides, credits, crediting, inputs) + compared.leftOut.map(leftOut),
        cautions: crediting.cautions), findings: findings.sorted)
  }

  /// What all stands on, and by what each scenario's lines are credited.
  private static func basis(
    _ sides: [Side], _ credits: [CreditSide], _ crediting: SideCrediting, _ inputs: RunInputs
  ) -> [String] {
    [
      "The same lines, roster, duties and payments stand under every scenario; by day of service, \(inputs.period.first) to \(inputs.period.last), the last day counted."
    ]
      + sides.map { side in
        let releases = crediting.releases[credits.firstIndex(of: side.credit) ?? 0]
        let word = releases.count == 1 ? "release" : "releases"
        return
          "\(side.name): pay work RVUs under \(CountWording.list(policies(of: side, inputs))), fee schedule \(word) \(CountWording.list(releases))."
      }
  }

  private static func leftOut(_ one: (id: String, side: String)) -> String {
    "\(one.id) is in no sum: what \(one.side) pays cannot be told for the same days."
  }

  /// The policies that plans of a side credit by, with their vintage.
  private static func policies(of side: Side, _ inputs: RunInputs) -> [String] {
    var policies: [String] = []
    for policy in side.credit.policies {
      let vintage = inputs.vintage(of: policy).description
      let name = "\(PlanPolicies.plainName(of: policy)) (\(vintage) vintage)"
      if !policies.contains(name) { policies.append(name) }
    }
    return policies
  }

  /// A scenario must have a plan for all days on which the job has one.
  private static func check(_ side: Side, _ first: PlanStatements) throws(InputFailure) {
    for paid in first.paid {
      do throws(ScenarioFailure) {
        _ = try Scenario.assignments(of: paid.member, under: side.plans.plans)
      } catch { throw failure(error, side.name) }
    }
  }

  private static func failure(_ failure: ScenarioFailure, _ name: String) -> InputFailure {
    InputFailure("the scenario \(name)", failure.description, hint: failure.hint, isUsage: true)
  }

  // MARK: Scenarios

  private static func side(
    _ text: ScenarioText, _ job: RunInputs, _ plans: CompensationInputs
  ) throws(InputFailure) -> Side {
    var scenario = text.scenario
    var own = plans
    var sentences: [String] = []
    var resolve = plans.resolve
    if let file = text.plansFile {
      let read = try PlanFile.read(job.found(file), shownAs: file)
      scenario.plans = read.plans
      resolve = read.resolve
      own = try job.tables(of: read, like: plans)
      sentences.append("The plans of \(file).")
    } else {
      sentences.append("The plans of \(plans.file).")
    }
    do throws(ScenarioFailure) {
      own.plans = try scenario.applied(to: plans.plans)
    } catch { throw failure(error, scenario.name) }
    let which = scenario.plan.map { "the plan \($0)" } ?? "every plan"
    if let rate = scenario.rate { sentences.append("The rates of \(which) are changed: \(shown(rate, "dollars")).") }
    if let threshold = scenario.threshold {
      sentences.append("The threshold of \(which) for a year at 1.0 is changed: \(shown(threshold, "work RVUs")).")
    }
    var inputs = job.withoutPlanCredit(plans)
    // A policy that the scenario names holds for everyone, also where an assignment says otherwise.
    if scenario.policy != nil { inputs.assignments = nil }
    let named = scenario.policy
    var files: [InputFile] = []
    try inputs.assign(
      own.plans, resolve: { name in name == named ? job.found(name) : resolve(name) }, &files)
    var credit = inputs.paySide
    if let policy = scenario.policy { sentences.append("Every plan credits by the policy \(policy).") }
    if let release = scenario.release {
      guard let info = job.library.info(release) else {
        let known = job.library.releases.map(\.release)
        throw InputFailure(
          "the scenario \(scenario.name)", "names the fee schedule release \(release), which is not on board",
          hint: SpellingSuggestion.nearest(to: release, in: known).map { "did you mean \($0)?" }
            ?? "the releases on board are \(known.joined(separator: ", "))", isUsage: true)
      }
      credit = credit.frozen(at: info.release)
      sentences.append("Every line is valued by the release \(info.release).")
    }
    return Side(name: scenario.name, plans: own, credit: credit, inputs: inputs, sentences: sentences)
  }

  private static func shown(_ change: Change, _ unit: String) -> String {
    func signed(_ value: Int64, _ scale: Int) -> String {
      (value < 0 ? "" : "+") + DecimalText.plain(value, scale: scale)
    }
    switch change {
    case .set(let value): return "set to \(DecimalText.plain(value, scale: 6)) \(unit)"
    case .add(let value): return "\(signed(value, 6)) \(unit)"
    case .percent(let value): return "\(signed(value, 4)) %"
    }
  }
}
