import Tabular
import TestSupport
import Testing

/// Records near the limit, and files larger than the buffer.
@Suite struct LongRecordTests {
  private static let limit = DelimitedReader.recordLimit

  private func filler(_ count: Int, _ byte: Character = "x") -> [UInt8] {
    Array(repeating: byte.asciiValue ?? 0, count: count)
  }

  /// What matters of a record without its long texts.
  private struct Shape: Equatable {
    var line: Int
    var sizes: [Int]
    var problem: String?
  }

  private func shapes(_ bytes: [UInt8], piece: Int = 70_001) throws -> [Shape] {
    try read(bytes, piece: piece).map { Shape(line: $0.line, sizes: $0.fields.map(\.count), problem: $0.problem) }
  }

  @Test func `a record may take a whole megabyte with its line end`() throws {
    let bytes = filler(Self.limit - 3) + Array(",b\n".utf8) + Array("c,d\n".utf8)
    #expect(try shapes(bytes) == [Shape(line: 1, sizes: [Self.limit - 3, 1]), Shape(line: 2, sizes: [1, 1])])
  }

  @Test func `a last record of a whole megabyte needs no line end`() throws {
    #expect(try shapes(Array("a\n".utf8) + filler(Self.limit)).last == Shape(line: 2, sizes: [Self.limit]))
  }

  @Test(arguments: [0, 1, 1000, 1 << 20, 3 << 20])
  func `a record that is too long is told once, and the rest of its line makes no record`(more: Int) throws {
    let rest = Array("\nC1,2026-01-05,99214\n".utf8)
    let bytes = Array("h,h,h\n".utf8) + filler(Self.limit) + filler(more) + Array(",C1,2026-01-05,99214".utf8) + rest
    let found = try shapes(bytes)
    #expect(found.map(\.line) == [1, 2, 3])
    #expect(found.map(\.problem) == [nil, "tooLong", nil])
    #expect(found.last?.sizes == [2, 10, 5])
  }

  @Test func `a last record that is too long is told once`() throws {
    for more in [1, 1 << 20, 2 << 20] {
      #expect(try shapes(filler(Self.limit + more)).map(\.problem) == ["tooLong"])
    }
  }

  @Test func `a quoted field that is too long costs its first line only`() throws {
    var bytes = Array("a,\"".utf8)
    for _ in 0..<1200 { bytes += filler(1000) + [0x0A] }
    bytes += Array("\"\nb,c\n".utf8)
    let found = try shapes(bytes)
    #expect(found.first == Shape(line: 1, sizes: [1, 1001], problem: "unclosedQuote"))
    #expect(found.dropFirst().prefix(1199).allSatisfy { $0.sizes == [1000] && $0.problem == nil })
    #expect(found.map(\.line) == Array(1...1202))
    #expect(found.last == Shape(line: 1202, sizes: [1, 1]))
  }

  @Test func `a quote that opens a line longer than the limit costs that line only`() throws {
    let bytes = [0x22] + filler(Self.limit + 500_000) + Array("\nb,c\n".utf8)
    let found = try shapes(bytes)
    #expect(found.map(\.line) == [1, 2])
    #expect(found.map(\.problem) == ["unclosedQuote", nil])
    #expect(found.last?.sizes == [1, 1])
  }

  @Test func `endless blanks after a closing quote are too long`() throws {
    let found = try shapes(Array("\"a\"".utf8) + filler(Self.limit, " ") + Array("\nb,c\n".utf8))
    #expect(found.map(\.problem) == ["tooLong", nil])
    #expect(found.map(\.line) == [1, 2])
  }

  /// The buffer holds two megabytes: a record begins just before, at or just after each place where it is filled again.
  @Test(arguments: -4...4)
  func `records that span the end of the buffer are whole`(shift: Int) throws {
    let tail = Array("\"q\"\"\n,\",end\r\n".utf8)
    var bytes: [UInt8] = []
    var expected: [Shape] = []
    var line = 1
    for _ in 0..<6 {
      let size = 700_000 + shift
      bytes += filler(size) + [0x2C] + tail
      expected.append(Shape(line: line, sizes: [size, 4, 3]))
      line += 2
    }
    let records = try read(bytes, piece: 1_000_003)
    #expect(records.map { Shape(line: $0.line, sizes: $0.fields.map(\.count), problem: $0.problem) } == expected)
    #expect(records.allSatisfy { $0.texts.dropFirst() == ["q\"\n,", "end"] })
    let length = 700_000 + shift + 1 + tail.count
    #expect(records.map(\.offset) == (0..<6).map { $0 * length })
  }

  @Test func `a file of many short records is read to its end`() throws {
    var bytes: [UInt8] = []
    let count = 200_000
    for number in 0..<count { bytes += Array("L\(number),99214\n".utf8) }
    #expect(bytes.count > 2 * Self.limit)
    var reader = DelimitedReader(MemorySource(bytes))
    var next = 0
    while try reader.next() {
      guard reader.fieldCount == 2, reader.text(0) == "L\(next)", reader.line == next + 1 else { break }
      next += 1
    }
    #expect(next == count)
  }
}
