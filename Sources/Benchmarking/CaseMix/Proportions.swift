/// Shares by their greatest common divisor: the same of rows whose cosine is 1.
public struct Proportions: Hashable, Sendable {
  /// The share of each family.
  public let shares: [UInt16]

  init(of shares: [UInt16]) { self.shares = shares }

  /// All shares at once: an array would give them one after another.
  public func hash(into hasher: inout Hasher) { shares.withUnsafeBytes { hasher.combine(bytes: $0) } }
}
