import ProductivityModel
import TestSupport
import Testing
import Threads

@testable import Pipeline

/// More clinicians than a piece of a table or of a thread's work has, each with a line or a few, without a roster: many have the same
/// figure, the same case mix and the same time.
@Suite struct `A run of many clinicians` {
  private static func practice(seed: UInt64) -> Practice {
    var random = SplitMix64(seed: seed)
    var lines: [LogLine] = []
    for number in 0..<1_100 {
      for _ in 0..<(number % 50 == 0 ? 5 : 1) {
        let code = ["99213", "99214", "45380", "27447", "99203", "71046"][Int.random(in: 0..<6, using: &random)]
        lines.append(
          LogLine(
            code, Int.random(in: 0..<9, using: &random) == 0 ? "25" : "", id: "L\(lines.count)",
            clinician: "C-\(number)", date: "2025-\(10 + Int.random(in: 0...2, using: &random))-06",
            patient: "P\(number)"))
      }
    }
    var practice = Practice(lines)
    practice.roster = nil
    practice.jobKeys = "reports: [practice, specialty, clinician, monthly, data-quality]"
    return practice
  }

  @Test(arguments: [UInt64(1)])
  func `gives the same bytes on any number of threads`(seed: UInt64) throws {
    print("seed \(seed)")
    let practice = Self.practice(seed: seed)
    let one = try Workers.using(1) { try practice.run() }
    #expect(one.results.clinicians.count == 1_100 && one.results.clinicians.allSatisfy { $0.recent != nil })
    // A header and a row a month.
    #expect(one["months"].utf8.count { $0 == UInt8(ascii: "\n") } == 1 + 1_100 * 8)
    for threads in [2, 3] {
      let several = try Workers.using(threads) { try practice.run() }
      for path in one.files.keys.sorted() where path.hasPrefix("data/") {
        #expect(one.files[path] == several.files[path], "seed \(seed), \(threads) threads, \(path)")
      }
      #expect(one.files.keys.sorted() == several.files.keys.sorted())
    }
  }

  @Test func `tells of each month what the lines of all come to`() throws {
    let outcome = try Self.practice(seed: 3).run()
    let months = outcome.records("months")
    for (place, clinician) in outcome.results.clinicians.enumerated() {
      let own = months[(place * 8)..<(place * 8 + 8)]
      #expect(own.allSatisfy { $0["clinician_id"] == clinician.id })
      #expect(own.compactMap { $0["lines"].flatMap(Int.init) }.reduce(0, +) == clinician.totals.lines)
    }
  }
}
