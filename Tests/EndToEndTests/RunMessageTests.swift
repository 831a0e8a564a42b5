import Foundation
import TestSupport
import Testing

/// What a run says at the terminal: results, then what was found by weight, then what it replaced.
@Suite struct `A run's last lines` {
  private static let remark = "note: this replaced the report of "

  @Test func `say what was replaced where it was made from other inputs, and nothing where it was made from the same`()
    throws
  {
    let practice = try SmallPractice()
    #expect(try !practice.run().messages.contains(Self.remark))
    #expect(try !practice.run().messages.contains(Self.remark), "the same inputs give the same report")
    try practice.folder.write("log.csv", SmallPractice.log + "L4,C-2,2025-10-08,MRN0000003,99213,,1,11,170.00\n")
    let other = try practice.run()
    #expect(other.code == 0)
    #expect(
      other.messages.split(separator: "\n").last
        == "note: this replaced the report of 2025-01-01 to 2025-12-31, which was made from other inputs; give each month a folder of its own, such as --output reports/2025-12, to keep it and to be able to restate it"
    )
    // Another period of the same files is another report too; one that is told to be quiet says nothing.
    #expect(try practice.run("--period", "2025-10").messages.contains(Self.remark))
    #expect(try practice.run("--quiet").messages == "")
  }

  @Test func `are not of a folder that holds no report, or of a run that writes none`() throws {
    let practice = try SmallPractice()
    #expect(try practice.run().code == 0)
    try practice.folder.write("roster.csv", SmallPractice.roster.replacing("0.5", with: "0.6"))
    #expect(try !practice.run("--dry-run").messages.contains(Self.remark))
    #expect(try !practice.run("--output", "\(practice.folder.path)/another").messages.contains(Self.remark))
  }

  @Test func `have the results first, then errors before warnings, and as many as the pages count`() throws {
    let practice = try SmallPractice()
    var log = SmallPractice.log
    // A warning that comes before by its name, and thirteen codes that nobody has.
    for number in 0..<13 { log += "W\(number),C-1,2025-10-09,MRN0000004,9\(800 + number)X,,1,11,1.00\n" }
    for number in 0..<13 { log += "X\(number),C-1,2025-10-09,MRN0000005,999\(10 + number),,1,11,1.00\n" }
    log += "E1,C-1,2025-13-09,MRN0000005,99213,,1,11,1.00\n"
    try practice.folder.write("log.csv", log)
    let both = try BuiltProgram.shell("'\(try BuiltProgram.path)' run job.yaml 2>&1", in: practice.folder.path)
    let lines = both.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "Small Practice, 2025-01-01 to 2025-12-31", "\(both.output)")
    let kinds = lines.compactMap { line in
      let line = ": \(line)"  // One of no file says at once what it is.
      return line.contains(": error: ") ? "error" : line.contains(": warning: ") ? "warning" : nil
    }
    #expect(kinds.first == "error" && kinds == kinds.sorted() && kinds.count == 8)
    let last = try #require(lines.firstIndex { $0.hasPrefix("and ") })
    let match = try #require(
      lines[last].firstMatch(of: #/and (\d+) more, of (\d+) errors? and (\d+) warnings? in all: out/exceptions.html/#),
      "\(lines[last])")
    let (rest, errors, warnings) = (Int(match.1) ?? 0, Int(match.2) ?? 0, Int(match.3) ?? 0)
    #expect(rest + kinds.count == errors + warnings)
    #expect(lines[(last + 1)...].contains { $0.hasPrefix("Reports: ") })
    let page = try #require(practice.folder.text("out/exceptions.html"))
    #expect(page.contains("\(errors) error") && page.contains("\(warnings) warning"))
    let findings = try #require(practice.folder.text("out/data/findings.csv"))
    #expect(findings.split(separator: "\n").count { $0.contains(",warning,") } == warnings)
  }
}
