import TestSupport
import Testing

@testable import Tabular

/// Where fields may end.
@Suite struct FieldMarksTests {
  @Test(arguments: [0x2C, 0x3B, 0x09, 0x7C, 0x5E, 0x20] as [UInt8], [0x22, 0x27, 0xFF] as [UInt8])
  func `every byte is marked as its value says, at every place`(delimiter: UInt8, quote: UInt8) {
    var random = SplitMix64(seed: 191)
    for byte in UInt8.min...UInt8.max {
      var bytes = random.bytes(FieldMarks.width, from: Array("0123456789ABCXYZabcxyz".utf8))
      let place = Int.random(in: 0..<FieldMarks.width, using: &random)
      bytes[place] = byte
      let marks = bytes.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { FieldMarks.places(from: $0, delimiter: delimiter, quote: quote) }
      }
      let isMark = byte < 0x20 || byte >= 0x7F || byte == delimiter || byte == quote
      #expect(marks == (isMark ? 1 << UInt64(place) : 0), "\(byte) at \(place)")
    }
  }

  @Test(arguments: 192...195 as ClosedRange<UInt64>)
  func `all marks of random bytes are there`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      let bytes = (0..<FieldMarks.width).map { _ in UInt8.random(in: 0...255, using: &random) }
      let marks = bytes.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { FieldMarks.places(from: $0, delimiter: 0x3B, quote: 0x22) }
      }
      let expected = bytes.enumerated().reduce(0 as UInt64) { sum, byte in
        let isMark = byte.element < 0x20 || byte.element >= 0x7F || [0x3B, 0x22].contains(byte.element)
        return isMark ? sum | 1 << UInt64(byte.offset) : sum
      }
      #expect(marks == expected, "seed \(seed): \(bytes)")
    }
  }
}
