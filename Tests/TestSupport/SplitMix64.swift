/// A small generator whose numbers depend on its seed alone, so that a property that fails can be run again.
///
/// - Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014), as SplitMix64.
public struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// A generator with a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Some bytes, each one of those given.
  public mutating func bytes(_ count: Int, from choices: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for _ in 0..<count { result.append(choices[Int.random(in: 0..<choices.count, using: &self)]) }
    return result
  }
}
