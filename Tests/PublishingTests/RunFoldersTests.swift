import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Output folders in which each run has one of its own.
@Suite struct `Folders of runs` {
  private static func publish(_ text: String, as name: String, in folder: String) throws {
    let output = try StagedOutput(within: folder)
    try output.write("data/a.csv", Array(text.utf8))
    try output.write(
      "manifest.json", Array("{\"program\":\"rvubench\",\"outputs\":[{\"path\":\"data/a.csv\"}]}".utf8))
    try output.publish(as: name)
  }

  private static func failure(_ body: () throws -> Void) throws -> OutputFailure {
    try #require(#expect(throws: OutputFailure.self, performing: body))
  }

  @Test(
    arguments: [
      ("run-1", 1), ("run-31", 31), ("run-0", nil), ("run-01", nil), ("run-", nil), ("run-+1", nil), ("run--1", nil),
      ("latest", nil), ("run-99999999999999999999", nil), ("Run-1", nil), ("run-1 ", nil),
    ] as [(String, Int64?)])
  func `have one name a run`(name: String, run: Int64?) { #expect(RunFolders.run(named: name) == run) }

  @Test func `stand beside each other, and latest leads to the one that was set, wherever the whole is moved`() throws {
    let scratch = try TemporaryFolder()
    let folders = RunFolders("\(scratch.path)/out")
    #expect(folders.runs.isEmpty && folders.latestRun == nil)
    for run in [9, 10] as [Int64] {
      try Self.publish("\(run)", as: RunFolders.name(of: run), in: folders.folder)
      try folders.setLatest(run)
      #expect(scratch.text("out/latest/data/a.csv") == "\(run)")
    }
    #expect(folders.runs == [9, 10] && folders.latestRun == 10)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folders.folder).sorted() == ["latest", "run-10", "run-9"])
    try FileManager.default.moveItem(atPath: folders.folder, toPath: "\(scratch.path)/moved")
    #expect(scratch.text("moved/latest/data/a.csv") == "10")
  }

  @Test func `are never replaced by one of the same name`() throws {
    let scratch = try TemporaryFolder()
    try Self.publish("first", as: "run-1", in: "\(scratch.path)/out")
    let failure = try Self.failure { try Self.publish("second", as: "run-1", in: "\(scratch.path)/out") }
    #expect(failure.message == "is there already, and is not replaced")
    #expect(scratch.text("out/run-1/data/a.csv") == "first" && scratch.names == ["out"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/out") == ["run-1"])
  }

  @Test func `leave nothing where nothing is published, but what was there`() throws {
    let scratch = try TemporaryFolder()
    do {
      let output = try StagedOutput(within: "\(scratch.path)/out")
      try output.write("index.html", [1])
    }
    #expect(scratch.names.isEmpty)
    try scratch.write("out/notes.txt", "mine")
    do { _ = try StagedOutput(within: "\(scratch.path)/out") }
    #expect(scratch.text("out/notes.txt") == "mine")
  }

  @Test func `are removed one at a time, and never the latest, one with another's file, or what is no folder`() throws {
    let scratch = try TemporaryFolder()
    let folders = RunFolders("\(scratch.path)/out")
    for run in 1...4 as ClosedRange<Int64> { try Self.publish("", as: RunFolders.name(of: run), in: folders.folder) }
    try folders.setLatest(4)
    try scratch.write("out/run-2/notes.txt", "mine")
    try scratch.write("out/run-7", "a file")
    try folders.remove(1)
    #expect(try Self.failure { try folders.remove(2) }.message.hasPrefix("holds notes.txt"))
    #expect(try Self.failure { try folders.remove(4) }.message == "is the latest, and is not removed")
    #expect(try Self.failure { try folders.remove(7) }.message == "is no folder, and is not removed")
    #expect(folders.runs == [2, 3, 4] && scratch.text("out/run-2/notes.txt") == "mine")
  }

  @Test func `that a killed run was taking away or making are gone after the next, and others' hidden files are not`()
    throws
  {
    let scratch = try TemporaryFolder()
    for name in [".run-3.removed", ".run.partial-99999999", ".run-x.removed", ".mine"] {
      try scratch.write("out/\(name)/a", "")
    }
    symlink("run-9", "\(scratch.path)/out/.latest.partial")
    let folders = RunFolders("\(scratch.path)/out")
    folders.removeLeftovers()
    try Self.publish("", as: "run-4", in: folders.folder)
    try folders.setLatest(4)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folders.folder).sorted() == [
        ".mine", ".run-x.removed", "latest", "run-4",
      ])
  }

  @Test func `have no place in an earlier run's output, nor it in theirs`() throws {
    let scratch = try TemporaryFolder()
    let flat = try StagedOutput(replacing: "\(scratch.path)/reports")
    try flat.write("manifest.json", Array("{\"program\":\"rvubench\",\"outputs\":[]}".utf8))
    try flat.publish()
    let failure = try Self.failure { _ = try StagedOutput(within: "\(scratch.path)/reports/") }
    #expect(failure.message.hasPrefix("holds the reports of an earlier run itself"))
    #expect(failure.hint == "move them once, such as: mv reports reports-before; then run again")
    try Self.publish("", as: "run-1", in: "\(scratch.path)/out")
    let other = try Self.failure { _ = try StagedOutput(replacing: "\(scratch.path)/out") }
    #expect(other.message.hasPrefix("holds a folder for each run"))
    #expect(scratch.names == ["out", "reports"])
  }

  @Test(arguments: ["latest", "latest/a.txt"]) func `take no place for latest where something else has the name`(
    path: String
  ) throws {
    let scratch = try TemporaryFolder()
    try scratch.write("out/\(path)", "mine")
    #expect(try Self.failure { _ = try StagedOutput(within: "\(scratch.path)/out") }.message.hasPrefix("is no link"))
    #expect(scratch.text("out/\(path)") == "mine")
  }
}
