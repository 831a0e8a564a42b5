import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Publishing

/// Output appears whole or not at all.
@Suite struct StagedOutputTests {
  private static func manifest(of paths: [String], program: String = "rvubench") -> [UInt8] {
    let outputs = paths.map { "{\"path\":\"\($0)\",\"bytes\":1}" }.joined(separator: ",")
    return Array("{\"program\":\"\(program)\",\"version\":\"9\",\"outputs\":[\(outputs)]}\n".utf8)
  }

  /// Publishes some files with the manifest that lets a later run replace them.
  private func publish(_ files: [String: String], to folder: String) throws {
    let output = try StagedOutput(replacing: folder)
    for (path, text) in files { try output.write(path, Array(text.utf8)) }
    try output.write("manifest.json", Self.manifest(of: files.keys.sorted()))
    try output.publish()
  }

  private func failure(_ body: () throws -> Void) throws -> OutputFailure {
    try #require(#expect(throws: OutputFailure.self, performing: body))
  }

  @Test func `what is published is there, with its folders, and nothing else is`() throws {
    let scratch = try TemporaryFolder()
    try publish(
      ["index.html": "<p>", "data/clinicians.csv": "id\n", "clinician/a/b.html": "x"], to: "\(scratch.path)/reports")
    #expect(scratch.names == ["reports"])
    #expect(scratch.text("reports/index.html") == "<p>")
    #expect(scratch.text("reports/data/clinicians.csv") == "id\n")
    #expect(scratch.text("reports/clinician/a/b.html") == "x")
  }

  @Test(arguments: [-1, 0, 1, 50])
  func `an output of many small files is written out at once, and is then there as a whole`(more: Int) throws {
    let scratch = try TemporaryFolder()
    let output = try StagedOutput(replacing: "\(scratch.path)/pages")
    let count = StagedOutput.filesApart + more
    for number in 0..<count { try output.write("code/\(number).html", Array("\(number)".utf8)) }
    #expect(scratch.text("pages/code/7.html") == nil)
    try output.publish()
    #expect(scratch.names == ["pages"])
    #expect((0..<count).allSatisfy { scratch.text("pages/code/\($0).html") == "\($0)" })
  }

