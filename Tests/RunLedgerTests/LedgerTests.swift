import Foundation
import ProductivityModel
import RunLedger
import TestSupport
import Testing

@Suite struct `A ledger` {
  private static let start = "2026-10-01T02:00:00Z"

  private static func entry(output: String = "/reports", manifest: String = "aa") -> LedgerEntry {
    var entry = LedgerEntry(
      practice: "Small Practice", period: DayRange(year: 2025), program: "0.1.0", job: "job.yaml",
      arguments: ["--only=monthly"], payPolicy: "unadjusted", benchmarkPolicy: "survey-comparable", output: output,
      manifestSHA256: manifest)
    entry.inputs = [LedgerEntry.Input(role: "job", path: "job.yaml", size: 12, sha256: "ff")]
    entry.files = [
      LedgerEntry.FileTotals(
        file: "log.csv", records: 5, counts: [.credited: 3, .rejected: 2], units: Units(3),
        charge: Money(cents: 12_345))
    ]
    entry.findings = [
      Finding(.missingValue, at: SourcePosition(file: "log.csv", line: 3, column: 9), "code is blank")
    ]
    entry.rejects = [
      LedgerEntry.Reject(
        file: "log.csv", line: 3, column: 9, problem: "missing-value", message: "code is blank", hint: "fill it in")
    ]
    entry.months = [
      LedgerEntry.Month(
        clinician: "C-1", specialty: "Family Medicine", month: DayRange(year: 2025).months[9].month, lines: 3,
        encounters: nil, units: Units(3), charge: Money(cents: 12_345), unadjusted: WorkRVU(millionths: 9_000_001),
        pay: WorkRVU(millionths: 9_000_001), benchmark: WorkRVU(millionths: -1), unpricedLines: 0, fteDays: nil)
    ]
    var standing = LedgerEntry.Standing(clinician: "C-1", name: "=Ada", specialty: "Family Medicine", days: 365)
    standing.percentile = "<10"
    standing.pay = LedgerEntry.Pay(
      opening: .zero, earned: Money(cents: 100), paid: Money(cents: 40), closing: Money(cents: 60))
    entry.standings = [standing]
    return entry
  }

  private static func mode(_ path: String) throws -> Int {
    let value = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
    return try #require(value).intValue
  }

