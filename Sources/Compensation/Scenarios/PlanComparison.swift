import ProductivityModel

/// What several scenarios pay the same clinicians for the same lines, beside the job as it stands.
public struct PlanComparison: Hashable, Sendable {
  /// What a scenario pays a clinician.
  public struct Outcome: Hashable, Sendable {
    /// Work in the pay ledger on the days of the statements.
    public var work: WorkRVU
    /// What the plans pay.
    public var pay: Money
    /// What they would pay if they had no cap.
    public var withoutCaps: Money
    /// What keeps pay from following work, in the order of the cases; of several clinicians what holds any of them.
    public var holds: [PayHold]

    /// An outcome; without caps the same is paid where nothing else is given.
    public init(work: WorkRVU, pay: Money, withoutCaps: Money? = nil, holds: [PayHold] = []) {
      self.work = work
      self.pay = pay
      self.withoutCaps = withoutCaps ?? pay
      self.holds = holds
    }

    /// The outcome of a clinician's statements.
    ///
    /// - Parameter through: the last day counted.
    public init(_ statements: [PlanStatement], of member: PlanMember, through: CalendarDate) {
      let holds = PayHold.holding(statements)
      self.init(
        work: statements.reduce(into: .zero) { $0 += $1.work }, pay: statements.reduce(into: .zero) { $0 += $1.earned },
        withoutCaps: holds.contains(.cap) ? PlanArithmetic.earnedWithoutCaps(of: member, through: through) : nil,
        holds: holds)
    }

    /// The sum of two.
    public static func + (a: Self, b: Self) -> Self {
      Self(
        work: a.work + b.work, pay: a.pay + b.pay, withoutCaps: a.withoutCaps + b.withoutCaps,
        holds: PayHold.allCases.filter { a.holds.contains($0) || b.holds.contains($0) })
    }
  }

  /// A clinician under every scenario.
  public struct Member: Hashable, Sendable {
    /// The clinician's id.
    public var id: String
    /// The specialty; empty for none.
    public var specialty: String
    /// The plan, or the plans in their order, joined by a plus.
    public var plan: String
    /// What each scenario pays: the job as it stands first.
    public var outcomes: [Outcome]

    /// A clinician.
    public init(id: String, specialty: String, plan: String, outcomes: [Outcome]) {
      self.id = id
      self.specialty = specialty
      self.plan = plan
      self.outcomes = outcomes
    }

    /// Pay in a scenario less that of the job as it stands.
    public func difference(in scenario: Int) -> Money { outcomes[scenario].pay - outcomes[0].pay }
  }

  /// Some clinicians together under a scenario.
  public struct Sum: Hashable, Sendable {
    /// Work and pay.
    public var outcome: Outcome
    /// Pay less that of the job as it stands.
    public var difference: Money
    /// Clinicians who are paid more than as the job stands.
    public var gain: Int
    /// Clinicians who are paid less.
    public var lose: Int
    /// Clinicians who are paid the same to the cent.
    public var stay: Int
    /// Clinicians at a cap.
    public var atCap: Int
  }

  /// Clinicians of one plan or specialty.
  public struct Group: Hashable, Sendable {
    /// The plan or specialty; empty where clinicians have no specialty.
    public var name: String
    /// How many clinicians.
    public var members: Int
    /// Each scenario's sum: the job as it stands first.
    public var sums: [Sum]
  }

  /// The scenarios' names: the job as it stands first.
  public let scenarios: [String]
  /// The clinicians by id.
  public let members: [Member]
  /// All clinicians together: the budget.
  public let total: [Sum]
  /// By plan.
  public let plans: [Group]
  /// By specialty.
  public let specialties: [Group]

  /// Adds up what scenarios pay.
  ///
  /// - Precondition: every member has an outcome for each scenario, and there is at least one scenario.
  public init(scenarios: [String], members: [Member]) {
    self.scenarios = scenarios
    self.members = members.sorted { $0.id < $1.id }
    total = Self.sums(self.members, scenarios.count)
    plans = Self.groups(self.members, scenarios.count, by: \.plan)
    specialties = Self.groups(self.members, scenarios.count, by: \.specialty)
  }

  private static func groups(_ members: [Member], _ scenarios: Int, by name: KeyPath<Member, String>) -> [Group] {
    Dictionary(grouping: members) { $0[keyPath: name] }.sorted { $0.key < $1.key }.map { name, own in
      Group(name: name, members: own.count, sums: sums(own, scenarios))
    }
  }

  private static func sums(_ members: [Member], _ scenarios: Int) -> [Sum] {
    (0..<scenarios).map { scenario in
      var sum = Sum(outcome: Outcome(work: .zero, pay: .zero), difference: .zero, gain: 0, lose: 0, stay: 0, atCap: 0)
      for member in members {
        let difference = member.difference(in: scenario)
        sum.outcome = sum.outcome + member.outcomes[scenario]
        sum.difference += difference
        if member.outcomes[scenario].holds.contains(.cap) { sum.atCap += 1 }
        if difference > .zero {
          sum.gain += 1
        } else if difference < .zero {
          sum.lose += 1
        } else {
          sum.stay += 1
        }
      }
      return sum
    }
  }
}
