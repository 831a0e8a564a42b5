import Compensation
import Ingest
import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite struct `What a job would pay otherwise` {
  private static func practice(_ seed: UInt64, keys: String = "") -> Practice {
    var log = RandomLog(seed: seed)
    var practice = Practice(log.lines(260))
    practice.period = "2025-07-01..2026-02-28"
    practice.roster = """
      clinician_id,name,specialty,clinical_fte,total_fte,start,end,plan
      C-1,Ada,Alpha,1,1,2025-07-01,,alpha
      C-2,Ben,Alpha,0.8,1,2025-07-01,2025-12-31,alpha
      C-2,Ben,Alpha,0.5,0.5,2026-01-01,,beta
      C-3,Cleo,Beta,0.3333,1,2025-09-01,,beta
      C-4,Dov,Beta,1,1,2025-07-01,,

      """
    practice.policies["plans.yaml"] = plans("")
    practice.jobKeys = "compensation: {plans: plans.yaml\(keys)}"
    return practice
  }

  private static func plans(_ credit: String, rate: Int = 50) -> String {
    """
    plans:
      - id: alpha
        effective: 2025-07-01..2026-12-31
        base: {annual: 2000}
        production: {threshold: from-base, rate: \(rate), measure: {every: quarter, how: cumulative}}
      - id: beta
        effective: 2025-07-01..2026-12-31
        credit: {policy: survey-comparable\(credit)}
        production: {rate: \(rate - 5), measure: {every: month, how: stand-alone}}

    """
  }

  private static func compare(_ practice: Practice, _ texts: String...) throws -> ScenarioComparison {
    let folder = try TemporaryFolder()
    return try CompareRun.compare(practice.inputs(in: folder), texts.map { try ScenarioText($0) }).comparison
  }

  private static func pay(_ practice: Practice) throws -> [String: PlanComparison.Outcome] {
    let results = try #require(try practice.run().results.compensation)
    let (clinicians, end) = (results.clinicians, results.period.last)
    return Dictionary(clinicians.map { ($0.id, PlanComparison.Outcome($0.statements, of: $0.member, through: end)) }) {
      first, _ in first
    }
  }

  @Test(arguments: [UInt64(21), 22])
  func `stands beside what the run pays`(seed: UInt64) throws {
    let practice = Self.practice(seed)
    let comparison = try Self.compare(practice, "rate=+2", "old:release=2024A").comparison
    let own = try Self.pay(practice)
    #expect(comparison.scenarios == ["as it stands", "rate=+2", "old"])
    #expect(comparison.members.map(\.id) == ["C-1", "C-2", "C-3"])
    for member in comparison.members { #expect(member.outcomes[0] == own[member.id], "seed \(seed), \(member.id)") }

    var dearer = practice
    dearer.policies["plans.yaml"] = Self.plans("", rate: 52)
    let other = try Self.pay(dearer)
    for member in comparison.members { #expect(member.outcomes[1] == other[member.id], "seed \(seed), \(member.id)") }

    var frozen = practice
    frozen.policies["plans.yaml"] = Self.plans(", vintage: frozen 2024A")
    frozen.fees = "fees: {vintage: frozen 2024A}"
    let old = try Self.pay(frozen)
    for member in comparison.members { #expect(member.outcomes[2] == old[member.id], "seed \(seed), \(member.id)") }
    #expect(comparison.members.contains { $0.outcomes[2].work != $0.outcomes[0].work }, "seed \(seed)")
  }

  @Test func `is the same in whichever ledger a side is credited`() throws {
    let practice = Self.practice(23)
    let texts = ["a:release=2024A", "b:policy=flat-factors", "c:policy=survey-comparable,release=2022A"]
    let one = try Self.compare(practice, texts[0], texts[1], texts[2]).comparison
    let other = try Self.compare(practice, texts[1], texts[0], texts[2]).comparison
    let third = try Self.compare(practice, texts[2]).comparison
    for (a, (b, c)) in zip(one.members, zip(other.members, third.members)) {
      #expect([a.outcomes[0], a.outcomes[2], a.outcomes[1], a.outcomes[3]] == b.outcomes)
      #expect([a.outcomes[0], a.outcomes[3]] == c.outcomes)
    }
    #expect(one.total.map(\.difference).contains { $0 != .zero })
  }

  @Test func `under other plans takes them from their file`() throws {
    var practice = Self.practice(24)
    practice.policies["new.yaml"] = Self.plans("", rate: 60)
    let comparison = try Self.compare(practice, "new:plans=new.yaml", "rate=+10").comparison
    for member in comparison.members { #expect(member.outcomes[1] == member.outcomes[2]) }
    #expect(comparison.total[1].gain + comparison.total[1].lose + comparison.total[1].stay == 3)
  }

  @Test(arguments: [
    ("plan=gamma,rate=+1", "there is no plan gamma"), ("new:plans=short.yaml", "no entry of alpha"),
    ("threshold=+5,plan=beta", "has a threshold"), ("release=2099A", "not on board"),
    ("policy=unadjustd", "no credit policy"), ("as it stands:rate=+1", "the name of another"),
  ])
  func `that cannot be is refused with a reason`(text: String, words: String) throws {
    var practice = Self.practice(25)
    practice.policies["short.yaml"] = Self.plans("").replacing("2025-07-01..2026-12-31", with: "2025-07-01..2025-12-31")
    let failure = #expect(throws: InputFailure.self) { try Self.compare(practice, text) }
    #expect(failure?.description.contains(words) == true, "\(failure?.description ?? "none")")
  }

  @Test func `after a change of the fee schedule is told in the run, which stays as it is`() throws {
    let change = ", releases: {from: 2025D, to: 2026A}"
    let plain = try #require(try Self.practice(26).run().results.compensation)
    let results = try Self.practice(26, keys: change).run().results
    let compensation = try #require(results.compensation)
    #expect(compensation.clinicians.map(\.statements) == plain.clinicians.map(\.statements))
    let fees = try #require(compensation.feeChange)
    let compared = try Self.compare(Self.practice(26), "release=2025D", "release=2026A").comparison
    #expect(fees.comparison.members.map { $0.outcomes } == compared.members.map { Array($0.outcomes[1...]) })
    #expect(
      results.inputs.contains { $0.path.contains("2025D") } && results.inputs.contains { $0.path.contains("2026A") })
    #expect(fees.levels.map(\.name) == ["alpha", "alpha + beta", "beta", "Alpha", "Beta"])
    for level in fees.levels {
      let rate = try #require(level.rate)
      #expect(rate.result == .level ? rate.pay == rate.target : true)
      let groups = level.kind == .plan ? fees.comparison.plans : fees.comparison.specialties
      let group = try #require(groups.first { $0.name == level.name })
      #expect(rate.target == group.sums[0].outcome.pay && rate.unmoved == group.sums[1].outcome.pay)
    }
  }

  @Test func `a plan that freezes a release keeps it on both sides of a change of the fee schedule`() throws {
    var practice = Self.practice(26, keys: ", releases: {from: 2025D, to: 2026A}")
    practice.policies["plans.yaml"] = Self.plans(", vintage: frozen 2024A")
    let fees = try #require(try practice.run().results.compensation?.feeChange)
    let only = try #require(fees.comparison.members.first { $0.plan == "beta" })
    #expect(only.outcomes[0] == only.outcomes[1])
    #expect(fees.comparison.members.contains { $0.outcomes[0].work != $0.outcomes[1].work })
  }

  @Test func `names only the policies and releases by which those with a plan are credited`() throws {
    var practice = Self.practice(27)
    practice.policies["plans.yaml"] = Self.plans("").replacing(
      "base: {annual: 2000}", with: "credit: {policy: survey-comparable}\n    base: {annual: 2000}")
    let comparison = try Self.compare(practice, "old:release=2024A")
    let words = comparison.basis.filter { $0.hasPrefix("as it stands:") || $0.hasPrefix("old:") }
    #expect(
      words.count == 2 && words.allSatisfy { $0.contains("survey-comparable") && !$0.contains("unadjusted") },
      "\(words)")
    #expect(words.last?.contains("2024A") == true && words.last?.contains("2026A") == false)
  }

  @Test func `finds under each scenario what puts pay back where it was`() throws {
    let folder = try TemporaryFolder()
    let outcome = try CompareRun.compare(
      Self.practice(28).inputs(in: folder), ["old:release=2024A", "rate=+3"].map { try ScenarioText($0) },
      isLevelAsked: true)
    let levels = outcome.comparison.levels
    #expect(levels.map(\.isEmpty) == [true, false, false])
    for (scenario, own) in levels.enumerated() {
      for level in own {
        let groups =
          level.kind == .plan ? outcome.comparison.comparison.plans : outcome.comparison.comparison.specialties
        let group = try #require(groups.first { $0.name == level.name })
        let rate = try #require(level.rate)
        #expect(rate.target == group.sums[0].outcome.pay && rate.unmoved == group.sums[scenario].outcome.pay)
        #expect(rate.result != .level || rate.pay == rate.target)
        #expect(rate.members == group.members)
      }
    }
    let raise = try #require(levels[2].first { $0.kind == .plan && $0.name == "beta" }?.rate)
    #expect(raise.levels.map(\.after) == [45_000_000] || raise.span?.contains(-3_000_000) == true)
  }
}