  @Test func `several threads may write at once, each its own files, in folders that none has made yet`() throws {
    let scratch = try TemporaryFolder()
    let output = try StagedOutput(replacing: "\(scratch.path)/pages")
    let failed = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for number in 0..<60 {
        do {
          try output.write("\(number % 7)/\(number % 3)/\(thread)-\(number).html", Array("\(thread) \(number)".utf8))
        } catch {
          failed.add(1, ordering: .sequentiallyConsistent)
        }
      }
    }
    #expect(failed.load(ordering: .sequentiallyConsistent) == 0)
    try output.publish()
    for thread in 0..<8 {
      for number in 0..<60 {
        #expect(scratch.text("pages/\(number % 7)/\(number % 3)/\(thread)-\(number).html") == "\(thread) \(number)")
      }
    }
  }

  @Test func `nothing is to be seen before it is published`() throws {
    let scratch = try TemporaryFolder()
    let output = try StagedOutput(replacing: "\(scratch.path)/reports")
    try output.write("index.html", [1])
    #expect(scratch.names.allSatisfy { $0.hasPrefix(".reports.partial-") })
    try output.publish()
    #expect(scratch.names == ["reports"])
  }

  @Test func `output that is never published leaves nothing, and the earlier one as it was`() throws {
    let scratch = try TemporaryFolder()
    try publish(["index.html": "earlier"], to: "\(scratch.path)/reports")
    do {
      let output = try StagedOutput(replacing: "\(scratch.path)/reports")
      try output.write("index.html", Array("later".utf8))
      #expect(scratch.names.count == 2)
    }
    #expect(scratch.names == ["reports"])
    #expect(scratch.text("reports/index.html") == "earlier")
  }

  @Test func `a second output replaces the first one whole`() throws {
    let scratch = try TemporaryFolder()
    try publish(["index.html": "1", "clinician/gone.html": "1"], to: "\(scratch.path)/reports")
    try publish(["index.html": "2"], to: "\(scratch.path)/reports/")
    #expect(scratch.names == ["reports"])
    #expect(scratch.text("reports/index.html") == "2")
    #expect(scratch.text("reports/clinician/gone.html") == nil)
    #expect(!FileManager.default.fileExists(atPath: "\(scratch.path)/reports/clinician"))
  }

  @Test func `after a failed write the earlier output is as it was and nothing is left beside it`() throws {
    let scratch = try TemporaryFolder()
    try publish(["index.html": "earlier"], to: "\(scratch.path)/reports")
    func run() throws {
      let output = try StagedOutput(replacing: "\(scratch.path)/reports")
      try output.write("data", [1])
      try output.write("data/clinicians.csv", [2])
    }
    let failure = try failure(run)
    #expect(failure.path == "\(scratch.path)/reports/data/clinicians.csv")
    #expect(failure.message.hasPrefix("cannot be written: "))
    #expect(scratch.names == ["reports"])
    #expect(scratch.text("reports/index.html") == "earlier")
  }

  @Test func `after a failed publication the earlier output is as it was`() throws {
    let scratch = try TemporaryFolder()
    try publish(["index.html": "earlier"], to: "\(scratch.path)/reports")
    let output = try StagedOutput(replacing: "\(scratch.path)/reports")
    try output.write("index.html", Array("later".utf8))
    try FileManager.default.removeItem(atPath: output.staging)
    #expect(throws: OutputFailure.self) { try output.publish() }
    #expect(scratch.names == ["reports"])
    #expect(scratch.text("reports/index.html") == "earlier")
  }

  @Test func `a file is not written twice`() throws {
    let scratch = try TemporaryFolder()
    let output = try StagedOutput(replacing: "\(scratch.path)/reports")
    try output.write("index.html", [1])
    #expect(throws: OutputFailure.self) { try output.write("index.html", [2]) }
  }

  @Test func `a file may be written in pieces, and may be empty`() throws {
    let scratch = try TemporaryFolder()
    let output = try StagedOutput(replacing: "\(scratch.path)/reports")
    let file = try output.open("data/credits.csv")
    for piece in ["a,b\n", "", "c,d\n"] { try file.append(Array(piece.utf8)) }
    try file.close()
    try output.write("empty.csv", [])
    try output.publish()
    #expect(scratch.text("reports/data/credits.csv") == "a,b\nc,d\n")
    #expect(scratch.text("reports/empty.csv") == "")
  }

  @Test func `folders on the way are made`() throws {
    let scratch = try TemporaryFolder()
    try publish(["index.html": "1"], to: "\(scratch.path)/2026/july/reports")
    #expect(scratch.text("2026/july/reports/index.html") == "1")
  }

  @Test func `an empty folder is replaced`() throws {
    let scratch = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: "\(scratch.path)/reports", withIntermediateDirectories: false)
    try publish(["index.html": "1"], to: "\(scratch.path)/reports")
    #expect(scratch.text("reports/index.html") == "1")
  }

  // MARK: What is never replaced

  @Test func `a folder without a manifest is never replaced`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("reports/thesis.txt", "mine")
    let failure = try failure { _ = try StagedOutput(replacing: "\(scratch.path)/reports") }
    #expect(failure.path == "\(scratch.path)/reports")
    #expect(failure.message == "holds files that no run of rvubench wrote, and is not replaced")
    #expect(failure.hint == "move what is there elsewhere, or choose another output folder")
    #expect(scratch.names == ["reports"] && scratch.text("reports/thesis.txt") == "mine")
  }

  @Test(arguments: ["{", "[]", "{\"program\":\"rvubench\"}", "{\"program\":\"other\",\"outputs\":[]}", ""])
  func `another program's manifest, or a broken one, is none`(manifest: String) throws {
    let scratch = try TemporaryFolder()
    try scratch.write("reports/manifest.json", manifest)
    let failure = try failure { _ = try StagedOutput(replacing: "\(scratch.path)/reports") }
    #expect(failure.message == "holds files that no run of rvubench wrote, and is not replaced")
    #expect(scratch.text("reports/manifest.json") == manifest)
  }

  @Test(arguments: ["notes.txt", ".hidden", "data/extra.csv", "clinician/deep/down.html"])
  func `a folder with one file more than the run wrote is never replaced`(foreign: String) throws {
    let scratch = try TemporaryFolder()
    try publish(["index.html": "1", "data/a.csv": "1"], to: "\(scratch.path)/reports")
    try scratch.write("reports/\(foreign)", "mine")
    let failure = try failure { _ = try StagedOutput(replacing: "\(scratch.path)/reports") }
    #expect(failure.message == "holds \(foreign), which the earlier run did not write, and is not replaced")
    #expect(scratch.names == ["reports"] && scratch.text("reports/\(foreign)") == "mine")
  }

  @Test func `a link that no run made is a foreign file`() throws {
    let scratch = try TemporaryFolder()
    try publish(["index.html": "1"], to: "\(scratch.path)/reports")
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.path)/reports/link", withDestinationPath: "\(scratch.path)/elsewhere")
    #expect(throws: OutputFailure.self) { _ = try StagedOutput(replacing: "\(scratch.path)/reports") }
  }

  @Test func `a file that somebody puts there during the run keeps the folder from being replaced`() throws {
    let scratch = try TemporaryFolder()
    try publish(["index.html": "earlier"], to: "\(scratch.path)/reports")
    func run() throws {
      let output = try StagedOutput(replacing: "\(scratch.path)/reports")
      try output.write("index.html", Array("later".utf8))
      try scratch.write("reports/notes.txt", "mine")
      try output.publish()
    }
    let failure = try failure(run)
    #expect(failure.message == "holds notes.txt, which the earlier run did not write, and is not replaced")
    #expect(scratch.names == ["reports"])
    #expect(scratch.text("reports/notes.txt") == "mine" && scratch.text("reports/index.html") == "earlier")
  }

  @Test(arguments: ["reports", "reports/", "reports/july", "reports/july/more"])
  func `a file where a folder is needed is told and left alone`(folder: String) throws {
    let scratch = try TemporaryFolder()
    try scratch.write("reports", "a file")
    let failure = try failure { _ = try StagedOutput(replacing: "\(scratch.path)/\(folder)") }
    #expect(failure.path.hasSuffix("/reports"))
    #expect(
      failure.description.hasSuffix(": error: is a file, where a folder is needed\nhint: choose another output folder"))
    #expect(scratch.names == ["reports"] && scratch.text("reports") == "a file")
  }

  @Test(arguments: ["/", "//", "", ".", "..", "reports/.", "reports/.."])
  func `a folder that is not one of its own is refused`(folder: String) throws {
    let failure = try failure { _ = try StagedOutput(replacing: folder) }
    #expect(failure.message == "cannot be an output folder")
  }

  @Test(.enabled(if: geteuid() != 0, "permissions do not bind the superuser"))
  func `a folder in which nothing may be written is told`() throws {
    let scratch = try TemporaryFolder()
    chmod(scratch.path, 0o500)
    defer { chmod(scratch.path, 0o700) }
    let failure = try failure { _ = try StagedOutput(replacing: "\(scratch.path)/reports") }
    #expect(failure.message.hasPrefix("nothing can be written here: "))
    #expect(failure.hint != nil)
  }

  @Test(.enabled(if: geteuid() != 0, "permissions do not bind the superuser"))
  func `a folder that cannot be looked into is never replaced`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("reports/thesis.txt", "mine")
    chmod("\(scratch.path)/reports", 0)
    defer { chmod("\(scratch.path)/reports", 0o700) }
    #expect(throws: OutputFailure.self) { _ = try StagedOutput(replacing: "\(scratch.path)/reports") }
  }

  @Test func `a place that takes no folders is told`() throws {
    let failure = try failure { _ = try StagedOutput(replacing: "/proc/rvubench-test/reports") }
    #expect(failure.path == "/proc/rvubench-test" && failure.message.hasPrefix("cannot be written: "))
  }

  // MARK: What killed runs leave

  @Test func `what a killed run left is removed, and what a living one is making is not`() throws {
    let scratch = try TemporaryFolder()
    let dead = ".reports.partial-99999999"
    let living = ".reports.partial-1"
    let others = [
      ".other.partial-99999999", ".reports.partial-", ".reports.partial-0", ".reports.partial-x", "reports.partial-7",
    ]
    for name in [dead, living] + others { try scratch.write("\(name)/data/a.csv", "half") }
    try publish(["index.html": "1"], to: "\(scratch.path)/reports")
    #expect(scratch.names == ([living, "reports"] + others).sorted())
  }

  @Test func `what an earlier process with the same number left is in nobody's way`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(".reports.partial-\(getpid())/data/a.csv", "half")
    try publish(["index.html": "1"], to: "\(scratch.path)/reports")
    #expect(scratch.names == ["reports"])
    #expect(scratch.text("reports/data/a.csv") == nil)
  }

  // MARK: Permissions

  /// Runs something on a thread whose umask is its own, since that of the process is shared by all tests.
  private static func withUmask(_ mask: mode_t, _ body: @escaping @Sendable () -> Void) throws {
    typealias Unshare = @convention(c) (CInt) -> CInt
    let symbol = try #require(dlsym(nil, "unshare"))
    let unshare = unsafeBitCast(symbol, to: Unshare.self)
    let cloneFS: CInt = 0x200
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      if unshare(cloneFS) == 0 {
        _ = umask(mask)
        body()
      }
      done.signal()
    }
    thread.start()
    done.wait()
  }

  @Test(arguments: [0, 0o022, 0o077, 0o777] as [mode_t])
  func `files and folders are their owner's only, whatever the umask`(mask: mode_t) throws {
    let scratch = try TemporaryFolder()
    let parent = scratch.path
    try Self.withUmask(mask) {
      guard let output = try? StagedOutput(replacing: "\(parent)/made/reports") else { return }
      try? output.write("index.html", [1])
      try? output.write("data/deep/a.csv", [1])
      try? output.publish()
    }
    func mode(_ path: String) throws -> Int {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(parent)/\(path)")
      return try #require(attributes[.posixPermissions] as? Int)
    }
    for folder in ["made", "made/reports", "made/reports/data", "made/reports/data/deep"] {
      #expect(try mode(folder) == 0o700, "\(folder)")
    }
    for file in ["made/reports/index.html", "made/reports/data/deep/a.csv"] {
      #expect(try mode(file) == 0o600, "\(file)")
    }
  }
}
