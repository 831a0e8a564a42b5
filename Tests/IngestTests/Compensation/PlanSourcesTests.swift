import Compensation
import Ingest
import ProductivityModel
import TestSupport
import Testing

/// The files that plans name, read together.
@Suite struct PlanSourcesTests {
  private static let plans = """
    plans:
      - id: a
        effective: 2026
        production: {rate: 50}
        withhold: {share: 10%, release: q.csv}
        stipends:
          - {name: call, per: shift, amount: 1000, source: duties.csv}
          - {name: teaching, per: hour, amount: 150, source: duties.csv}
        panel: {perMemberPerMonth: 3.50, source: one.csv}
      - id: b
        effective: 2026
        panel: {perMemberPerMonth: 3, source: two.csv}

    """

  @Test func `what plans pay for is gathered by clinician, and each file accounts for its rows`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(
      "pay/duties.csv", "clinician_id,date,stipend,units\nX,2026-01-02,call,2\nX,2026-01-03,teaching,4\n")
    try scratch.write("pay/one.csv", "clinician_id,month,members\nX,2026-01,900\nY,2026-01,800\n")
    try scratch.write("pay/two.csv", "clinician_id,month,members\nX,2026-01,5\nX,2026-02,950\n")
    try scratch.write("pay/q.csv", "clinician_id,year,earned\nY,2026,0.75\nZ,2026,1\n")
    let plans = try PlanFile.read(scratch.write("pay/plans.yaml", Self.plans), shownAs: "pay/plans.yaml")
    let sources = try PlanSources(plans, roster: ["X", "Y"])
    let x = try #require(sources.quantities["X"])
    #expect(
      x.duties.map(\.stipend) == ["call", "teaching"] && x.duties.map(\.unitsMillionths) == [2_000_000, 4_000_000])
    #expect(Set(x.panel.values) == [900_000_000, 950_000_000])
    #expect(sources.quantities["Y"]?.quality == [2026: 750_000])
    #expect(sources.files.map(\.role) == ["stipend", "panel", "panel", "quality"])
    #expect(
      sources.files.map(\.input.path) == ["pay/duties.csv", "pay/one.csv", "pay/two.csv", "pay/q.csv"])
    #expect(sources.files.map(\.records) == [2, 2, 2, 2] && sources.files.map(\.rejected) == [0, 0, 1, 1])
    #expect(sources.findings.map(\.problem) == [.repeatedPayRow, .unknownPayee])
    #expect(sources.findings[0].position?.description == "pay/two.csv:2:3")
  }

  @Test func `a file that is not there is told at the plan that names it`() throws {
    let scratch = try TemporaryFolder()
    let plans = try PlanFile.read(scratch.write("plans.yaml", Self.plans), shownAs: "plans.yaml")
    let failure = try #require(
      #expect(throws: InputFailure.self) { _ = try PlanSources(plans, roster: []) })
    #expect(failure.position.description == "plans.yaml:2:5" && failure.isUsage)
    #expect(failure.message == "the file \"duties.csv\" of the stipend call of the plan a is not there")
  }
}
