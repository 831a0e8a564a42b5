/// A small generator of pseudo-random numbers that gives the same numbers for the same seed on every machine.
///
/// The state is filled by SplitMix64, so that neighbouring seeds and streams have nothing in common; the numbers come
/// from xoshiro256**.
///
/// - Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators" (2021); both are in the public domain.
struct SeededGenerator: Sendable {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  /// A generator for one stream of a seed: one clinician, say, whose year does not depend on who else is there.
  init(seed: UInt64, stream: UInt64) {
    var state = seed &+ Self.splitMix(stream &+ 0x9E37_79B9_7F4A_7C15)
    func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      return Self.splitMix(state)
    }
    s0 = next()
    s1 = next()
    s2 = next()
    s3 = next()
  }

  /// A generator in a known state, which must not be all zero.
  init(state: (UInt64, UInt64, UInt64, UInt64)) { (s0, s1, s2, s3) = state }

  private static func splitMix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    let product = s1 &* 5
    let result = (product << 7 | product >> 57) &* 9
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = s3 << 45 | s3 >> 19
    return result
  }

  /// A number from 0 to one below the bound; the bound must be above 0.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Whether something happens that does so that many times in ten thousand.
  mutating func happens(_ timesInTenThousand: Int) -> Bool { below(10_000) < timesInTenThousand }
}
