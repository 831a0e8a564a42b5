import TestSupport
import Testing

@testable import Tabular

/// Unpacking gzip, whole, cut off, damaged and too large.
@Suite struct GzipSourceTests {
  private func unpacked(_ bytes: [UInt8], piece: Int = .max, room: Int = 1 << 16) throws -> [UInt8] {
    let source = GzipSource(MemorySource(bytes, piece: piece))
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: room)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { return result }
      result += buffer[..<count]
    }
  }

  private static let text = Array("clinician_id,service_date,code\nC1,2026-01-05,99214\n".utf8)

  @Test(arguments: [1, 2, 7, .max], [1, 3, 1 << 16])
  func `members are unpacked one after the other, in pieces of any size`(piece: Int, room: Int) throws {
    let one = StoredGzip.bytes(Self.text)
    #expect(try unpacked(one, piece: piece, room: room) == Self.text)
    #expect(
      try unpacked(one + StoredGzip.bytes([]) + one, piece: piece, room: room) == Self.text + Self.text)
    #expect(try unpacked(StoredGzip.bytes([]), piece: piece, room: room) == [])
  }

  @Test func `what gzip itself packs is unpacked`() throws {
    let folder = try TemporaryFolder()
    let text = Array(repeating: Self.text, count: 5_000).flatMap(\.self)
    try folder.write("log.csv", text)
    #expect(try BuiltProgram.shell("gzip -9 log.csv", in: folder.path).code == 0)
    let packed = try #require(folder.bytes("log.csv.gz"))
    #expect(packed.count < text.count / 50)
    #expect(try unpacked(packed, piece: 1_000) == text)
  }

  @Test func `a file that is cut off at any byte is told as such`() {
    let whole = StoredGzip.bytes(Self.text)
    for count in 1..<whole.count {
      let failure = #expect(throws: FormFailure.self) { _ = try unpacked(Array(whole[..<count])) }
      #expect(failure?.message == "is cut off: it ends in the middle of what was packed", "\(count)")
    }
  }

  @Test func `a damaged byte of the text, the checksum or the size is told as such`() {
    let whole = StoredGzip.bytes(Self.text)
    for place in [2, 10, 11, 20, whole.count - 8, whole.count - 1] {
      var bytes = whole
      bytes[place] ^= 0x55
      let failure = #expect(throws: FormFailure.self) { _ = try unpacked(bytes) }
      #expect(failure?.message.hasPrefix("is damaged") == true || failure?.message.hasPrefix("is cut off") == true)
    }
  }

  @Test func `a file that unpacks to far more than text does is refused before it fills the memory`() throws {
    let folder = try TemporaryFolder()
    #expect(try BuiltProgram.shell("head -c 100000000 /dev/zero | gzip > bomb.gz", in: folder.path).code == 0)
    let source = GzipSource(MemorySource(try #require(folder.bytes("bomb.gz"))))
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var total = 0
    let failure = #expect(throws: FormFailure.self) {
      while true {
        let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
        if count == 0 { break }
        total += count
      }
    }
    #expect(failure?.message == "unpacks to more than 100 times its size, which no text does")
    #expect(total <= PackedRatio.freeBytes)
  }

  @Test func `an empty buffer takes nothing and ends nothing`() throws {
    let source = GzipSource(MemorySource(StoredGzip.bytes(Self.text)))
    #expect(try source.read(into: UnsafeMutableRawBufferPointer(start: nil, count: 0)) == 0)
    var buffer = [UInt8](repeating: 0, count: 100)
    #expect(try buffer.withUnsafeMutableBytes { try source.read(into: $0) } == Self.text.count)
  }
}
