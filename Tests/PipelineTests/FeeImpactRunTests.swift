import ProductivityModel
import Rendering
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite struct `The fee schedules' impact in a run` {
  private static func practice(seed: UInt64, keys: String) -> Practice {
    var log = RandomLog(seed: seed)
    var practice = Practice(log.lines(300))
    practice.jobKeys = keys
    return practice
  }

  private static func impact(_ practice: Practice, _ releases: (from: String, to: String)) throws -> Impact {
    let folder = try TemporaryFolder()
    return try ImpactRun.impact(on: practice.inputs(in: folder), of: .init(releases: releases, policies: nil))
  }

  @Test(arguments: [UInt64(3), 4])
  func `is what the command impact says, to the byte`(seed: UInt64) throws {
    let practice = Self.practice(seed: seed, keys: "feeImpact: {from: 2024A, to: 2026A}")
    let outcome = try practice.run()
    let command = try Self.impact(practice, ("2024A", "2026A"))
    let own = try #require(outcome.results.feeImpact)
    #expect(outcome["fee_impact"] == String(decoding: ImpactData.csv(of: command), as: UTF8.self), "seed \(seed)")
    #expect(own.total == command.total && own.total.lines > 0 && own.cautions == command.cautions, "seed \(seed)")
    #expect(own.from == command.from && own.to == command.to && own.adjustments == command.adjustments)
    #expect(own.reason.contains("feeImpact"))
  }

  @Test func `leaves every other figure of the run as it is`() throws {
    let with = try Self.practice(seed: 7, keys: "feeImpact: {from: 2024A, to: 2026A}").run()
    let without = try Self.practice(seed: 7, keys: "").run()
    for name in ["clinicians", "months", "credits", "control_totals"] {
      #expect(with[name] == without[name] && !with[name].isEmpty, "\(name)")
    }
    #expect(without.results.feeImpact == nil && without["fee_impact"] == "")
  }

  @Test func `is between the release before the period's first year and that of the last day, and says why`() throws {
    // The period is July 2025 to February 2026: 2024C was the last before 2025, and 2026A holds at its end.
    let outcome = try Self.practice(seed: 5, keys: "reports: [fee-impact]").run()
    let impact = try #require(outcome.results.feeImpact)
    #expect(impact.from.release == "2024C" && impact.to.release == "2026A")
    #expect(impact.reason.hasPrefix("2024C is the release on board for the last day before 2025,"))
    #expect(impact.reason.contains("2026A the one for 2026-02-28, the last day counted"))
    #expect(outcome.findings(.noReleaseChange).isEmpty)
    #expect(outcome.results.inputs.contains { $0.path == "cms-pfs/2024C/rvu.csv" })
  }

  @Test func `is not made where both days have one release, and a finding says so`() throws {
    var practice = Practice([LogLine("44140", date: "2028-02-01")])
    practice.period = "2028"
    practice.jobKeys = "reports: [fee-impact]"
    let outcome = try practice.run()
    #expect(outcome.results.feeImpact == nil && outcome["fee_impact"] == "")
    let finding = try #require(outcome.findings(.noReleaseChange).first)
    #expect(finding.message.contains("both are valued by release 2026A"))
  }
}
