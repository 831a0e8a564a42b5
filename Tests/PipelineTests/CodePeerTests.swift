import ProductivityModel
import TestSupport
import Testing

@testable import Pipeline

@Suite struct `Codes beside those of peers` {
  private static func rows(_ outcome: Practice.Outcome, _ code: String) -> [String: [String]] {
    var rows: [String: [String]] = [:]
    for row in outcome.records("top_codes") where row["code"] == code {
      rows[row["clinician_id"] ?? ""] = ["units", "units_per_fte", "peers", "peer_median_units_per_fte"].map {
        row[$0] ?? ""
      }
    }
    return rows
  }

  @Test func `are services a year per full clinical time, on days that count, and the median of the others`() throws {
    // Alpha from July to February: 243 days at 1.0; 138 at 0.8 and 105 at 0.5; 181 from September at 0.3333. One of the third's
    // visits is before employment.
    var lines = (1...3).map { LogLine("99214", clinician: "C-1", patient: "A\($0)") }
    lines += (1...2).map { LogLine("99214", clinician: "C-2", patient: "B\($0)") }
    lines += [
      LogLine("99214", clinician: "C-3", patient: "C1"),
      LogLine("99214", clinician: "C-3", date: "2025-07-10", patient: "C2"),
      LogLine("20610", clinician: "C-1", patient: "A9"), LogLine("20610", clinician: "C-2", patient: "B9"),
      LogLine("99214", clinician: "C-4", patient: "D1"),
    ]
    let outcome = try Practice(lines).run()
    let visits = Self.rows(outcome, "99214")
    #expect(visits["C-1"] == ["3", "4.5062", "2", "5.2658"])
    #expect(visits["C-2"] == ["2", "4.4813", "2", "5.2783"])
    #expect(visits["C-3"] == ["2", "6.0503", "2", "4.4938"])
    // Alone in the specialty; and a code that one other has is told of nobody.
    #expect(visits["C-4"] == ["1", "1.5021", "", ""])
    #expect(Self.rows(outcome, "20610")["C-1"] == ["1", "1.5021", "", ""])
  }

  @Test func `count those without the code as none, where enough others have it`() throws {
    var practice = Practice(
      (1...6).flatMap { number in
        (0..<(number == 6 ? 0 : number)).map { LogLine("99214", clinician: "D-\(number)", patient: "P\($0)") }
          + [LogLine("20610", clinician: "D-\(number)", patient: "Q")]
      })
    practice.roster =
      "clinician_id,name,specialty,clinical_fte,start,end\n"
      + (1...6).map { "D-\($0),Doctor \($0),Alpha,1,2020-01-01,\n" }.joined()
    practice.minimumPeers = 4
    let visits = Self.rows(try practice.run(), "99214")
    // Others of the first: 2, 3, 4, 5 visits and none; the middle is 3 of 243 days. The sixth has no such code to show.
    #expect(visits["D-1"]?.suffix(2) == ["4", "4.5062"])
    #expect(visits["D-5"]?.suffix(2) == ["4", "3.0041"])
    #expect(visits["D-6"] == nil)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `are the same in any order of the lines`(seed: UInt64) throws {
    var log = RandomLog(seed: seed)
    let lines = log.lines(600)
    let one = try Practice(lines).run()
    let other = try Practice(lines.shuffled(using: &log.random)).run()
    #expect(one["top_codes"] == other["top_codes"], "seed \(seed)")
    #expect(one.records("top_codes").contains { $0["peer_median_units_per_fte"] != "" }, "seed \(seed)")
  }
}
