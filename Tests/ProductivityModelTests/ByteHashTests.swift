import ProductivityModel
import TestSupport
import Testing

@Suite struct ByteHashTests {
  /// The hash by its definition, a byte at a time.
  private static func plain(_ bytes: [UInt8], seed: UInt64) -> UInt64 {
    var state = ByteHash.mix(seed, UInt64(bytes.count))
    let words = bytes.count / 8
    for word in 0..<words {
      state = ByteHash.mix(state, bytes[word * 8..<word * 8 + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }
    let tail = bytes[(words * 8)...].reduce(0) { $0 << 8 | UInt64($1) }
    return ByteHash.mix(state, tail ^ 0xA076_1D64_78BD_642F)
  }

  @Test(arguments: 61...64 as ClosedRange<UInt64>)
  func `bytes that are read together are those that were there, whatever their number`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for count in 0...40 {
      let bytes = random.bytes(count, from: Array(0...255))
      let hash = bytes.withUnsafeBufferPointer { ByteHash.hash($0, seed: seed) }
      #expect(hash == Self.plain(bytes, seed: seed), "seed \(seed): \(bytes)")
    }
  }

  @Test func `no two short texts of digits have one hash`() {
    var hashes: Set<UInt64> = []
    for number in 0..<200_000 {
      var text = String(number)
      hashes.insert(text.withUTF8 { ByteHash.hash($0, seed: 7) })
    }
    #expect(hashes.count == 200_000)
  }
}
