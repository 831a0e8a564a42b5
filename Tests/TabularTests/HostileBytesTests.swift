import Tabular
import TestSupport
import Testing

/// The reader agrees with the definition on any bytes, in whatever pieces they come.
@Suite struct HostileBytesTests {
  private static let pieces = [1, 2, 3, 5, 8, 13, .max]

  private func check(_ bytes: [UInt8], dialect: TextDialect = TextDialect(), pieces: [Int], _ note: String) throws {
    let expected = ReferenceParser.records(bytes, dialect: dialect)
    for piece in pieces {
      let found = try read(bytes, dialect: dialect, piece: piece)
      #expect(
        found == expected,
        "\(note), \(dialect), piece \(piece): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test func `every text of up to five characters that matter`() throws {
    let characters = Array("a,\"\n\r".utf8)
    var texts: [[UInt8]] = [[]]
    for _ in 0..<5 {
      texts = texts.flatMap { text in characters.map { text + [$0] } }
      for text in texts { try check(text, pieces: [.max], "all") }
    }
    #expect(texts.count == 3125)
  }

  @Test(arguments: 101...108 as ClosedRange<UInt64>)
  func `random texts of the characters that matter, at every piece size`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let count = Int.random(in: 0...60, using: &random)
      try check(random.bytes(count, from: Array("aab,,\"\"\n\r \t".utf8)), pieces: Self.pieces, "seed \(seed)")
    }
  }

  @Test(arguments: 111...113 as ClosedRange<UInt64>)
  func `random bytes of any value, with and without a byte order mark`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let all = Array(UInt8.min...UInt8.max) + Array(repeating: UInt8(ascii: ","), count: 40)
    for turn in 0..<40 {
      let mark: [UInt8] = turn.isMultiple(of: 2) ? [0xEF, 0xBB, 0xBF] : []
      let bytes = mark + random.bytes(Int.random(in: 0...300, using: &random), from: all + [0x22, 0x0A, 0x0D])
      try check(bytes, pieces: [1, 7, .max], "seed \(seed)")
    }
  }

  @Test(arguments: 121...122 as ClosedRange<UInt64>)
  func `random texts with other delimiters`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for delimiter in Array("\t;| ".utf8) {
      for _ in 0..<60 {
        let bytes = random.bytes(30, from: [delimiter, delimiter] + Array("ab,\"\"\n\r".utf8))
        try check(bytes, dialect: TextDialect(delimiter: delimiter), pieces: [1, .max], "seed \(seed)")
      }
    }
  }

  @Test(arguments: TextDialect.Quote.allCases, TextDialect.Escape.allCases)
  func `random texts of every quote and escape`(quote: TextDialect.Quote, escape: TextDialect.Escape) throws {
    var random = SplitMix64(seed: 141)
    for delimiter in Array(",;'".utf8) where delimiter != 0x27 || quote != .single {
      let dialect = TextDialect(delimiter: delimiter, quote: quote, escape: escape)
      for _ in 0..<300 {
        let bytes = random.bytes(24, from: [delimiter, delimiter] + Array("ab '\"\"''\\\\\n\r".utf8))
        try check(bytes, dialect: dialect, pieces: [1, .max], "seed 141")
      }
    }
  }

  /// A file of a log's shape whose bytes were changed here and there, as by a bad transfer.
  @Test(arguments: 131...134 as ClosedRange<UInt64>)
  func `logs with a few damaged bytes`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<12 {
      var bytes: [UInt8] = Array("line_id,clinician_id,code,note\r\n".utf8)
      for line in 0..<8 { bytes += Array("L\(line),C\(line % 3),99214,\"seen, well\"\r\n".utf8) }
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let damage = random.bytes(1, from: Array("\",\n\r".utf8) + [0, 0xFF])
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = damage[0]
      }
      try check(bytes, pieces: [1, 64, .max], "seed \(seed)")
    }
  }
}
