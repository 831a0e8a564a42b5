import Foundation
import Publishing
import TestSupport
import Testing

/// `rvubench run --inbox`, of the built program.
@Suite struct `A run with an inbox` {
  private static let head =
    "line_id,clinician_id,service_date,patient_id,code,modifiers,units,place_of_service,charge\n"
  private static let september = head + "S1,C-1,2025-09-06,MRN0000001,99214,25,1,11,250.00\n"
  private static let october =
    head + "O1,C-2,2025-10-07,MRN0000002,99213,,1,11,170.00\nO2,C-2,2025-13-08,MRN0000003,99213,,1,11,1\n"

  private static func practice() throws -> SmallPractice {
    let practice = try SmallPractice()
    try practice.folder.write(
      "job.yaml", SmallPractice.job.replacing("log.csv", with: "logs/*.csv") + "ledger: runs.sqlite\n")
    try practice.folder.write("logs/2025-09.csv", september)
    try practice.folder.write("inbox/.keep", "")
    return practice
  }

  /// Puts a file in the inbox that nobody has written to for a while.
  private static func put(_ name: String, _ text: String, _ practice: SmallPractice) throws {
    let path = try practice.folder.write("inbox/\(name)", text)
    _ = try BuiltProgram.shell("touch -d '2 minutes ago' '\(path)'")
  }

