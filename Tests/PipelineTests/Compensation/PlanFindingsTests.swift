import ProductivityModel
import TestSupport
import Testing

@testable import Pipeline

/// What a run tells of plans and of the files beside them.
@Suite struct PlanFindingsTests {
  private static func practice(
    _ plans: String, roster plan: String = "one", start: String = "2020-01-01", _ files: [String: String] = [:]
  ) -> Practice {
    var practice = Practice([LogLine("99214", id: "A1", date: "2025-03-06")])
    practice.period = "2025-01-01..2025-12-31"
    practice.roster = """
      clinician_id,name,specialty,clinical_fte,start,end,plan
      C-1,Ada,Alpha,1,\(start),,\(plan)

      """
    practice.policies = files
    practice.policies["plans.yaml"] = plans
    practice.jobKeys = "compensation: {plans: plans.yaml}"
    return practice
  }

  private func told(_ practice: Practice, _ problem: Problem) throws -> [String] {
    try practice.run().findings(problem).map(\.message)
  }

  @Test func `what lies before the job's first day is told and counts for nothing`() throws {
    let plans = """
      plans:
        - id: one
          effective: 2025
          production: {rate: 50}
          withhold: {share: 10%, release: quality.csv}
          stipends: [{name: call, per: shift, amount: 100, source: shifts.csv}]
          panel: {perMemberPerMonth: 2, source: panel.csv}

      """
    let months = (1...12).map { "C-1,2025-\($0 < 10 ? "0" : "")\($0),9\n" }.joined()
    func files(_ shift: String, _ panel: String, _ quality: String) -> [String: String] {
      [
        "shifts.csv": "clinician_id,date,units\nC-1,2025-02-01,1\n" + shift,
        "panel.csv": "clinician_id,month,members\n" + months + panel,
        "quality.csv": "clinician_id,year,earned\nC-1,2025,1\n" + quality,
      ]
    }
    let early = Self.practice(plans, files("C-1,2024-12-31,2\nC-1,2024-12-30,1.5\n", "C-1,2024-12,9\n", "C-1,2024,1\n"))
    let end = "before 2025-01-01, the first day of the job;"
    #expect(
      Set(try told(early, .outsidePlan)) == [
        "3.5 of call, counted for clinician C-1, first on 2024-12-30, are \(end) they count for nothing",
        "members of a panel, given for clinician C-1 in 2024-12, are \(end) they count for nothing",
        "a share of quality, given for clinician C-1 in 2024, is \(end) it counts for nothing",
      ])
    let inTime = Self.practice(plans, files("", "", ""))
    #expect(try told(inTime, .outsidePlan).isEmpty && told(inTime, .missingQuantity).isEmpty)
  }

  @Test func `a quality row of another year is told beside the year that is missing`() throws {
    let plans = """
      plans: [{id: one, effective: 2025, production: {rate: 50}, withhold: {share: 10%, release: quality.csv}}]

      """
    let practice = Self.practice(plans, ["quality.csv": "clinician_id,year,earned\nC-1,2026,1\n"])
    let messages = try told(practice, .missingQuantity)
    #expect(messages.count == 1 && messages[0].contains("of 2025 ") && messages[0].contains("whose rows are of 2026;"))
  }

  @Test func `an entry that is measured anew is told only where someone has both`() throws {
    let plans = """
      plans:
        - {id: one, effective: 2025-01-01..2025-04-30, production: {rate: 50, threshold: 600}}
        - {id: one, effective: 2025-05-01..2025-12-31, production: {rate: 52, threshold: 600}}

      """
    #expect(try told(Self.practice(plans), .planRestart).count == 1)
    #expect(try told(Self.practice(plans, start: "2025-05-01"), .planRestart).isEmpty)
  }

  @Test func `payments of days before the job's first are in no balance, and told once`() throws {
    let plans = "plans: [{id: one, effective: 2024-01-01..2025-12-31, base: {annual: 12000}}]\n"
    func practice(_ early: String) -> Practice {
      var practice = Self.practice(
        plans,
        [
          "opening.csv": "clinician_id,component,amount\nC-1,base,500.00\n",
          "paid.csv": "clinician_id,date,component,amount\nC-1,2025-02-01,base,1000.00\n" + early,
        ])
      practice.jobKeys = "compensation: {plans: plans.yaml, paid: paid.csv, opening: opening.csv}"
      return practice
    }
    let outcome = try practice("C-1,2024-12-31,base,25000.00\nC-1,2024-06-28,base,-100.50\n").run()
    let found = outcome.findings(.earlyPayment)
    #expect(found.map { "\($0.count) \($0.position?.line ?? 0)" } == ["2 3"])
    #expect(found.first?.message.hasPrefix("payments of 24899.50 in sum are of days before 2025-01-01") == true)
    #expect(outcome.findings(.outsidePlan).isEmpty)
    #expect(outcome["balances"] == (try practice("").run())["balances"])
  }

  @Test func `opening balances of who has no statement are told with their place`() throws {
    let plans = "plans: [{id: one, effective: 2025, production: {rate: 50}}]\n"
    let opening = "clinician_id,component,amount\nC-1,production,120.50\nC-1,base,-20\n"
    var practice = Self.practice(plans, roster: "other", ["opening.csv": opening])
    practice.jobKeys = "compensation: {plans: plans.yaml, opening: opening.csv}"
    let found = try practice.run().findings(.outsidePlan)
    #expect(
      found.map(\.message) == [
        "clinician C-1 has an opening balance of 100.50 and no statement; it is in no balance"
      ])
    #expect(found.first?.position?.line == 2)
    practice.roster = practice.roster?.replacing("other", with: "one")
    #expect(try told(practice, .outsidePlan).isEmpty)
  }
}
