/// Shares by their greatest common divisor: the same of rows whose cosine is 1.
public struct Proportions: Hashable, Sendable {
  /// The families that have a share, in order: the number of each in the upper half, its share in the lower.
  private let families: [UInt32]

  init(of shares: [UInt16]) {
    func divisor(_ a: UInt16, _ b: UInt16) -> UInt16 { b == 0 ? a : divisor(b, a % b) }
    var families: [UInt32] = []
    var common: UInt16 = 0
    for (family, share) in shares.enumerated() where share > 0 {
      families.append(UInt32(truncatingIfNeeded: family) << 16 | UInt32(share))
      if common != 1 { common = divisor(common, share) }
    }
    if common > 1 {
      families = families.map { $0 & 0xFFFF_0000 | ($0 & 0xFFFF) / UInt32(common) }
    }
    self.families = families
  }

  /// The share of each family that has one, by its number.
  var shares: [(family: Int, share: Int)] { families.map { (Int($0 >> 16), Int($0 & 0xFFFF)) } }

  /// All shares at once: an array would give them one after another.
  public func hash(into hasher: inout Hasher) { families.withUnsafeBytes { hasher.combine(bytes: $0) } }
}
