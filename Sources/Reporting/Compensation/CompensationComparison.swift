import Compensation
import ProductivityModel

/// What several scenarios pay for the same lines, with what each stands on.
public struct CompensationComparison: Sendable {
  /// A scenario, that of the job as it stands first.
  public struct Scenario: Hashable, Sendable {
    /// Its name, as the comparison has it.
    public var name: String
    /// Plans, changes, policies and releases, in sentences.
    public var basis: [String]

    /// A scenario.
    public init(name: String, basis: [String]) {
      self.name = name
      self.basis = basis
    }
  }

  /// A clinician who is in no sum.
  public struct LeftOut: Hashable, Sendable {
    /// The clinician's id.
    public var id: String
    /// The scenario that cannot tell the clinician's pay, or tells other days than the job as it stands.
    public var scenario: String

    /// A clinician who is left out.
    public init(id: String, scenario: String) {
      self.id = id
      self.scenario = scenario
    }
  }

  /// The practice's name.
  public var practice: String
  /// The days counted.
  public var period: DayRange
  /// Pay of each clinician and in sum.
  public var result: PlanComparison
  /// The clinicians' names by id, where the roster gives them.
  public var names: [String: String]
  /// The scenarios, in the order of ``result``.
  public var scenarios: [Scenario]
  /// Clinicians who are in no sum.
  public var leftOut: [LeftOut]
  /// What is to be known of plans and tables under any of the scenarios.
  public var findings: [Finding]

  /// A comparison.
  public init(
    practice: String, period: DayRange, result: PlanComparison, names: [String: String], scenarios: [Scenario],
    leftOut: [LeftOut], findings: [Finding]
  ) {
    self.practice = practice
    self.period = period
    self.result = result
    self.names = names
    self.scenarios = scenarios
    self.leftOut = leftOut
    self.findings = findings
  }
}
