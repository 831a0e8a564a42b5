import TestSupport
import Testing

/// Which files are logs, and which of them are one log twice.
@Suite struct `The files of a log` {
  private static let lines = "clinician_id,service_date,code\nC-1,2025-01-06,99213\nC-1,2025-01-07,99214\n"

  private static func run(_ files: [String: String], _ pattern: String, before: String = "true") throws -> (
    String, String
  ) {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write("logs/\(name)", text) }
    try folder.write(
      "job.yaml",
      "practice: Example\nperiod: 2025-01-01..2025-01-10\nlogs: [{files: \"\(pattern)\"}]\nformats: [csv]\noutput: out\n"
    )
    let outcome = try BuiltProgram.shell(
      "\(before) && '\(try BuiltProgram.path)' run job.yaml --quiet", in: folder.path)
    #expect(outcome.code == 0, "\(outcome.messages)")
    return (try #require(folder.text("out/data/clinicians.csv")), try #require(folder.text("out/data/findings.csv")))
  }

  @Test func `count once where one is there packed and unpacked`() throws {
    let (once, _) = try Self.run(["jan.csv": Self.lines], "logs")
    let (twice, findings) = try Self.run(["jan.csv": Self.lines], "logs", before: "gzip -k logs/jan.csv")
    #expect(once == twice)
    #expect(findings.contains("repeated-file"), "\(findings)")
  }

  @Test func `are read whatever the capitals of their names`() throws {
    let more = Self.lines.replacing("2025-01-0", with: "2025-01-1")
    let (folder, _) = try Self.run(
      ["jan.csv": Self.lines, "FEB.CSV": more.replacing("-16", with: "-08").replacing("-17", with: "-09")], "logs")
    let (pattern, _) = try Self.run(
      ["jan.csv": Self.lines, "FEB.CSV": more.replacing("-16", with: "-08").replacing("-17", with: "-09")], "logs/*.csv"
    )
    #expect(folder == pattern)
  }
}
