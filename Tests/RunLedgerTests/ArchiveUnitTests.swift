import Foundation
import Ingest
import Publishing
import RunLedger
import TestSupport
import Testing

@Suite struct `An archive` {
  /// Bytes that repeat little, from a printed seed.
  private static func bytes(_ count: Int, seed: UInt64 = 9) -> [UInt8] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next() % 200) }
  }

  @Test(arguments: [0, 1, 1_000, 131_072, 131_073, 3_000_000])
  func `gives back what it keeps, once, readable by its owner only`(count: Int) throws {
    let folder = try TemporaryFolder()
    let before = umask(0)
    defer { umask(before) }
    let archive = Archive(besideLedger: "\(folder.path)/l.sqlite")
    let bytes = Self.bytes(count)
    let sha256 = try archive.keep(bytes)
    #expect(sha256 == SHA256.hexadecimal(of: bytes))
    try Data(bytes).write(to: URL(filePath: "\(folder.path)/file"))
    #expect(try archive.keep("\(folder.path)/file") == sha256)
    #expect(try archive.bytes(of: sha256) == bytes)
    #expect(archive.contents() == [sha256] && archive.has(sha256) && archive.size(of: sha256) > 0)
    let open = try BuiltProgram.shell(
      "find . -name '*.zst' ! -perm 600; find l.sqlite.archive -type d ! -perm 700", in: folder.path)
    #expect(open.output.isEmpty, "\(open.output)")
    try archive.remove(sha256)
    #expect(archive.contents().isEmpty && !archive.has(sha256))
  }

  @Test func `keeps nothing of a file that is not any more what was read`() throws {
    let folder = try TemporaryFolder()
    let archive = Archive(besideLedger: "\(folder.path)/l.sqlite")
    try folder.write("log.csv", "before\n")
    let read = try FileSource.digest("\(folder.path)/log.csv").sha256
    try folder.write("log.csv", "after\n")
    let failure = #expect(throws: InputFailure.self) { try archive.keep("\(folder.path)/log.csv", knownAs: read) }
    #expect(failure?.message.contains("changed while it was read") == true && failure?.hint != nil)
    #expect(archive.contents().isEmpty)
    let left = try BuiltProgram.shell("find l.sqlite.archive -type f", in: folder.path)
    #expect(left.output.isEmpty)
  }

  @Test(arguments: ["cut", "flipped", "other"])
  func `never gives out what is damaged`(how: String) throws {
    let folder = try TemporaryFolder()
    let archive = Archive(besideLedger: "\(folder.path)/l.sqlite")
    let sha256 = try archive.keep(Self.bytes(200_000))
    let path = "\(archive.folder)/\(sha256.prefix(2))/\(sha256.dropFirst(2)).zst"
    var packed = try Data(contentsOf: URL(filePath: path))
    switch how {
    case "cut": packed.removeLast(5)
    case "flipped": packed[packed.count / 2] ^= 1
    default:
      let other = try archive.keep(Self.bytes(10, seed: 10))
      packed = try Data(contentsOf: URL(filePath: "\(archive.folder)/\(other.prefix(2))/\(other.dropFirst(2)).zst"))
    }
    try packed.write(to: URL(filePath: path))
    let failure = #expect(throws: LedgerFailure.self) { try archive.bytes(of: sha256) }
    #expect(failure?.message.contains("damaged") == true, "\(failure?.message ?? "")")
  }

  @Test func `a key is made once, for its owner only, and one that is none is refused`() throws {
    let folder = try TemporaryFolder()
    let ledger = "\(folder.path)/l.sqlite"
    let key = try PatientKeyFile.key(besideLedger: ledger)
    #expect(try PatientKeyFile.key(besideLedger: ledger) == key && key != 0)
    let mode = try FileManager.default.attributesOfItem(atPath: ledger + ".key")[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
    #expect(try PatientKeyFile.key(besideLedger: "\(folder.path)/other") != key)
    try folder.write("l.sqlite.key", "short")
    #expect(throws: LedgerFailure.self) { try PatientKeyFile.key(besideLedger: ledger) }
  }
}
