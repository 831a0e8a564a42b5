import Tabular
import TestSupport
import Testing

/// Texts as small integers.
@Suite struct ByteInternerTests {
  private func id(_ bytes: [UInt8], _ interner: inout ByteInterner) -> (id: Int32, isNew: Bool) {
    bytes.withUnsafeBufferPointer { interner.id($0) }
  }

  @Test(arguments: 161...163 as ClosedRange<UInt64>)
  func `it agrees with a dictionary, through every growth`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var interner = ByteInterner()
    var known: [[UInt8]: Int32] = [:]
    var wrong: [[UInt8]] = []
    for _ in 0..<6000 {
      // Short texts of few bytes meet again often; 0 and repeated bytes are where hashes could agree.
      let text = random.bytes(Int.random(in: 0...20, using: &random), from: [0, 0x31, 0x32, 0xFF])
      let expected = known[text]
      let found = id(text, &interner)
      if found.isNew != (expected == nil) || found.id != expected ?? Int32(known.count) { wrong.append(text) }
      known[text] = found.id
    }
    #expect(wrong == [], "seed \(seed)")
    #expect(interner.count == known.count)
    #expect(known.count > 1000)
    #expect(known.allSatisfy { interner.bytes(Int($0.value)) == $0.key }, "seed \(seed)")
  }

  @Test func `ids count up in the order in which texts are met`() {
    var interner = ByteInterner()
    #expect(["b", "a", "", "b", "c", "", "A"].map { interner.id(of: $0) } == [0, 1, 2, 0, 3, 2, 4])
    #expect((0..<interner.count).map { interner.text($0) } == ["b", "a", "", "c", "A"])
  }

  @Test func `a copy goes its own way`() {
    var one = ByteInterner()
    _ = one.id(of: "a")
    var other = one
    #expect(one.id(of: "b") == 1 && other.id(of: "c") == 1)
    #expect(one.text(1) == "b" && other.text(1) == "c")
  }

  @Test func `text that is not UTF-8 is kept as it is and shown repaired`() {
    var interner = ByteInterner()
    let found = id([0xFF, 0x41], &interner)
    #expect(interner.bytes(Int(found.id)) == [0xFF, 0x41])
    #expect(interner.text(Int(found.id)) == "\u{FFFD}A")
  }
}
