import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Files that go from one folder to another.
@Suite struct `A file that is moved` {
  /// Whether the memory's file system is another than that of the tests, and may be written.
  private static var hasOtherFileSystem: Bool {
    var (here, there) = (stat(), stat())
    return stat(NSTemporaryDirectory(), &here) == 0 && stat("/dev/shm", &there) == 0 && here.st_dev != there.st_dev
      && access("/dev/shm", W_OK) == 0
  }

  private static func failure(_ body: () throws -> Void) throws -> OutputFailure {
    try #require(#expect(throws: OutputFailure.self, performing: body))
  }

  @Test func `is in its place, and in the other no longer`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("inbox/a.csv", "lines")
    try scratch.write("logs/b.csv", "")
    try FileMove.move("\(scratch.path)/inbox/a.csv", to: "\(scratch.path)/logs/a.csv")
    #expect(scratch.text("logs/a.csv") == "lines" && scratch.text("inbox/a.csv") == nil)
  }

  @Test(.enabled(if: hasOtherFileSystem, "there is one file system only"))
  func `to another file system is whole there, its owner's only, as old as it was, and nothing is left beside it`()
    throws
  {
    let other = "/dev/shm/rvubench-test-\(UUID().uuidString)"
    try #require(mkdir(other, 0o700) == 0)
    defer { try? FileManager.default.removeItem(atPath: other) }
    let scratch = try TemporaryFolder()
    let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try scratch.write("a.csv", bytes)
    chmod("\(scratch.path)/a.csv", 0o644)
    var times = [timeval(tv_sec: 1_000_000_000, tv_usec: 0), timeval(tv_sec: 1_000_000_000, tv_usec: 0)]
    utimes("\(scratch.path)/a.csv", &times)
    // What a killed run had begun to copy is in nobody's way, and does not stay.
    for process in [99_999_999, Int(getpid())] {
      try Data([1]).write(to: URL(filePath: "\(other)/.a.csv.partial-\(process)"))
    }
    try FileMove.move("\(scratch.path)/a.csv", to: "\(other)/a.csv")
    #expect(try [UInt8](Data(contentsOf: URL(filePath: "\(other)/a.csv"))) == bytes)
    var status = stat()
    #expect(stat("\(other)/a.csv", &status) == 0 && status.st_mtim.tv_sec == 1_000_000_000)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(scratch.names.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: other) == ["a.csv"])
    // Nor does one go over another there.
    try scratch.write("a.csv", "other")
    let failure = try Self.failure { try FileMove.move("\(scratch.path)/a.csv", to: "\(other)/a.csv") }
    #expect(failure.message.hasSuffix("is there already") && scratch.text("a.csv") == "other")
    #expect(try FileManager.default.contentsOfDirectory(atPath: other) == ["a.csv"])
  }

  @Test func `never goes over another, and stays where it cannot go`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("a.csv", "mine")
    try scratch.write("logs/a.csv", "theirs")
    for place in ["logs/a.csv", "none/a.csv"] {
      _ = try Self.failure { try FileMove.move("\(scratch.path)/a.csv", to: "\(scratch.path)/\(place)") }
    }
    #expect(scratch.text("a.csv") == "mine" && scratch.text("logs/a.csv") == "theirs")
  }

  @Test(arguments: [("a", "a", true), ("", "", true), ("a", "b", false), ("a", "ab", false)])
  func `is the same as another where all bytes are`(first: String, second: String, isSame: Bool) throws {
    let scratch = try TemporaryFolder()
    let long = String(repeating: "x", count: 100_000)
    try scratch.write("1", long + first)
    try scratch.write("2", long + second)
    #expect(FileMove.haveSameBytes("\(scratch.path)/1", "\(scratch.path)/2") == isSame)
  }

  @Test func `is not removed as a copy of a link to itself, or of what has changed`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("1", "lines")
    symlink("1", "\(scratch.path)/2")
    try scratch.write("3", "other")
    for other in ["2", "3", "4"] {
      _ = try Self.failure { try FileMove.removeCopy("\(scratch.path)/1", of: "\(scratch.path)/\(other)") }
      #expect(scratch.text("1") == "lines")
    }
    try scratch.write("3", "lines")
    try FileMove.removeCopy("\(scratch.path)/1", of: "\(scratch.path)/3")
    #expect(scratch.names == ["2", "3"] && scratch.text("3") == "lines")
  }
}