  private static func run(_ practice: SmallPractice, _ options: String...) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(
      ["run", "\(practice.folder.path)/job.yaml", "--inbox", "\(practice.folder.path)/inbox"] + options)
  }

  private static func inbox(_ practice: SmallPractice) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(practice.folder.path)/inbox").sorted().filter {
      $0 != ".keep"
    }
  }

  /// A name in which é is one letter, and one in which it is two: the same to whoever reads it.
  private static let names = (composed: "Garc\u{ED}a.csv", decomposed: "Garci\u{301}a.csv")

  @Test func `stops where a name is there in another form of Unicode, in the inbox or the logs, and loses no file`()
    throws
  {
    let practice = try Self.practice()
    try practice.folder.write("logs/\(Self.names.composed)", Self.september)
    try Self.put(Self.names.decomposed, Self.october, practice)
    let one = try Self.run(practice)
    #expect(one.code == 3 && one.messages.contains("in another form of Unicode"), "\(one.messages)")
    try FileManager.default.removeItem(atPath: "\(practice.folder.path)/logs/\(Self.names.composed)")
    try Self.put(Self.names.composed, Self.september, practice)
    let other = try Self.run(practice)
    #expect(other.code == 3 && other.messages.contains("in another form of Unicode"), "\(other.messages)")
    #expect(try Self.inbox(practice).count == 2)
  }

  @Test func `gives the same bytes as one after the move, and each record counts once`() throws {
    let practice = try Self.practice()
    // One name before and one after those of the logs: the order is theirs.
    try Self.put("2025-10.csv", Self.october, practice)
    try Self.put(
      "2025-08.csv", Self.september.replacing("S1", with: "A1").replacing("2025-09-06", with: "2025-08-06"), practice)
    let tonight = try Self.run(practice, "--quiet")
    #expect(tonight.code == 0 && tonight.output.contains("Inbox: 2 files moved to the logs\n"), "\(tonight.messages)")
    #expect(try Self.inbox(practice).isEmpty)
    #expect(practice.folder.text("logs/2025-10.csv") == Self.october)
    let before = try practice.published()
    let manifest = try #require(before["./manifest.json"])
    #expect(manifest.contains("\"logs/2025-10.csv\"") && !manifest.contains("inbox"))
    #expect(before["./data/rejects.csv"]?.contains("logs/2025-10.csv,3,") == true)
    let tomorrow = try Self.run(practice, "--quiet")
    #expect(tomorrow.code == 0 && tomorrow.output.contains("Inbox: nothing to move\n"))
    #expect(try practice.published() == before)
    #expect(try practice.run("--quiet").code == 0)
    #expect(try practice.published() == before)
  }

  @Test func `reads the first files of all where the logs have none`() throws {
    let practice = try Self.practice()
    try FileManager.default.removeItem(atPath: "\(practice.folder.path)/logs/2025-09.csv")
    let none = try Self.run(practice, "--quiet")
    #expect(none.code == 3 && none.messages.contains("no file matches"))
    try Self.put("2025-09.csv", Self.september, practice)
    #expect(try Self.run(practice, "--quiet").code == 0)
    #expect(practice.folder.text("logs/2025-09.csv") == Self.september)
  }

  @Test func `that fails leaves everything in the inbox and the reports as they were`() throws {
    let practice = try Self.practice()
    #expect(try Self.run(practice, "--quiet").code == 0)
    let before = try practice.published()
    try Self.put("2025-10.csv", Self.october, practice)
    for (name, text, message) in [
      ("bad.csv", "nothing,of,a,log\n1,2,3,4\n", "is missing"), ("readme.txt", "hello", "fits no entry under `logs`"),
      ("2025-09.csv", Self.october, "with other content"),
    ] {
      try Self.put(name, text, practice)
      let outcome = try Self.run(practice, "--quiet")
      #expect(
        outcome.code == 3 && outcome.messages.contains(message) && outcome.messages.contains("hint: "),
        "\(outcome.messages)")
      #expect(try Self.inbox(practice) == ["2025-10.csv", name].sorted())
      #expect(try practice.published() == before && practice.folder.text("logs/2025-09.csv") == Self.september)
      try FileManager.default.removeItem(atPath: "\(practice.folder.path)/inbox/\(name)")
    }
    #expect(try Self.run(practice, "--quiet").code == 0)
    #expect(try Self.inbox(practice).isEmpty)
  }

  @Test func `passes over a file that the logs have, and tells so and of what it leaves`() throws {
    let practice = try Self.practice()
    try Self.put("2025-09.csv", Self.september, practice)
    try Self.put("2025-11.csv.part", "half", practice)
    try practice.folder.write("inbox/2025-12.csv", "just now")
    try practice.folder.write("inbox/older/2024.csv", "x")
    let outcome = try Self.run(practice)
    #expect(outcome.code == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("\n1 record: ") || outcome.output.contains("\n1 record\n"), "\(outcome.output)")
    for words in [
      "inbox/2025-09.csv: note: was not read: ",
      "inbox/2025-11.csv.part: note: has the name of a file that is not whole",
      "inbox/2025-12.csv: note: is still being written", "inbox/older: note: is a folder, and is not read",
    ] { #expect(outcome.messages.contains(words), "\(words) is missing in:\n\(outcome.messages)") }
    #expect(try Self.inbox(practice) == ["2025-11.csv.part", "2025-12.csv", "older"])
  }

  @Test func `moves nothing where it is a dry run, and has the inbox to itself where it is not`() throws {
    let practice = try Self.practice()
    try Self.put("2025-10.csv", Self.october, practice)
    let dry = try Self.run(practice, "--quiet", "--dry-run")
    #expect(dry.code == 0 && dry.output.contains("3 records"), "\(dry.output)")
    #expect(try Self.inbox(practice) == ["2025-10.csv"])
    let lock = try RunLock(within: "\(practice.folder.path)/inbox", owner: "process 4711")
    let locked = try Self.run(practice, "--quiet")
    #expect(locked.code == 5 && locked.messages.contains("/inbox: error: another run is at work here (process 4711)"))
    withExtendedLifetime(lock) {}
  }

  @Test func `is told where the inbox is no folder, or one of logs`() throws {
    let practice = try Self.practice()
    let none = try practice.run("--quiet", "--inbox", "\(practice.folder.path)/none")
    #expect(none.code == 3 && none.messages.contains("the inbox is not there"))
    let logs = try practice.run("--quiet", "--inbox", "\(practice.folder.path)/logs")
    #expect(logs.code == 2 && logs.messages.contains("cannot be the inbox"), "\(logs.messages)")
    #expect(practice.folder.text("logs/2025-09.csv") == Self.september)
  }

  @Test func `that is killed at any call that moves a file loses nothing and counts nothing twice`() throws {
    let strace = try BuiltProgram.shell("command -v strace && strace -o /dev/stdout true | head -1")
    guard strace.code == 0, strace.output.contains("exec") else { return }
    let whole = try Self.practice()
    for name in ["2025-10", "2025-11"] { try Self.put("\(name).csv", Self.october.replacing("O", with: name), whole) }
    #expect(try Self.run(whole, "--quiet").code == 0)
    let expected = try whole.published()
    for call in 1...4 {
      let practice = try Self.practice()
      for name in ["2025-10", "2025-11"] {
        try Self.put("\(name).csv", Self.october.replacing("O", with: name), practice)
      }
      let killed = try BuiltProgram.shell(
        "strace -f -qq -e trace=renameat2,rename -e inject=renameat2,rename:signal=KILL:when=\(call) -o trace '\(try BuiltProgram.path)' run job.yaml --inbox inbox --quiet",
        in: practice.folder.path)
      let after = try Self.run(practice, "--quiet")
      #expect(after.code == 0, "killed at \(call): \(after.messages)")
      #expect(try practice.published() == expected, "killed at \(call), exit \(killed.code)")
      #expect(try Self.inbox(practice).isEmpty)
      let logs = try FileManager.default.contentsOfDirectory(atPath: "\(practice.folder.path)/logs").sorted()
      #expect(logs == ["2025-09.csv", "2025-10.csv", "2025-11.csv"])
    }
  }
}
