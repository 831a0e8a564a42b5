import TestSupport
import Testing

@testable import Pipeline

/// Lines of which nothing is to be told are added up in fewer steps, unless every line's outcome is kept: what comes of it is the same.
@Suite struct `Lines that stand alone` {
  private static let roster = """
    clinician_id,name,specialty,clinical_fte,start,end,leave,ramp
    C-1,Ada,Alpha,1,2020-01-01,,2025-11-01..2025-11-30,
    C-2,Ben,Alpha,0.8,2020-01-01,2025-11-15,,
    C-2,Ben,Beta,0.5,2025-11-16,,,
    C-3,Cleo,Alpha,0.3333,2025-09-01,,,2025-12-31
    C-4,Dov,Beta,1,2025-10-15,,,

    """

  @Test(
    arguments: ["survey-comparable", "cms-payment", "flat-factors", "unadjusted"], [UInt64(31), 32, 33])
  func `come to the same whether or not each is kept`(policy: String, seed: UInt64) throws {
    var log = RandomLog(seed: seed)
    // Of many patients, so that most lines are the only ones of their day.
    var lines = log.lines(900, clinicians: 5, patients: seed == 31 ? 4 : 400)
    for index in lines.indices where index % 3 > 0 { lines[index].units = "1" }
    for index in lines.indices where index % 7 == 0 { lines[index].charge = 0 }
    lines += lines.prefix(30).enumerated().map { $1.reversed(id: "R\($0)") }
    var practice = Practice(files: [Array(lines[..<500]), Array(lines[500...])])
    practice.pay = policy
    // The simple way is that of ledgers that are alike.
    practice.benchmark = seed == 33 ? "survey-comparable" : policy
    if seed != 32 { practice.roster = Self.roster } else { practice.roster = nil }
    let kept = try practice.run()
    practice.writesCredits = false
    let added = try practice.run()

    let names = kept.files.keys.filter {
      $0.hasPrefix("data/") && !$0.contains("credits") && !$0.contains("adjustments")
    }
    #expect(names.count > 10)
    for name in names.sorted() {
      let isSame = kept.files[name] == added.files[name]
      #expect(isSame, "seed \(seed), \(policy): \(name)")
    }
    #expect(kept.results.controlTotals.map(\.counts) == added.results.controlTotals.map(\.counts), "seed \(seed)")
    #expect(kept.results.findings.map(\.message) == added.results.findings.map(\.message), "seed \(seed)")
    #expect(added["credits"] == "")
  }
}
