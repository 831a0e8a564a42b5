import Foundation
import Ingest
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

/// Which files of a folder that fills are read, and where they go.
@Suite struct `An inbox` {
  private static let now = 1_700_000_000

  /// A job over some entries of logs, in a folder with an inbox.
  private static func practice(_ entries: [String], folders: [String] = ["logs"]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in folders { try folder.write("\(name)/.keep", "") }
    try folder.write("inbox/.keep", "")
    let logs = entries.map { "{files: \"\($0)\"}" }.joined(separator: ", ")
    try folder.write("job.yaml", "practice: P\nyear: 2025\nlogs: [\(logs)]\n")
    return folder
  }

  /// Puts a file in the inbox that was last written to so many seconds ago.
  private static func put(_ name: String, _ text: String = "x", ago seconds: Int = 60, in folder: TemporaryFolder)
    throws
  {
    let path = try folder.write("inbox/\(name)", text)
    age(path, seconds)
  }

  private static func age(_ path: String, _ seconds: Int) {
    var times = [timeval(tv_sec: now - seconds, tv_usec: 0), timeval(tv_sec: now - seconds, tv_usec: 0)]
    utimes(path, &times)
  }

  private static func inbox(
    _ folder: TemporaryFolder, pause: @escaping @Sendable () -> Void = {}
  ) throws -> Inbox {
    let job = try JobFile.read("\(folder.path)/job.yaml", reportKinds: [], formats: [])
    return try Inbox(Inbox.Source("\(folder.path)/inbox", now: { now }, pause: pause), of: job)
  }

  private static func failure(_ folder: TemporaryFolder) throws -> InputFailure {
    try #require(#expect(throws: InputFailure.self) { _ = try inbox(folder) })
  }

  private static func names(_ files: [Inbox.File], _ folder: TemporaryFolder) -> [String] {
    files.map { String($0.place.dropFirst(folder.path.count + 1)) }
  }

  @Test func `gives each file to the one entry whose names are like its own`() throws {
    let folder = try Self.practice(
      ["logs/*.csv", "clinic/visit-?.txt", "all", "one/exact.tsv", "-"], folders: ["logs", "clinic", "all", "one"])
    // The folder takes any name, so there must be no other for those below.
    try folder.write(
      "job.yaml",
      "practice: P\nyear: 2025\nlogs: [{files: logs/*.csv}, {files: \"clinic/visit-?.txt\"}, {files: one/exact.tsv}]\n")
    for name in ["b.csv", "a.csv", "visit-1.txt", "exact.tsv"] { try Self.put(name, in: folder) }
    let inbox = try Self.inbox(folder)
    #expect(Self.names(inbox.files, folder) == ["logs/a.csv", "logs/b.csv", "one/exact.tsv", "clinic/visit-1.txt"])
    #expect(inbox.files(ofEntry: 0).count == 2 && inbox.files(ofEntry: 2).count == 1)
    #expect(inbox.copies.isEmpty && inbox.remarks.isEmpty)
  }

  @Test func `gives any file to a folder`() throws {
    let folder = try Self.practice(["logs"])
    try Self.put("odd name [1].xlsx", in: folder)
    #expect(Self.names(try Self.inbox(folder).files, folder) == ["logs/odd name [1].xlsx"])
  }

