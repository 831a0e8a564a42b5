import Foundation
import TestSupport
import Testing

@testable import Publishing

/// All bytes are written, or it is said how many were.
@Suite struct WholeWriteTests {
  @Test(arguments: [0, 1, 300_000]) func `all bytes are written, in their order`(count: Int) throws {
    let scratch = try TemporaryFolder()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let descriptor = open("\(scratch.path)/file", O_WRONLY | O_CREAT, 0o600)
    #expect(WholeWrite.write(bytes, to: descriptor) == count)
    close(descriptor)
    #expect(try Array(Data(contentsOf: URL(filePath: "\(scratch.path)/file"))) == bytes)
  }

  @Test func `a full disk is told of`() {
    let descriptor = open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    errno = 0
    #expect(WholeWrite.write([1, 2, 3], to: descriptor) == 0)
    #expect(errno == ENOSPC)
  }

  @Test func `of what fits only in part it is told how much was written`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    let room = Int(fcntl(ends[1], F_GETPIPE_SZ))
    let written = WholeWrite.write([UInt8](repeating: 7, count: room + 10_000), to: ends[1])
    #expect(errno == EAGAIN)
    #expect(written == room)
  }
}
