import TestSupport
import Testing

@testable import Tabular

/// Which encoding a text has, and its way to UTF-8.
@Suite struct TextEncodingTests {
  private static let texts = [
    "", "a", "é", "a,é\r\nb,ü", "€uro “quoted” – Šárka", "日本語", "𝒳", "a𝒳b𝒴", "\u{FFFD}", "x\u{FEFF}y", "\u{0}",
  ]

  private func transcoded(_ bytes: [UInt8], _ encoding: TextEncoding, piece: Int, room: Int) throws -> [UInt8] {
    let source = TranscodedSource(MemorySource(bytes, piece: piece), from: encoding)
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: room)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { return result }
      result += buffer[..<count]
    }
  }

  private func units(_ units: [UInt16], _ encoding: TextEncoding) -> [UInt8] {
    units.flatMap { unit in
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return encoding == .utf16LittleEndian ? pair : pair.reversed()
    }
  }

  @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian], [1, 2, 3, 5, .max])
  func `UTF-16 becomes UTF-8 in pieces of any size, its byte order mark left out`(
    encoding: TextEncoding, piece: Int
  ) throws {
    for text in Self.texts {
      for room in [1, 2, 3, 4, 64] {
        let marked = try transcoded(units([0xFEFF] + Array(text.utf16), encoding), encoding, piece: piece, room: room)
        let bare = try transcoded(units(Array(text.utf16), encoding), encoding, piece: piece, room: room)
        #expect(marked == Array(text.utf8) && bare == marked, "\(text.debugDescription), room \(room)")
      }
    }
  }

  @Test(arguments: [1, 2, 3, .max])
  func `half a pair, a pair that is the wrong way round and half a unit are lost, and nothing else is`(
    piece: Int
  ) throws {
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
      for (broken, text) in [
        ([0xD835], "\u{FFFD}"), ([0xDCB3], "\u{FFFD}"), ([0xD835, 0x61], "\u{FFFD}a"),
        ([0xDCB3, 0xD835], "\u{FFFD}\u{FFFD}"),
        ([0xD835, 0xD835, 0xDCB3], "\u{FFFD}𝒳"),
      ] as [([UInt16], String)] {
        let bytes = units([0x61] + broken, encoding)
        #expect(try transcoded(bytes, encoding, piece: piece, room: 3) == Array("a\(text)".utf8))
      }
      #expect(
        try transcoded(units([0x61, 0x62], encoding) + [0x20], encoding, piece: piece, room: 9)
          == Array("ab\u{FFFD}".utf8))
    }
  }

  @Test func `every byte of Windows-1252 becomes its character, and five are lost`() throws {
    let bytes = Array(UInt8.min...UInt8.max)
    let text = String(decoding: try transcoded(bytes, .windows1252, piece: 7, room: 5), as: UTF8.self)
    let scalars = Array(text.unicodeScalars)
    #expect(scalars.count == 256)
    #expect((0x00...0x7F).allSatisfy { scalars[$0].value == UInt32($0) })
    #expect((0xA0...0xFF).allSatisfy { scalars[$0].value == UInt32($0) })
    #expect(String(String.UnicodeScalarView(scalars[0x80...0x8C])) == "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ")
    #expect(String(String.UnicodeScalarView(scalars[0x91...0x9F])) == "‘’“”•–—˜™š›œ\u{FFFD}žŸ")
    #expect((0..<256).filter { scalars[$0] == "\u{FFFD}" } == [0x81, 0x8D, 0x8F, 0x90, 0x9D])
  }

  @Test func `a byte order mark decides, without one what the bytes are`() {
    let text = "clinician_id,Médecine\n"
    let windows = text.unicodeScalars.map { UInt8($0.value) }
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
      #expect(TextEncoding.recognized(in: units(Array(text.utf16), encoding)) == encoding)
      #expect(TextEncoding.recognized(in: units(Array("\u{FEFF}日本語日本語".utf16), encoding)) == encoding)
    }
    #expect(TextEncoding.recognized(in: Array(text.utf8)) == .utf8)
    #expect(TextEncoding.recognized(in: [0xEF, 0xBB, 0xBF] + windows) == .utf8)
    #expect(TextEncoding.recognized(in: windows) == .windows1252)
    #expect(TextEncoding.recognized(in: []) == .utf8)
    #expect(TextEncoding.recognized(in: Array("a,b\n".utf8)) == .utf8)
  }

  @Test func `a few broken characters do not make UTF-8 another encoding, nor does a cut one`() {
    let text = Array("Médecine,Žižkov\n".utf8)
    #expect(TextEncoding.recognized(in: text + [0xE9, 0x2C, 0xFF, 0x2C, 0x81]) == .utf8)
    #expect(TextEncoding.recognized(in: Array("a,".utf8) + [0xE2, 0x82]) == .utf8)
    #expect(TextEncoding.recognized(in: Array("a,".utf8) + [0xE9] + Array(",b\n".utf8)) == .windows1252)
    // A text of NULs here and there is not UTF-16.
    #expect(TextEncoding.recognized(in: Array("a,\u{0}b,c,d\n".utf8)) == .utf8)
  }
}