  @Test(
    arguments: [
      (["logs/*.csv"], "a.txt", "fits no entry under `logs` in the job: \"logs/*.csv\""),
      (
        ["logs/*.csv", "logs/a*"], "a.csv",
        "fits more than one entry under `logs` in the job: \"logs/*.csv\", \"logs/a*\""
      ),
      (["logs", "logs/*.csv"], "a.csv", "fits more than one entry"),
      (["logs/*/a.csv"], "a.csv", "fits no entry"), (["-"], "a.csv", "fits no entry"),
      (["none/*.csv"], "a.csv", "belongs to \"none/*.csv\", whose folder is not there"),
      (["logs/[.]*"], ".csv.csv", nil),
    ] as [([String], String, String?)])
  func `stops at a file that has no place, or two`(entries: [String], name: String, message: String?) throws {
    let folder = try Self.practice(entries)
    try Self.put(name, in: folder)
    guard let message else {
      // One whose name begins with a dot is none.
      #expect(try Self.inbox(folder).files.isEmpty)
      return
    }
    let failure = try Self.failure(folder)
    #expect(failure.message.hasPrefix(message), "\(failure.message)")
    #expect(failure.position.file == "\(folder.path)/inbox/\(name)" && failure.hint != nil && !failure.isUsage)
  }

  @Test func `stops at a name that the logs have with other content, and passes over the same`() throws {
    let folder = try Self.practice(["logs/*.csv"])
    try folder.write("logs/a.csv", "earlier")
    try Self.put("a.csv", "earlier", in: folder)
    let inbox = try Self.inbox(folder)
    #expect(inbox.files.isEmpty && Self.names(inbox.copies, folder) == ["logs/a.csv"])
    try Self.put("a.csv", "later!!", in: folder)
    #expect(try Self.failure(folder).message.hasPrefix("the logs have a file of that name with other content"))
    try FileManager.default.removeItem(atPath: "\(folder.path)/logs/a.csv")
    // A link to it is not the same file again: it would lead nowhere once the file is gone.
    symlink("../inbox/a.csv", "\(folder.path)/logs/a.csv")
    _ = try Self.failure(folder)
  }

