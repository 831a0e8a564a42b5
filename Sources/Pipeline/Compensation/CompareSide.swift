import Compensation
import Ingest
import ProductivityModel
import Reporting

/// A side of a comparison: a scenario with the plans, tables and credit that it comes to.
struct CompareSide {
  /// What it is called.
  var name: String
  /// Its plans, and the tables of pay that go with them.
  var plans: CompensationInputs
  /// By what its lines are credited.
  var credit: CreditSide
  /// The same lines with the crosswalks and files that its policies need.
  var inputs: RunInputs
  /// What it changes, in sentences.
  var sentences: [String]
  /// The entries of plans that it changes.
  var changes: [PlanChange] = []

  /// The job as it stands.
  init(asItStands job: RunInputs, _ plans: CompensationInputs) {
    name = CompareRun.asItStands
    self.plans = plans
    credit = job.paySide
    inputs = job
    sentences = ["The plans of \(plans.file)."]
  }

  /// A scenario.
  ///
  /// - Throws: `InputFailure` where it asks for what is not there.
  init(_ text: ScenarioText, _ job: RunInputs, _ plans: CompensationInputs) throws(InputFailure) {
    var scenario = text.scenario
    var own = plans
    var sentences: [String] = []
    var resolve = plans.resolve
    if let file = text.plansFile {
      let read = try PlanFile.read(job.found(file), shownAs: file)
      scenario.plans = read.plans
      resolve = read.resolve
      own = try job.tables(of: read, like: plans)
      sentences.append("The plans of \(file) in place of those of \(plans.file).")
    }
    do throws(ScenarioFailure) {
      own.plans = try scenario.applied(to: plans.plans)
    } catch { throw Self.failure(error, scenario.name) }
    let which = scenario.plan.map { "the plan \($0)" } ?? "every plan"
    if let rate = scenario.rate { sentences.append("The rates of \(which) \(Self.shown(rate, "dollars")).") }
    if let threshold = scenario.threshold {
      let having = scenario.plan == nil ? " that has one" : ""
      sentences.append(
        "The threshold of \(which)\(having) \(Self.shown(threshold, "work RVUs a year at 1.0", isOne: true)).")
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
    name = scenario.name
    self.plans = own
    self.credit = credit
    self.inputs = inputs
    self.sentences = sentences
    changes = PlanChange.changes(from: plans.plans, to: own.plans, in: job.period)
  }

  /// Makes sure that it has a plan for all days on which the job has one.
  func check(_ first: PlanStatements) throws(InputFailure) {
    for paid in first.paid {
      do throws(ScenarioFailure) {
        _ = try Scenario.assignments(of: paid.member, under: plans.plans)
      } catch { throw Self.failure(error, name) }
    }
  }

  private static func failure(_ failure: ScenarioFailure, _ name: String) -> InputFailure {
    InputFailure("the scenario \(name)", failure.description, hint: failure.hint, isUsage: true)
  }

  private static func shown(_ change: Change, _ unit: String, isOne: Bool = false) -> String {
    func moved(_ value: Int64, _ scale: Int, _ unit: String) -> String {
      let verb = (value < 0 ? "fall" : "rise") + (isOne ? "s" : "")
      return "\(verb) by \(DecimalText.plain(abs(value), scale: scale))\(unit)"
    }
    switch change {
    case .set(let value): return "\(isOne ? "is" : "are") set to \(DecimalText.plain(value, scale: 6)) \(unit)"
    case .add(let value): return moved(value, 6, " \(unit)")
    case .percent(let value): return moved(value, 4, " %")
    }
  }
}
