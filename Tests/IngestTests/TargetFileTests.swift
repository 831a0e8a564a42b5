import Ingest
import ProductivityModel
import TestSupport
import Testing

@Suite struct `A file of targets` {
  private let scratch: TemporaryFolder

  init() throws { scratch = try TemporaryFolder() }

  private func read(_ text: String, startMonth: Int = 1, roster: Set<String>? = ["DR-1", "DR-2"]) throws -> TargetFile {
    try TargetFile.read(
      try scratch.write("t.csv", text), shownAs: "t.csv", roster: roster, startMonth: startMonth)
  }

  private func told(_ file: TargetFile) -> [String] {
    file.findings.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.problem.rawValue)" }
  }

  @Test func `has a year in a row, or its months`() throws {
    let file = try read(
      """
      clinician_id,year,work_rvu,month,specialty
      DR-1,2026,4800.5,,
      DR-2,2026,400,1,Surgery
      DR-2,2026,380,2026-02,Surgery
      DR-2,2025,5000,,

      """)
    #expect(file.findings.isEmpty && file.targets.count == 3)
    #expect(file.targets.map(\.work.description) == ["4800.5", "5000", "780"])
    #expect(file.targets.map(\.specialty) == ["", "", "Surgery"])
    #expect(file.targets[2].months?.prefix(3).map(\.millionths) == [400_000_000, 380_000_000, 0])
    #expect(file.targets[0].months == nil && file.targets[0].position.line == 2)
  }

  @Test func `may have both a year and months that add up`() throws {
    let file = try read("clinician_id,year,month,work_rvu\nDR-1,2026,,300\nDR-1,2026,1,100\nDR-1,2026,12,200\n")
    #expect(file.findings.isEmpty && file.targets.map(\.work.description) == ["300"])
    #expect(
      try told(read("clinician_id,year,month,work_rvu\nDR-1,2026,,300\nDR-1,2026,1,100\n")) == ["2:12 mixed-targets"])
  }

  @Test func `calls a year by that in which it ends`() throws {
    let file = try read("clinician_id,year,month,work_rvu\nDR-1,2026,11,100\nDR-1,2026,2025-12,50\n", startMonth: 10)
    #expect(file.targets.first?.year.description == "2025-10-01..2026-09-30")
    #expect(file.targets.first?.months?.prefix(3).map(\.millionths) == [0, 100_000_000, 50_000_000])
  }

  @Test(arguments: [
    ("DR-1,2026,,-5", "2:12 not-a-number"), ("DR-1,2026,,many", "2:12 not-a-number"),
    ("DR-1,26,,5", "2:6 malformed-period"),
    ("DR-1,2026,13,5", "2:11 malformed-period"), ("DR-1,2026,2025-12,5", "2:11 malformed-period"),
    ("DR-1,2026,,", "2:12 missing-value"), (",2026,,5", "2:1 missing-value"), ("DR-3,2026,,5", "2:1 unknown-payee"),
    ("DR-1,2026,,5\nDR-1,2026,,6", "3:1 repeated-pay-row"), ("DR-1,2026,1", "2:0 ragged-row"),
  ])
  func `tells what is wrong with a row, and reads the others`(rows: String, problem: String) throws {
    let file = try read("clinician_id,year,month,work_rvu\n\(rows)\nDR-2,2026,,7\n")
    #expect(told(file) == [problem])
    #expect(file.targets.contains { $0.clinicianID == "DR-2" && $0.work == WorkRVU(hundredths: 700) })
    #expect(file.findings.allSatisfy { $0.severity == .error })
  }

  @Test func `suggests the id that may be meant, and shows none that is not the roster's`() throws {
    let finding = try #require(try read("clinician_id,year,work_rvu\nDR-11,2026,5\n").findings.first)
    #expect(finding.hint == "did you mean DR-1?" && !finding.message.contains("DR-11"))
  }
}
