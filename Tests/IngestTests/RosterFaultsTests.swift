import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// Rows that can be read one by one and are hardly meant together.
@Suite struct `Roster faults` {
  private static func read(_ rows: String...) throws -> Roster {
    let folder = try TemporaryFolder()
    let header = "clinician_id,npi,name,specialty,clinical_fte,start,end,leave,ramp"
    return try RosterReader.read(
      try folder.write("roster.csv", ([header] + rows).joined(separator: "\n") + "\n"), shownAs: "roster.csv")
  }

  @Test func `a row that is there twice counts once`() throws {
    let row = "C-1,,Ada,Alpha,0.8,2024-01-01,,,"
    let roster = try Self.read(row, "C-2,,Ben,Alpha,1,2024-01-01,,,", row)
    #expect(roster.intervals.map(\.clinicianID) == ["C-1", "C-2"])
    let finding = try #require(roster.findings.first { $0.problem == .overlappingIntervals })
    #expect(finding.position?.line == 4 && finding.message.contains("the row of line 2 once more"), "\(finding)")
  }

  @Test func `leave in the row of another interval is told`() throws {
    let roster = try Self.read(
      "C-1,,Ada,Alpha,1,2024-01-01,2025-03-31,2025-06-01..2025-06-30,",
      "C-1,,Ada,Alpha,1,2025-04-01,,,2024-01-01..2024-02-01",
      "C-2,,Ben,Alpha,1,2025-04-01,,2025-03-15..2025-04-10,")
    let told = roster.findings.filter { $0.problem == .daysOutsideInterval }
    #expect(told.map { $0.position?.line } == [2, 3], "\(told)")
    #expect(told.first?.message.contains("leave of clinician C-1 from 2025-06-01..2025-06-30") == true, "\(told)")
  }

  @Test func `two names of one id, and two ids of one NPI, are told once each`() throws {
    let roster = try Self.read(
      "C-1,,Ada,Alpha,1,2024-01-01,2025-03-31,,", "C-1,,Zed,Beta,1,2025-04-01,2025-06-30,,",
      "C-1,,Zed,Beta,1,2025-07-01,,,",
      "C-2,1234567893,Ben,Alpha,1,2024-01-01,,,", "C-3,1234567893,BEN,Alpha,1,2024-01-01,,,")
    let told = roster.findings.filter { $0.problem == .mixedIdentity }
    #expect(told.map { $0.position?.line } == [3, 6], "\(told)")
    #expect(!told.contains { $0.message.contains("1234567893") })
  }
}
