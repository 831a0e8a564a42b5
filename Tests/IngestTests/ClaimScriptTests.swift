import Benchmarking
import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// Logs that `scripts/log-to-837` writes as claims give the cells that they had.
@Suite struct ClaimScriptTests {
  private static let script = PackageRoot.path("scripts/log-to-837")
  private static let roster = "clinician_id,npi,name,clinical_fte\nC-1,1000000509,A,1\nC-2,,B,1\n"

  @Test func `every column that claims have comes back as it was`() throws {
    let header = [
      "line_id", "clinician_id", "service_date", "patient_id", "code", "modifiers", "units", "minutes",
      "place_of_service",
      "charge", "billing_id", "supervising_id", "claim_id", "claim_frequency",
    ]
    let rows = [
      ["L1", "C-1", "2026-03-05", "P1", "99214", "25", "1", "", "11", "150.50", "", "", "K1", "1"],
      ["L2", "C-1", "2026-03-06", "P1", "45380", "59 XS", "2", "", "24", "900", "", "", "K1", "1"],
      ["", "C-1", "2026-03-06", "P1", "36415", "", "3", "", "", "9.5", "", "", "K1", "1"],
      ["L4", "C-2", "2026-03-07", "P2", "00840", "QK", "1", "67.5", "22", "500", "C-1", "C-1", "K2", "7"],
      ["L5", "C-2", "2026-03-07", "", "99213", "", "1", "", "11", "100", "C-2", "", "K3", "8"],
    ]
    let folder = try TemporaryFolder()
    try folder.write("log.csv", ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined())
    try folder.write("roster.csv", Self.roster)
    let outcome = try BuiltProgram.shell("'\(Self.script)' log.csv roster.csv out", in: folder.path)
    #expect(outcome.output == "4 claims, 5 lines, 0 left out\n", "\(outcome.messages)")
    let ids = try Self.identifiers(#require(folder.text("out/roster.csv")))
    #expect(ids.count == 2 && ids["1000000509"] == "C-1")
    let claims = ReadClaims(try #require(folder.text("out/claims.837")), roster: ids)
    #expect(claims.findings.isEmpty && claims.faults.isEmpty, "\(claims.told)")
    let found = claims.records.map { cells in header.map { cells[LogColumn(rawValue: $0) ?? .specialty] ?? "" } }
    #expect(found == rows)
    #expect(claims.claims == [1, 1, 2, 3, 4])
  }

  @Test func `what a claim cannot tell ends the script, or is left out where that is asked for`() throws {
    let header = "clinician_id,service_date,code,units,void_of,minutes\n"
    for row in [
      "C-1,2026-03-05,99214,-1,,", "C-1,2026-03-05,99214,1,L9,", "C-1,2026-03-05,99214,2,,30", "C-1,2026-03-05,9*,1,,",
    ] {
      let folder = try TemporaryFolder()
      try folder.write("log.csv", header + "C-1,2026-03-05,99213,1,,\n" + row + "\n")
      try folder.write("roster.csv", Self.roster)
      let refused = try BuiltProgram.shell("'\(Self.script)' log.csv roster.csv out", in: folder.path)
      #expect(refused.code == 1 && refused.messages.hasPrefix("record 2: ") && folder.text("out/claims.837") == nil)
      let left = try BuiltProgram.shell("'\(Self.script)' log.csv roster.csv out --skip", in: folder.path)
      #expect(left.output == "1 claims, 1 lines, 1 left out\n")
    }
  }

  @Test func `a month of the sample practice comes back whole`() throws {
    let folder = try TemporaryFolder()
    let practice = PackageRoot.path("benchmarks-data/sample-practice")
    let outcome = try BuiltProgram.shell(
      "'\(Self.script)' '\(practice)/logs/2025-10.csv' '\(practice)/roster.csv' out --skip", in: folder.path)
    let words = outcome.output.split(separator: " ").compactMap { Int($0) }
    #expect(words.count == 3 && words[1] > 8_000 && words[2] < 20)
    let claims = ReadClaims(
      try #require(folder.text("out/claims.837")), roster: try Self.identifiers(#require(folder.text("out/roster.csv")))
    )
    #expect(claims.records.count == words[1] && claims.claims.last == words[0])
    #expect(claims.findings.isEmpty && claims.faults.isEmpty, "\(claims.told.prefix(500))")
    #expect(claims[.clinicianID].allSatisfy { $0.hasPrefix("C-1") })
  }

  /// The ids of a roster by national provider identifier.
  private static func identifiers(_ roster: String) -> [String: String] {
    var result: [String: String] = [:]
    for row in roster.split(separator: "\n").dropFirst() {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      result[String(cells[1])] = String(cells[0])
    }
    return result
  }
}
