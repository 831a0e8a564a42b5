import Benchmarking
import Ingest
import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite struct `A bridge with policies of one's own` {
  private static let header =
    "line_id,clinician_id,service_date,post_date,patient_id,code,modifiers,units,place_of_service"

  private static func practice(_ policies: [String: String], _ lines: String...) -> Practice {
    var practice = Practice(log: ([header] + lines).joined(separator: "\n") + "\n")
    practice.period = "2025-10-01..2026-01-31"
    practice.policies = policies.mapValues { keys in
      """
      policy: own
      title: invented
      statuses: {credited: [A, R, T]}
      \(keys)

      """
    }
    return practice
  }

  /// From October 2025 to January 2026, of 31 days each.
  private func bridge(
    _ practice: Practice, policies: (from: String, to: String)? = nil, ledger: Bridge.Ledger = .pay
  ) throws -> Bridge {
    let folder = try TemporaryFolder()
    let (from, to) = (JobFile.period("2025-10-01..2025-10-31"), JobFile.period("2026-01-01..2026-01-31"))
    return try BridgeRun.bridge(
      of: practice.inputs(in: folder),
      BridgeRun.Comparison(from: #require(from), to: #require(to), policies: policies, ledger: ledger))
  }

  private func only(_ cause: BridgeStep.Cause, _ hundredths: Int64, _ bridge: Bridge) {
    for other in BridgeStep.Cause.allCases {
      let expected = other == cause ? WorkRVU(hundredths: hundredths) : .zero
      #expect(bridge.total.steps[other] == expected, "\(other)")
    }
  }

  // 44140: 22.59 in 2025D, 22.03 in 2026A.
  private static let same = [
    "1,C-1,2025-10-20,,P1,44140,,1,21", "2,C-1,2026-01-20,,P2,44140,,1,21",
  ]

  @Test func `has the release that a policy names in the step of the fee schedule`() throws {
    let practice = Self.practice(
      ["old.yaml": "vintage: frozen 2025D", "new.yaml": "vintage: frozen 2026A"], Self.same[0], Self.same[1])
    only(.vintage, -56, try bridge(practice, policies: ("old.yaml", "new.yaml")))
    let unchanged = try bridge(practice, policies: ("old.yaml", "old.yaml"))
    #expect(unchanged.total.steps == BridgeSteps())
    #expect(unchanged.total.from == WorkRVU(hundredths: 2_259))
  }

  @Test func `has dated rows of one policy in the step of the policy`() throws {
    let rows = """
      modifiers:
        - {modifiers: [62], slot: co-surgeon, factor: 0.5, from: 2020-01-01, through: 2025-12-31, citation: "invented"}
        - {modifiers: [62], slot: co-surgeon, factor: 0.6, from: 2026-01-01, citation: "invented"}
      """
    let practice = Self.practice(
      ["own.yaml": "vintage: frozen 2025D\n\(rows)"], "1,C-1,2025-10-20,,P1,44140,62,1,21",
      "2,C-1,2026-01-20,,P2,44140,62,1,21")
    let bridge = try bridge(practice, policies: ("own.yaml", "own.yaml"))
    #expect(bridge.total.from == WorkRVU(millionths: 11_295_000))
    #expect(bridge.total.steps.policy == WorkRVU(millionths: 2_259_000))
    #expect(bridge.total.steps.total == bridge.total.steps.policy)
  }

  @Test func `goes by the day of posting where the policy does`() throws {
    // Both were posted in January: the later line's release is the earlier one's, and nothing changed.
    var practice = Self.practice(
      ["own.yaml": "vintage: post-date"], "1,C-1,2025-10-20,2026-01-05,P1,44140,,1,21",
      "2,C-1,2026-01-20,2026-01-21,P2,44140,,1,21")
    let late = try bridge(practice, policies: ("own.yaml", "own.yaml"))
    #expect(late.total.from == WorkRVU(hundredths: 2_203) && late.total.change == .zero)
    practice = Self.practice(
      ["own.yaml": "vintage: post-date"], "1,C-1,2025-10-20,2025-10-21,P1,44140,,1,21",
      "2,C-1,2026-01-20,2026-01-21,P2,44140,,1,21")
    only(.vintage, -56, try bridge(practice, policies: ("own.yaml", "own.yaml")))
  }

  @Test func `has assignments that end in the step of the policy, and none of who begins within a period`() throws {
    var practice = Self.practice(
      [:], "1,C-1,2025-10-20,,P1,44140,62,1,21", "2,C-1,2026-01-20,,P2,44140,62,1,21",
      "3,C-3,2025-10-20,,P3,44140,62,1,21", "4,C-3,2026-01-06,,P4,44140,62,1,21")
    practice.fees = "fees: {vintage: frozen 2025D}"
    // C-3 begins on 15 October: the line of 6 January stands for a day before it, and has the same plan there.
    practice.roster = """
      clinician_id,specialty,clinical_fte,plan,start
      C-1,Alpha,1,,2020-01-01
      C-3,Alpha,1,surgeons,2025-10-15

      """
    practice.policies["assign.csv"] = """
      clinician_id,plan,policy,start,end
      C-1,,flat-factors,,2025-12-31
      ,surgeons,flat-factors,,

      """
    practice.creditKeys = ", assign: assign.csv"
    let bridge = try bridge(practice)
    let rows = bridge.rows
    #expect(rows.map(\.id) == ["C-1", "C-3"])
    // 62.5 percent of 22.59 before, all of it by the job's own policy since.
    #expect(rows.first?.steps.policy == WorkRVU(millionths: 22_590_000 - 14_118_750))
    #expect(rows.first?.steps.total == rows.first?.steps.policy)
    #expect(rows.last?.steps.policy == .zero)
    #expect(rows.last?.steps.days != .zero)
    #expect(bridge.from.policies == ["unadjusted", "flat-factors"])
  }
}
