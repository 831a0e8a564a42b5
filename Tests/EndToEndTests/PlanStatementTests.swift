import Foundation
import TestSupport
import Testing

@Suite struct `The commands on pay` {
  private static let job = PackageRoot.path("docs/examples/surgeon-year/job.yaml")

  private func statement(_ arguments: [String]) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(["plan", "statement", Self.job, "--clinician", "S-1"] + arguments)
  }

  /// The numbers are those of docs/work-out-a-year.md, worked out with paper and pencil.
  @Test func `a surgeon's year answers from its text alone why the sum is what it is`() throws {
    let outcome = try statement([])
    #expect(outcome.code == 0, "\(outcome.messages)")
    for words in [
      "$368,258.90 earned", "6,000 wRVUs a year = base $300,000.00 / $50.00", "times 328.2 / 365", "5,395.068493 wRVUs",
      "899.178082 x $50.00", "217.053425 x $55.00", "$56,896.84", "80% of the $5,689.68 held back for 2026",
      "$4,551.74",
      "$109,320.58", "rvubench explain", "data/credits.csv", "policy unadjusted",
    ] {
      // Words of a step may be broken over lines.
      let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(text.contains(words) || outcome.output.contains(words), "\(words)")
    }
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 110 })
  }

  @Test func `a period asked for is worked out from the year so far`() throws {
    let outcome = try statement(["--period", "2026-08"])
    #expect(outcome.code == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("times 254.6 / 365") && outcome.output.contains("$28,906.71"))
    #expect(!outcome.output.contains("\nApril 1 to June 30, 2026\n"))
    #expect(outcome.output.contains("$78,655.16 earned"))
  }

  @Test func `a statement as JSON adds up and balances`() throws {
    let outcome = try statement(["--format", "json"])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["earned"] as? Double == 368_258.90)
    let statements = try #require(object["statements"] as? [[String: Any]])
    let periods = try #require(statements.first?["periods"] as? [[String: Any]])
    #expect(periods.count == 4)
    for period in periods {
      let components = try #require(period["components"] as? [[String: Any]])
      let sum = components.reduce(0.0) { $0 + (($1["earned"] as? Double) ?? .nan) }
      #expect(abs(sum - (period["earned"] as? Double ?? .nan)) < 0.005)
      #expect(components.allSatisfy { ($0["how"] as? String)?.isEmpty == false })
    }
  }

  @Test func `a comparison says what a raise costs and who gains, the same in each form`() throws {
    func compare(_ arguments: [String]) throws -> BuiltProgram.Outcome {
      try BuiltProgram.run(["plan", "compare", Self.job, "raise:rate=+2"] + arguments)
    }
    let text = try compare([])
    #expect(text.code == 0, "\(text.messages)")
    #expect(text.output.contains("Under raise Rowan Alderbrook (S-1) is paid") && text.output.contains("more than"))
    let rows = try compare(["--format", "csv"]).output.split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(
      rows.first?.joined(separator: ",")
        == "group,id,name,specialty,plan,scenario,clinicians,work_rvu,pay,difference,gain,lose,stay,held_by,pay_without_caps,at_cap,level_threshold_change,level_threshold_result,level_rate_change,level_rate_result"
    )
    let all = rows.filter { $0[0] == "all" }
    #expect(all.count == 2)
    #expect(all[0][8] == "368258.90" && all[0][9] == "0.00")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(try compare(["--format", "json"]).output.utf8)) as? [String: Any])
    #expect((object["rows"] as? [[String: Any]])?.count == rows.count - 1)
  }

  @Test func `a report of pay without plans is refused, and pay is made only where it is asked for`() throws {
    let refused = try BuiltProgram.run([
      "run", PackageRoot.path("docs/examples/first-job/job.yaml"), "--only", "statement", "--dry-run",
    ])
    #expect(refused.code == 2 && refused.messages.contains("has no compensation"), "\(refused.messages)")
  }
}
