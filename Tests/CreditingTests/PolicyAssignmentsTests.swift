import ProductivityModel
import Testing

@testable import Crediting

@Suite struct `Policy assignments` {
  /// The second half of 2026 is C1's own, the year of 2026 the plan's, and all of time everyone's.
  private static let assignments = PolicyAssignments([
    row(.everyone, "unadjusted", "..", line: 2),
    row(.plan("Bonus"), "flat-factors", "2026-01-01..2026-12-31", line: 3),
    row(.clinician("C1"), "own.yaml", "2026-07-01..2026-09-30", line: 4),
    row(.clinician("C1"), "unadjusted", "2026-10-01..", line: 5),
  ])

  private static func row(
    _ subject: PolicyAssignments.Subject, _ policy: String, _ days: String, line: Int
  ) -> PolicyAssignments.Row {
    PolicyAssignments.Row(
      subject: subject, policy: policy, days: ServiceDays(text: days),
      position: SourcePosition(file: "policies.csv", line: line))
  }

  @Test(
    arguments: [
      ("C1", "Bonus", "2026-07-01", "own.yaml"), ("C1", "Bonus", "2026-09-30", "own.yaml"),
      ("C1", "Bonus", "2026-06-30", "flat-factors"), ("C1", "Bonus", "2026-10-01", "unadjusted"),
      ("C1", nil, "2026-06-30", "unadjusted"), ("C1", nil, "2026-08-01", "own.yaml"),
      ("C2", "Bonus", "2026-08-01", "flat-factors"), ("C2", "Bonus", "2025-12-31", "unadjusted"),
      ("C2", "Bonus", "2027-01-01", "unadjusted"), ("C2", "bonus", "2026-08-01", "unadjusted"),
      ("Bonus", nil, "2026-08-01", "unadjusted"), ("C2", "C1", "2026-08-01", "unadjusted"),
    ] as [(String, String?, String, String)])
  func `a clinician's row goes before a plan's, and that before one for everyone`(
    clinician: String, plan: String?, day: String, policy: String
  ) throws {
    let day = try #require(CalendarDate(iso: day))
    #expect(Self.assignments.policy(clinician: clinician, plan: plan, on: day) == policy)
  }

  @Test func `nobody has a policy on a day of which no row says anything`() throws {
    let assignments = PolicyAssignments([Self.row(.clinician("C1"), "own.yaml", "2026-07-01..", line: 2)])
    let (before, first) = (try #require(CalendarDate(iso: "2026-06-30")), try #require(CalendarDate(iso: "2026-07-01")))
    #expect(assignments.policy(clinician: "C1", plan: nil, on: before) == nil)
    #expect(assignments.policy(clinician: "C1", plan: nil, on: first) == "own.yaml")
    #expect(assignments.policy(clinician: "C2", plan: "C1", on: first) == nil)
    #expect(PolicyAssignments([]).policy(clinician: "C1", plan: nil, on: first) == nil)
  }

  @Test(
    arguments: [
      ("C1", "Bonus", ["2026-01-01", "2026-07-01", "2026-10-01", "2027-01-01"]),
      ("C1", nil, ["2026-07-01", "2026-10-01"]), ("C2", "Bonus", ["2026-01-01", "2027-01-01"]), ("C2", nil, []),
    ] as [(String, String?, [String])])
  func `the changes are the days on which a row of theirs begins or has ended, each once`(
    clinician: String, plan: String?, changes: [String]
  ) {
    #expect(Self.assignments.changes(clinician: clinician, plan: plan).map(\.description) == changes)
  }

  @Test(arguments: ["C1", "C2"], ["Bonus", nil])
  func `the policy is the same from one change to the next`(clinician: String, plan: String?) throws {
    let changes = Set(Self.assignments.changes(clinician: clinician, plan: plan))
    var day = try #require(CalendarDate(iso: "2025-06-01"))
    let last = day.advanced(by: 1_000)
    while day < last {
      let next = day.advanced(by: 1)
      let isSame =
        Self.assignments.policy(clinician: clinician, plan: plan, on: day)
        == Self.assignments.policy(clinician: clinician, plan: plan, on: next)
      #expect(isSame || changes.contains(next), "\(next)")
      day = next
    }
  }

  @Test func `the policies are named once each, in the order of the file`() {
    #expect(Self.assignments.policies == ["unadjusted", "flat-factors", "own.yaml"])
    #expect(PolicyAssignments([]).policies == [])
  }
}
