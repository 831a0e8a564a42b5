import ProductivityModel
import TestSupport
import Testing

/// Line ids in sixteen bytes.
@Suite struct LineIDTests {
  private func id(_ bytes: [UInt8]) -> LineID { bytes.withUnsafeBufferPointer { LineID($0) } }
  private func id(_ text: String) -> LineID { id(Array(text.utf8)) }

  @Test func `an empty cell is no id`() {
    #expect(id("") == .none)
    #expect(!id("").isPresent)
    #expect(id("0").isPresent && id([0]).isPresent)
  }

  @Test(arguments: 51...56 as ClosedRange<UInt64>)
  func `ids of up to fifteen bytes order as text and are equal only where their texts are`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<1000 {
      // Few different bytes, so that many pairs share a beginning; 0 and 255 are where packing could go wrong.
      let one = random.bytes(Int.random(in: 0...15, using: &random), from: [0, 0x31, 0x41, 0xFF])
      var other = one
      if Bool.random(using: &random) { other = Array(other.prefix(Int.random(in: 0...15, using: &random))) }
      other += random.bytes(Int.random(in: 0...(15 - other.count), using: &random), from: [0, 0x31, 0x41, 0xFF])
      #expect((id(one) < id(other)) == one.lexicographicallyPrecedes(other), "seed \(seed): \(one) \(other)")
      #expect((id(one) == id(other)) == (one == other), "seed \(seed): \(one) \(other)")
    }
  }

  @Test func `longer ids are equal only where their texts are, and differ from every short one`() {
    var seen: Set<LineID> = []
    for length in 14...40 {
      for last in ["A", "B"] { seen.insert(id(String(repeating: "X", count: length) + last)) }
    }
    #expect(seen.count == 2 * 27)
    #expect(id("ACCOUNT-2026-000000000001") == id("ACCOUNT-2026-000000000001"))
    #expect(id("ACCOUNT-2026-000000000001") != id("ACCOUNT-2026-000000000002"))
  }

  @Test func `longer ids that differ in their last seven bytes order by them, as text`() {
    #expect(id("ENCOUNTER-2025-000003") < id("ENCOUNTER-2025-000004"))
    #expect(id("ENCOUNTER-2025-000099") < id("ENCOUNTER-2025-000100"))
    #expect(!(id("ENCOUNTER-2025-000004") < id("ENCOUNTER-2025-000003")))
    let ids = (0..<1000).map { id("ACCOUNT-2026-\(1_000_000 + $0)") }
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `longer ids that differ anywhere are different`() {
    var seen: Set<LineID> = []
    for length in [16, 17, 23, 24, 36] {
      for place in 0..<length {
        for byte in [0x30, 0x31, 0x42] as [UInt8] {
          var text = [UInt8](repeating: 0x41, count: length)
          text[place] = byte
          seen.insert(id(text))
        }
      }
    }
    #expect(seen.count == 3 * (16 + 17 + 23 + 24 + 36))
  }

  @Test func `the hash of bytes is the same in every run`() {
    func hash(_ text: String, seed: UInt64) -> UInt64 {
      Array(text.utf8).withUnsafeBufferPointer { ByteHash.hash($0, seed: seed) }
    }
    var seen: Set<UInt64> = []
    for length in 0...64 { seen.insert(hash(String(repeating: "A", count: length), seed: 7)) }
    #expect(seen.count == 65)
    #expect(hash("12345678", seed: 1) != hash("12345678", seed: 2))
    #expect(hash("P1", seed: 7) == 0xBB8C_2CC0_389C_E9E4)
    #expect(hash("a patient's number", seed: 7) == 0x73D3_3096_FC8B_E7A3)
  }
}
