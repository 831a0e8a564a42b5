import Compensation
import Ingest
import ProductivityModel
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite struct `A statement of a run` {
  private static let log = [
    LogLine("99214", id: "1", date: "2025-01-15"), LogLine("99214", id: "2", date: "2025-02-15", patient: "PAT-2"),
    LogLine("27447", id: "3", date: "2025-04-10", patient: "PAT-3", place: "21"),
  ]

  private static func practice(
    period: String = "2025", plans: String, tables: [String: String] = [:], keys: String = "", credit: String = ""
  ) -> Practice {
    var practice = Practice(log)
    practice.period = period
    practice.roster = "clinician_id,name,specialty,clinical_fte,total_fte,plan\nC-1,Ada,Alpha,1,1,one\n"
    practice.policies = tables
    practice.policies["plans.yaml"] = plans
    practice.jobKeys = "compensation: {plans: plans.yaml\(keys)}"
    practice.creditKeys = credit
    return practice
  }

  private static let plans = """
    plans:
      - id: one
        effective: 2025
        base: {annual: 12000}
        production: {rate: 50, measure: {every: quarter, how: cumulative}}
        stipends: [{name: call, per: shift, amount: 100, source: shifts.csv}]

    """

  @Test func `balances what was earned with what was paid and owed before`() throws {
    let practice = Self.practice(
      plans: Self.plans,
      tables: [
        "shifts.csv": "clinician_id,date,units\nC-1,2025-03-01,2\nC-1,2025-05-01,1\n",
        "paid.csv":
          "clinician_id,date,component,amount\nC-1,2025-03-31,base,2500.00\nC-1,2025-06-30,production,900.00\nC-1,2026-01-10,base,1.00\n",
        "opening.csv": "clinician_id,component,amount\nC-1,production,-40.00\n",
      ], keys: ", paid: paid.csv, opening: opening.csv")
    let outcome = try practice.run()
    let clinician = try #require(outcome.results.compensation?.clinicians.first)
    let statement = try #require(clinician.statements.first)
    #expect(statement.periods.map(\.isComplete) == [true, true, true, true])
    // 99214 is 1.92 in 2025, 27447 19.6: 3.84 and 19.6 at 50, no threshold.
    let production = statement.periods.map { period in period.components.first { $0.kind == .production }?.amount.cents
    }
    #expect(production == [192_00, 980_00, 0, 0])
    let call = statement.periods.map { period in period.components.first { $0.account == "call" }?.amount.cents }
    #expect(call == [200_00, 100_00, 0, 0])
    for account in statement.periods.flatMap(\.accounts) {
      #expect(account.closing == account.opening + account.earned - account.paid)
    }
    let accounts = try #require(statement.periods.last?.accounts)
    let closing = Dictionary(accounts.map { ($0.account, $0.closing.cents) }) { first, _ in first }
    #expect(closing == ["base": 12_000_00 - 2_500_00, "production": 1_172_00 - 40_00 - 900_00, "call": 300_00])
    #expect(clinician.paid == Money(cents: 3_400_00))
    #expect(outcome.findings(.latePayment).count == 1)
    let roles = outcome.results.inputs.map(\.role)
    for role in ["plans", "paid", "opening balances", "stipend"] { #expect(roles.contains(role)) }
  }

  @Test func `of a year that began before the job is not made up`() throws {
    let outcome = try Self.practice(
      period: "2025-02-01..2025-12-31", plans: Self.plans,
      tables: ["shifts.csv": "clinician_id,date\nC-1,2025-03-01\n"]
    ).run()
    let clinician = try #require(outcome.results.compensation?.clinicians.first)
    #expect(clinician.statements.isEmpty && clinician.days == 0)
    #expect(clinician.workUntold.description == "21.52" && clinician.workWithoutPlan == .zero)
    let finding = try #require(outcome.findings(.untoldYear).first)
    #expect(finding.message.contains("2025-02-01..2025-12-31") && finding.hint?.contains("2025-01-01") == true)
  }

  @Test func `of months by themselves starts with the first whole month`() throws {
    let plans =
      "plans: [{id: one, effective: 2025, production: {rate: 50, measure: {every: month, how: stand-alone}}}]\n"
    let outcome = try Self.practice(period: "2025-02-01..2025-12-31", plans: plans).run()
    let clinician = try #require(outcome.results.compensation?.clinicians.first)
    #expect(clinician.statements.first?.periods.first?.days.description == "2025-02-01..2025-02-28")
    #expect(clinician.work.description == "21.52" && outcome.findings(.untoldYear).isEmpty)
  }

  @Test func `says by whose row a clinician is credited`() throws {
    let plans = "plans: [{id: one, effective: 2025, credit: {vintage: frozen 2024A}, production: {rate: 50}}]\n"
    let assign = ["assign.csv": "clinician_id,plan,policy,start,end\nC-1,,survey-comparable,2025-04-01,\n"]
    let outcome = try Self.practice(plans: plans, tables: assign, credit: ", assign: assign.csv").run()
    let clinician = try #require(outcome.results.compensation?.clinicians.first)
    #expect(clinician.credits.map(\.policy) == ["unadjusted", "survey-comparable"])
    #expect(clinician.credits.map(\.vintage) == ["frozen 2024A", "service-date"])
    #expect(
      clinician.credits.map { $0.days.map(\.description) } == [["2025-01-01..2025-03-31"], ["2025-04-01..2025-12-31"]])
    #expect(clinician.basis.contains { $0.contains("assign.csv:2") })
  }

  @Test func `is found by the clinician's id and cut to the period asked for`() throws {
    let folder = try TemporaryFolder()
    let inputs = try Self.practice(
      plans: Self.plans, tables: ["shifts.csv": "clinician_id,date\nC-1,2025-03-01\n"]
    ).inputs(in: folder)
    let april = try StatementRun.statement(
      of: "C-1", in: inputs, showing: try days("2025-05"), version: "test"
    ).clinician
    #expect(april.statements.flatMap(\.periods).map(\.days.description) == ["2025-04-01..2025-06-30"])
    let unknown = #expect(throws: InputFailure.self) {
      try StatementRun.statement(of: "C-11", in: inputs, version: "test")
    }
    #expect(unknown?.hint == "did you mean C-1?")
    let outside = #expect(throws: InputFailure.self) {
      try StatementRun.statement(of: "C-1", in: inputs, showing: try days("2024"), version: "test")
    }
    #expect(outside?.message.contains("no measurement period") == true)
  }
}
