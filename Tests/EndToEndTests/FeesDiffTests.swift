import Foundation
import TestSupport
import Testing

@Suite struct `The difference of two releases` {
  @Test func `as text it has a summary, bounded lists and the caution of its sources`() throws {
    let outcome = try BuiltProgram.run(["fees", "diff", "2025D", "2026A"])
    #expect(outcome.code == 0)
    let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for phrase in [
      "Fee schedule release 2025D to 2026A", "efficiency-adjustment, exactly x 0.975 half up 7,414",
      "same, too small for the adjustment to show 271", "other revaluations 62",
      "Rows carried over from another release, no evidence 7,210", "largest first (20 of 62)",
      "33880 34.58 26.33 -8.25 -23.9", "Codes added (20 of 194)", "Codes deleted (20 of 87)", "CMS-1832-F",
      "CMS's own RVU26A file should replace them", "--format csv",
    ] { #expect(words.contains(phrase), "\(phrase) is missing in:\n\(outcome.output)") }
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 96 })
  }

  @Test func `as CSV it has every row, and the caution goes to stderr`() throws {
    let outcome = try BuiltProgram.run(["fees", "diff", "2025D", "2026A", "--format", "csv"])
    let lines = outcome.output.split(separator: "\n")
    // 19,090 + 224 added and the header.
    #expect(lines.count == 19_315)
    #expect(
      lines.first?.hasPrefix("code,modifier,change,work_change,work_difference,work_percent,work_old,work_new,") == true
    )
    #expect(lines.contains { $0.hasPrefix("44310,,changed,adjustment,-0.44,-2.5,17.59,17.15,") })
    #expect(lines.contains { $0.hasPrefix("0001F,,carried-over,,,,") })
    #expect(lines.contains { $0.hasPrefix("0042T,,deleted,,,,0.00,,") })
    #expect(outcome.messages.contains("2026A: warning: "))
  }

  @Test func `as JSON its counts are those of its rows`() throws {
    let outcome = try BuiltProgram.run(["fees", "diff", "2022A", "2025D", "--format", "json"])
    let page = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let counts = try #require(page["counts"] as? [String: Int])
    let rows = try #require(page["rows"] as? [[String: Any]])
    for kind in ["added", "deleted", "changed"] {
      #expect(rows.count { $0["change"] as? String == kind } == counts["rows_\(kind)"], "\(kind)")
    }
    #expect(rows.count { $0["work_change"] as? String == "revalued" } == counts["work_revalued"])
    #expect((page["added_codes"] as? [String])?.count == 1_581)
    #expect((page["adjustments"] as? [Any])?.isEmpty == true)
    #expect(counts["work_adjustment"] == 0)
  }

  @Test(arguments: [
    (["2025X", "2026A"], "did you mean"), (["2026A", "2025D"], "fees diff 2025D 2026A"),
    (["2026A", "2026a"], "name two releases"),
  ])
  func `releases that cannot be compared are a usage error with a suggestion`(_ releases: [String], _ hint: String)
    throws
  {
    let outcome = try BuiltProgram.run(["fees", "diff"] + releases)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains(hint))
  }
}