  @Test(arguments: ["logs", "logs/", "logs/../logs", "link"]) func `is no folder of the logs`(name: String) throws {
    let folder = try Self.practice(["logs/*.csv"])
    symlink("logs", "\(folder.path)/link")
    let path = try folder.write("logs/a.csv", "x")
    Self.age(path, 60)
    let job = try JobFile.read("\(folder.path)/job.yaml", reportKinds: [], formats: [])
    let failure = try #require(
      #expect(throws: InputFailure.self) {
        _ = try Inbox(Inbox.Source("\(folder.path)/\(name)", now: { Self.now }, pause: {}), of: job)
      })
    #expect(failure.isUsage && failure.message.contains("cannot be the inbox"))
    #expect(folder.text("logs/a.csv") == "x")
  }

  // MARK: What is still being written

  @Test(arguments: [
    (0, false), (9, false), (10, true), (60, true), (100_000_000, true),
    // A clock that was ahead when the file was written, or has been put back since.
    (-1, true), (-100_000_000, true),
  ]) func `leaves what was written to a moment ago, and nothing for good`(seconds: Int, isTaken: Bool) throws {
    let folder = try Self.practice(["logs/*.csv"])
    try Self.put("a.csv", ago: seconds, in: folder)
    let inbox = try Self.inbox(folder)
    #expect(inbox.files.isEmpty != isTaken && inbox.remarks.isEmpty == isTaken)
  }

  @Test(arguments: ["a.csv.part", "a.tmp", "a.csv.PARTIAL", "a.csv.filepart", "a.csv.crdownload", ".a.csv", "~$a.xlsx"])
  func `leaves what has the name of a file that is not whole`(name: String) throws {
    let folder = try Self.practice(["logs"])
    try Self.put(name, in: folder)
    let inbox = try Self.inbox(folder)
    #expect(inbox.files.isEmpty)
    #expect(inbox.remarks.count == (name.hasPrefix(".") || name.hasPrefix("~") ? 0 : 1))
  }

  @Test(arguments: ["longer", "same size", "replaced", "new", "gone"]) func `leaves what changes between two looks`(
    change: String
  ) throws {
    let folder = try Self.practice(["logs/*.csv"])
    try Self.put("a.csv", "1234", in: folder)
    try Self.put("b.csv", "1234", in: folder)
    let path = "\(folder.path)/inbox/b.csv"
    let third = "\(folder.path)/inbox/c.csv"
    let looks = Mutex(0)
    let inbox = try Self.inbox(folder) {
      looks.withLock { $0 += 1 }
      switch change {
      case "longer":
        try? "12345".write(toFile: path, atomically: false, encoding: .utf8)
        Self.age(path, 60)
      case "same size":
        try? "4321".write(toFile: path, atomically: false, encoding: .utf8)
        Self.age(path, 59)
      case "replaced":
        try? "1234".write(toFile: path + "x", atomically: false, encoding: .utf8)
        Self.age(path + "x", 60)
        rename(path + "x", path)
      case "new":
        try? "1234".write(toFile: third, atomically: false, encoding: .utf8)
        Self.age(third, 60)
      default: unlink(path)
      }
    }
    #expect(looks.withLock { $0 } == 1)
    #expect(Self.names(inbox.files, folder) == (change == "new" ? ["logs/a.csv", "logs/b.csv"] : ["logs/a.csv"]))
    #expect(inbox.remarks.map(\.message) == ["is still being written, and is left for the next run"])
  }

  @Test func `tells folders and links, and reads neither`() throws {
    let folder = try Self.practice(["logs"])
    try folder.write("inbox/sub/a.csv", "x")
    symlink("/etc/passwd", "\(folder.path)/inbox/link.csv")
    let inbox = try Self.inbox(folder)
    #expect(inbox.files.isEmpty)
    #expect(
      inbox.remarks.map(\.message) == [
        "is no file but a link or a device, and is not read", "is a folder, and is not read",
      ]
    )
  }

  @Test func `tells a name that is no text, and lets none write a line of its own`() throws {
    let folder = try Self.practice(["logs/*.csv"])
    let name = (Array("\(folder.path)/inbox/".utf8) + [0xE9, 0x74, 0]).map { CChar(bitPattern: $0) }
    close(open(name, O_WRONLY | O_CREAT, 0o600))
    let remarks = try Self.inbox(folder).remarks
    #expect(remarks.map(\.message) == ["has a name that is not UTF-8, and is not read"] && remarks[0].isWarning)
    try Self.put("a\nrvubench run: done\u{1B}[2J", in: folder)
    let failure = try Self.failure(folder)
    #expect(failure.position.file.hasSuffix("/inbox/a\u{FFFD}rvubench run: done\u{FFFD}[2J"))
  }

  // MARK: After the run

  @Test func `moves what was read, removes what is there already, and leaves what changed since`() throws {
    let folder = try Self.practice(["logs/*.csv"])
    try folder.write("logs/c.csv", "c")
    for name in ["a", "b", "c"] { try Self.put("\(name).csv", name, in: folder) }
    let inbox = try Self.inbox(folder)
    try inbox.checkUnchanged()
    try folder.write("inbox/b.csv", "b, and more")
    #expect(throws: InputFailure.self) { try inbox.checkUnchanged() }
    let remarks = inbox.moveFiles()
    #expect(folder.text("logs/a.csv") == "a" && folder.text("logs/b.csv") == nil && folder.text("logs/c.csv") == "c")
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/inbox").sorted() == [".keep", "b.csv"])
    #expect(remarks.map(\.isWarning) == [true, false])
    #expect(remarks.map { $0.path.suffix(5) } == ["b.csv", "c.csv"])
  }

  @Test func `never moves a file over one that came meanwhile`() throws {
    let folder = try Self.practice(["logs/*.csv"])
    try Self.put("a.csv", "new", in: folder)
    let inbox = try Self.inbox(folder)
    try folder.write("logs/a.csv", "came meanwhile")
    let remarks = inbox.moveFiles()
    #expect(folder.text("logs/a.csv") == "came meanwhile" && folder.text("inbox/a.csv") == "new")
    #expect(remarks.count == 1 && remarks[0].isWarning && remarks[0].message.contains("is there already"))
  }
}
