import Foundation
import Publishing
import TestSupport
import Testing

/// The record of runs, and two runs at once, of the built program.
@Suite struct `The record of runs` {
  private static func practice() throws -> SmallPractice {
    let practice = try SmallPractice()
    try practice.folder.write("job.yaml", SmallPractice.job + "ledger: runs.sqlite\n")
    return practice
  }

  private static func ledger(_ practice: SmallPractice, _ words: String...) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(["ledger"] + words + ["--ledger", "\(practice.folder.path)/runs.sqlite"])
  }

  @Test func `has each run, shows it, and finds nothing wrong`() throws {
    let practice = try Self.practice()
    for _ in 0..<2 {
      let outcome = try practice.run("--quiet")
      #expect(outcome.code == 0, "\(outcome.messages)")
    }
    let list = try Self.ledger(practice, "runs")
    #expect(list.code == 0 && list.output.split(separator: "\n").count == 3 && list.output.contains("published"))
    let page = try Self.ledger(practice, "show", "2")
    for words in [
      "Run 2: Small Practice, 2025-01-01 to 2025-12-31", "Ada Example, Family Medicine", "Records: 3", "log log.csv",
    ] {
      #expect(page.output.contains(words), "\(words) is missing in:\n\(page.output)")
    }
    #expect(try Self.ledger(practice, "show", "3").code == 3)
    #expect(try Self.ledger(practice, "verify").output.hasSuffix("nothing is wrong\n"))
    let export = "\(practice.folder.path)/export"
    #expect(try Self.ledger(practice, "export", "--output", export).code == 0)
    let standings = try #require(practice.folder.text("export/clinician_standings.csv"))
    #expect(standings.hasPrefix("run,practice,") && standings.contains("\n2,Small Practice,"))
    #expect(try Self.ledger(practice, "export", "--output", export).code == 0, "an export replaces its own")
  }

  @Test func `finds an output that is not what its last run wrote`() throws {
    let practice = try Self.practice()
    _ = try practice.run("--quiet")
    try practice.folder.write("out/manifest.json", "{}")
    let verified = try Self.ledger(practice, "verify")
    #expect(verified.code == 1 && verified.output.contains("is not what run 1 wrote"))
  }

  @Test func `has no patient in any byte, and can be read by its owner only`() throws {
    let practice = try Self.practice()
    _ = try practice.run("--quiet")
    let found = try BuiltProgram.shell(
      "grep -al MRN000000 runs.sqlite* .*.lock; find . -type f -name 'runs.sqlite*' ! -perm 600; true",
      in: practice.folder.path
    )
    #expect(found.output.isEmpty, "\(found.output)")
  }

  @Test func `is not written by a dry run or a run that fails`() throws {
    let practice = try Self.practice()
    #expect(try practice.run("--quiet", "--dry-run").code == 0)
    #expect(try Self.ledger(practice, "runs").code == 3)
    try practice.folder.write("log.csv", "")
    #expect(try practice.run("--quiet").code == 3)
    #expect(try Self.ledger(practice, "runs").output == "The ledger has no runs yet.\n")
  }

  @Test(arguments: ["out", "runs.sqlite"]) func `ends with code 5 while another run is at work, and changes nothing`(
    what: String
  ) throws {
    let practice = try Self.practice()
    _ = try practice.run("--quiet")
    let before = try practice.published()
    let lock = try RunLock("\(practice.folder.path)/\(what)", owner: "process 4711, since yesterday")
    let outcome = try practice.run("--quiet")
    #expect(outcome.code == 5)
    #expect(outcome.messages.contains("another run is at work here (process 4711, since yesterday)"))
    #expect(try practice.published() == before)
    withExtendedLifetime(lock) {}
    #expect(try Self.ledger(practice, "runs").output.split(separator: "\n").count == 2)
  }
}