  /// A process that is killed while it makes a ledger, before WAL holds, leaves a journal that leads back to an empty file.
  @Test func `that a killed process left half made is read as one that is not there yet, and made by the next run`()
    throws
  {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/ledger.sqlite"
    _ = try Ledger(path)
    // A journal of a file that was empty: magic, no pages, a nonce, 0 pages before, sectors of 512, pages of 4096 bytes.
    let words: [UInt32] = [0xD9D5_05F9, 0x20A1_63D7, 0, 0x0000_F993, 0, 512, 4096]
    var journal = Data(words.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } })
    journal.append(Data(count: 512 - journal.count))
    try journal.write(to: URL(filePath: "\(path)-journal"))
    for side in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + side) }
    let failure = #expect(throws: LedgerFailure.self) { try Ledger(reading: path) }
    #expect(failure?.isOutdated == true)
    let number = try Ledger(path).enter(Self.entry(), startedAt: Self.start)
    #expect(try Ledger(reading: path).run(number)?.records == 5)
  }

  @Test func `has a run as it was entered, to the last millionth and cent`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/ledger.sqlite"
    let ledger = try Ledger(path)
    let number = try ledger.enter(Self.entry(), startedAt: Self.start)
    try ledger.markPublished(number, at: "2026-10-01T02:01:00Z")
    let reader = try Ledger(reading: path)
    let run = try #require(try reader.run(number))
    #expect(run.state == .published && run.publishedAt == "2026-10-01T02:01:00Z" && run.startedAt == Self.start)
    #expect(run.records == 5 && run.rejected == 2 && run.clinicians == 1 && run.inputs == 1)
    #expect(run.workPay == 9_000_001 && run.workBenchmark == -1 && run.arguments == "[\"--only=monthly\"]")
    #expect(try reader.inputs(of: number) == Self.entry().inputs)
    #expect(try reader.fates(of: number)[.credited] == 3)
    #expect(try reader.findings(of: number).map(\.problem) == ["missing-value"])
    #expect(try reader.standings(of: number).map(\.percentile) == ["<10"])
    #expect(try reader.run(number + 1) == nil)
  }

  @Test func `can be read by its owner only, with its side files`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/ledger.sqlite"
    let before = umask(0)
    defer { umask(before) }
    let ledger = try Ledger(path)
    _ = try ledger.enter(Self.entry(), startedAt: Self.start)
    for file in [path, path + "-wal", path + "-shm"] { #expect(try Self.mode(file) == 0o600, "\(file)") }
    // One that was put back from a backup.
    chmod(path, 0o644)
    _ = try Ledger(path)
    #expect(try Self.mode(path) == 0o600)
  }

  @Test(
    arguments: [("aa", LedgerRun.State.published), ("bb", .abandoned), (nil, .abandoned)]
      as [(String?, LedgerRun.State)])
  func `finds out what became of a run that died while it published`(
    manifest: String?, state: LedgerRun.State
  ) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/ledger.sqlite"
    let number = try Ledger(path).enter(Self.entry(), startedAt: Self.start)
    let ledger = try Ledger(path)
    #expect(try ledger.run(number)?.state == .publishing)
    try ledger.settle { output in
      #expect(output == "/reports")
      return manifest
    }
    #expect(try ledger.run(number)?.state == state)
    #expect(try ledger.settle { _ in "aa" }.isEmpty)
  }

  @Test func `takes no run whose records are not all accounted for, and nothing of it`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger("\(folder.path)/ledger.sqlite")
    var entry = Self.entry()
    entry.files[0].records = 6
    #expect(throws: LedgerFailure.self) { try ledger.enter(entry, startedAt: Self.start) }
    #expect(try ledger.runs().isEmpty)
  }

  @Test func `says which output is not what its last run wrote`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger("\(folder.path)/ledger.sqlite")
    for (output, manifest) in [("/a", "11"), ("/b", "22"), ("/a", "33")] {
      let number = try ledger.enter(Self.entry(output: output, manifest: manifest), startedAt: Self.start)
      try ledger.markPublished(number, at: Self.start)
    }
    #expect(try ledger.faults { ["/a": "33", "/b": "22"][$0] }.isEmpty)
    #expect(
      try ledger.faults { ["/a": "11"][$0] } == [
        "/b is not there any more; run 2 wrote it", "/a is not what run 3 wrote, the last one into it",
      ])
  }

  @Test func `exports numbers as numbers and words as words`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger("\(folder.path)/ledger.sqlite")
    _ = try ledger.enter(Self.entry(), startedAt: Self.start)
    for table in Ledger.exported {
      var rows: [[Ledger.ExportedCell]] = []
      try ledger.export(table) { rows.append($0) }
      // Nothing is closed: there are headings alone.
      #expect(rows.count == (table.hasPrefix("clos") ? 1 : 2), "\(table)")
      #expect(rows.allSatisfy { $0.count == rows[0].count }, "\(table)")
    }
    var standings: [[Ledger.ExportedCell]] = []
    try ledger.export("clinician_standings") { standings.append($0) }
    let column = try #require(standings[0].firstIndex { $0.text == "name" })
    #expect(standings[1][column].text == "=Ada" && standings[1][column].isWords)
    let earned = try #require(standings[0].firstIndex { $0.text == "earned" })
    #expect(standings[1][earned].text == "1" && !standings[1][earned].isWords)
  }

  @Test func `is not made where it is only read, and is refused where it is none`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/ledger.sqlite"
    #expect(throws: LedgerFailure.self) { try Ledger(reading: path) }
    #expect(!FileManager.default.fileExists(atPath: path))
    try folder.write("other.txt", String(repeating: "no database at all ", count: 100))
    let failure = #expect(throws: LedgerFailure.self) { try Ledger("\(folder.path)/other.txt") }
    #expect(failure?.message.contains("no ledger") == true && failure?.hint != nil)
    #expect(folder.text("other.txt")?.hasPrefix("no database") == true)
  }
}
