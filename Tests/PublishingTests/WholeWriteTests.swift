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
    let written = WholeWrite.write([1, 2, 3], to: descriptor)
    let number = errno
    #expect(written == 0)
    #expect(number == ENOSPC)
  }

  @Test func `of what fits only in part it is told how much was written`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    // Far more than a pipe holds.
    let bytes = [UInt8](repeating: 7, count: 1 << 25)
    let written = WholeWrite.write(bytes, to: ends[1])
    let number = errno
    #expect(number == EAGAIN)
    #expect(0 < written && written < bytes.count)
    var arrived = 0
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(ends[0], &piece, piece.count), count > 0 { arrived += count }
    #expect(arrived == written)
  }
}
