import Foundation
import Publishing
import TestSupport
import Testing

/// Outputs that stay beside each other, of the built program.
@Suite struct `Outputs that are kept` {
  private static func practice(runs: Int) throws -> SmallPractice {
    let practice = try SmallPractice()
    try practice.folder.write("job.yaml", SmallPractice.job + "ledger: runs.sqlite\nretention: {runs: \(runs)}\n")
    return practice
  }

  private static func names(_ practice: SmallPractice) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(practice.folder.path)/out").sorted()
  }

  private static func verify(_ practice: SmallPractice) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(["ledger", "verify", "--ledger", "\(practice.folder.path)/runs.sqlite"])
  }

  private static func sql(_ statement: String, _ practice: SmallPractice) throws {
    let outcome = try BuiltProgram.shell(
      "python3 -c 'import sqlite3, sys; c = sqlite3.connect(\"runs.sqlite\"); c.execute(sys.argv[1]); c.commit()' \"\(statement)\"",
      in: practice.folder.path)
    try #require(outcome.code == 0, "\(outcome.messages)")
  }

  @Test func `are as many as the job says, the newest, and latest leads to the last`() throws {
    let practice = try Self.practice(runs: 2)
    for run in 1...4 {
      let outcome = try practice.run("--quiet")
      #expect(outcome.code == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
      #expect(outcome.output.contains("/out/run-\(run)/index.html\nRun \(run) in runs.sqlite\n"), "\(outcome.output)")
    }
    #expect(try Self.names(practice) == ["latest", "run-3", "run-4"])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(practice.folder.path)/out/latest") == "run-4")
    #expect(try Self.verify(practice).code == 0)
    #expect(try BuiltProgram.shell("find out ! -type l -perm /077", in: practice.folder.path).output.isEmpty)
    // The same inputs give the same bytes, in whichever folder.
    #expect(try BuiltProgram.shell("diff -r out/run-3 out/run-4", in: practice.folder.path).code == 0)
    try FileManager.default.removeItem(atPath: "\(practice.folder.path)/out/run-4")
    #expect(try Self.verify(practice).output.contains("run-4 is not there any more"))
  }

  @Test func `of the ledger's own runs only are removed, and never one with another's file in it`() throws {
    let practice = try Self.practice(runs: 1)
    _ = try practice.run("--quiet")
    try practice.folder.write("out/run-1/notes.txt", "mine")
    try practice.folder.write("out/run-7/notes.txt", "not the ledger's")
    try practice.folder.write("out/notes.txt", "mine")
    let second = try practice.run("--quiet")
    // A number that a folder has already is given to no run.
    #expect(second.code == 0 && second.output.contains("Run 8 in"), "\(second.output)")
    #expect(second.messages.contains("out/run-1: warning: a run's folder that is no longer kept: it holds notes.txt"))
    #expect(try Self.names(practice) == ["latest", "notes.txt", "run-1", "run-7", "run-8"])
    try FileManager.default.removeItem(atPath: "\(practice.folder.path)/out/run-1/notes.txt")
    #expect(try practice.run("--quiet").messages.isEmpty)
    #expect(try Self.names(practice) == ["latest", "notes.txt", "run-7", "run-9"])
  }

  @Test func `are told apart where a run was killed before its link was set, and the link is put right by the next`()
    throws
  {
    let practice = try Self.practice(runs: 5)
    for _ in 0..<2 { _ = try practice.run("--quiet") }
    // As a process leaves it that dies once its folder is in its place.
    try Self.sql("UPDATE runs SET state = 'publishing', published_at = NULL WHERE run = 2", practice)
    let link = "\(practice.folder.path)/out/latest"
    try FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "run-1")
    // The next one fails, and puts it right all the same.
    try practice.folder.write("log.csv", "")
    #expect(try practice.run("--quiet").code == 3)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "run-2")
    #expect(try Self.names(practice) == ["latest", "run-1", "run-2"])
    // And as one that dies before: its folder never came to be.
    try practice.folder.write("log.csv", SmallPractice.log)
    try Self.sql("UPDATE runs SET state = 'publishing', published_at = NULL WHERE run = 2", practice)
    try FileManager.default.moveItem(
      atPath: "\(practice.folder.path)/out/run-2", toPath: "\(practice.folder.path)/out/.run.partial-99999999")
    #expect(try practice.run("--quiet").code == 0)
    #expect(try Self.names(practice) == ["latest", "run-1", "run-3"])
    let list = try BuiltProgram.run(["ledger", "runs", "--ledger", "\(practice.folder.path)/runs.sqlite"]).output
    #expect(list.contains("abandoned") && list.split(separator: "\n").count == 4)
  }

  @Test func `are locked as a whole while a run is at work`() throws {
    let practice = try Self.practice(runs: 2)
    let lock = try RunLock("\(practice.folder.path)/out", owner: "process 4711")
    #expect(try practice.run("--quiet").code == 5)
    #expect(try !FileManager.default.fileExists(atPath: "\(practice.folder.path)/out/latest"))
    withExtendedLifetime(lock) {}
  }

  @Test(arguments: ["", "retention: {runs: 2}\n"]) func `leave what lies about where another run is at work`(
    key: String
  ) throws {
    let practice = try SmallPractice()
    try practice.folder.write("job.yaml", SmallPractice.job + "ledger: runs.sqlite\n" + key)
    // It looks like a killed run's, and may be that of a run in a container.
    let path = try practice.folder.write((key.isEmpty ? ".out" : "out/.run") + ".partial-99999999/index.html", "half")
    var lock: RunLock? = try RunLock("\(practice.folder.path)/out", owner: "process 99999999")
    #expect(try practice.run("--quiet").code == 5)
    #expect(FileManager.default.fileExists(atPath: path))
    withExtendedLifetime(lock) {}
    lock = nil
    #expect(try practice.run("--quiet").code == 0)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `do not mix with an output that is replaced, and the message says what to do`() throws {
    let practice = try SmallPractice()
    _ = try practice.run("--quiet")
    let before = try practice.published()
    try practice.folder.write("job.yaml", SmallPractice.job + "ledger: runs.sqlite\nretention: {runs: 2}\n")
    let refused = try practice.run("--quiet")
    #expect(refused.code == 4 && refused.messages.contains("hint: move them once, such as: mv out out-before"))
    #expect(try practice.published() == before)
    #expect(try BuiltProgram.shell("mv out out-before", in: practice.folder.path).code == 0)
    #expect(try practice.run("--quiet").code == 0)
    try practice.folder.write("job.yaml", SmallPractice.job)
    let back = try practice.run("--quiet")
    #expect(back.code == 4 && back.messages.contains("keep retention: {runs: N} in the job"), "\(back.messages)")
    #expect(try Self.names(practice) == ["latest", "run-1"])
  }

  @Test(arguments: [
    ("retention: {runs: 2}\n", "the job has no `ledger`"), ("ledger: r\nretention: {runs: 0}\n", "0 is less than 1"),
    ("ledger: r\nretention: {runs: 10001}\n", "10001 is more than 10000"),
    ("ledger: r\nretention: {}\n", "retention needs the key \"runs\""),
    ("ledger: r\nretention: {days: 3}\n", "unknown key \"days\""),
  ])
  func `are asked for in a way that can be served`(keys: String, message: String) throws {
    let practice = try SmallPractice()
    try practice.folder.write("job.yaml", SmallPractice.job + keys)
    let outcome = try practice.run("--quiet")
    #expect(outcome.code == 2 && outcome.messages.contains(message), "\(outcome.messages)")
  }
}
