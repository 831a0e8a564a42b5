/// What a clinician's work consists of: the share of each code family in ten-thousandths, exact integers.
///
/// Shares of work RVUs, not of lines: a family counts by the work that it is. They are rounded half up, each by itself, so they may
/// add up to a few more or less than 10,000; a cosine does not depend on their sum.
public struct CaseMixRow: Hashable, Sendable {
  /// The whole, in which shares are counted.
  public static let whole: Int64 = 10_000

  /// The share of each family, 0 to 10,000, in the order of the families.
  public let shares: [UInt16]
  /// The sum of the squares of the shares: at most 10^8.
  public let square: Int64

  /// The shares of some sums of work RVUs, in millionths, one a family.
  ///
  /// - Parameter work: a family whose sum is negative, from days reversed as a whole, has no share.
  /// - Returns: nil where no family has any work.
  /// - Complexity: O(n) in the families.
  public init?(work: [Int64]) { self.init(PartCounts([work]), of: 0) }

  /// The shares of a clinician's work RVUs, in millionths, whose parts are families.
  ///
  /// - Returns: nil where no family has any work.
  public init?(_ work: PartCounts, of clinician: Int) {
    let places = work.places(of: clinician)
    let total = places.reduce(Int128(0)) { $0 + Int128(work[$1].count) }
    guard total > 0 else { return nil }
    var shares = [UInt16](repeating: 0, count: work.parts)
    var square: Int64 = 0
    for place in places {
      let share = Self.share(of: work[place].count, total)
      shares[Int(work[place].part)] = share
      square += Int64(share) * Int64(share)
    }
    self.shares = shares
    self.square = square
  }

  /// A part that is more than none of a total, in ten-thousandths, rounded half up.
  private static func share(of part: Int64, _ total: Int128) -> UInt16 {
    guard total <= Int128(Int64.max) else { return UInt16((Int128(part) * Int128(whole) * 2 + total) / (2 * total)) }
    // (part x 20,000 + total) / (2 x total), in one division of the processor: the quotient is at most ten thousand.
    let product = UInt64(part).multipliedFullWidth(by: UInt64(whole) * 2)
    let (low, carry) = product.low.addingReportingOverflow(UInt64(total))
    return UInt16((UInt64(total) * 2).dividingFullWidth((product.high + (carry ? 1 : 0), low)).quotient)
  }

  /// A row of shares that are known.
  ///
  /// - Returns: nil where a share is above the whole or all are zero.
  public init?(shares: [UInt16]) {
    guard shares.allSatisfy({ $0 <= Self.whole }) else { return nil }
    self.shares = shares
    square = Self.wideProduct(shares, shares)
    if square == 0 { return nil }
  }

  /// What rows have in common whose cosine is 1: the shares by their greatest common divisor.
  public var proportions: Proportions { Proportions(of: shares) }

  /// The scalar product with another row of the same families: exact.
  public func product(_ other: CaseMixRow) -> Int64 {
    // It is no more than the greater of the squares, and so is every sum on the way to it.
    max(square, other.square) <= Int64(Int32.max)
      ? Self.narrowProduct(shares, other.shares) : Self.wideProduct(shares, other.shares)
  }

  /// The similarity to another row: the cosine of the two.
  public func similarity(_ other: CaseMixRow) -> Cosine {
    Cosine(product: product(other), square: square, otherSquare: other.square)
  }

  /// The scalar product where it is known to have room in 32 bits: several families are then multiplied at once.
  private static func narrowProduct(_ a: [UInt16], _ b: [UInt16]) -> Int64 {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        var sum: Int32 = 0
        for index in 0..<min(a.count, b.count) {
          sum &+= Int32(Int16(bitPattern: a[index])) &* Int32(Int16(bitPattern: b[index]))
        }
        return Int64(sum)
      }
    }
  }

  private static func wideProduct(_ a: [UInt16], _ b: [UInt16]) -> Int64 {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        var sum: Int64 = 0
        for index in 0..<min(a.count, b.count) { sum &+= Int64(UInt32(a[index]) &* UInt32(b[index])) }
        return sum
      }
    }
  }
}
