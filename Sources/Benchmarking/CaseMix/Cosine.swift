/// The cosine of two rows of non-negative integers, kept as the integers that it is made of, so that cosines are compared exactly.
///
/// - Unit: 0 where two clinicians have no family in common, 1 where their shares are in the same proportions.
public struct Cosine: Sendable {
  /// The scalar product of the two rows.
  public let product: Int64
  /// The square of the length of the first.
  public let square: Int64
  /// The square of the length of the second.
  public let otherSquare: Int64

  /// A cosine of its parts; the squares are above zero.
  public init(product: Int64, square: Int64, otherSquare: Int64) {
    self.product = product
    self.square = square
    self.otherSquare = otherSquare
  }

  /// The nearest double, for showing and for sifting; never for deciding.
  public var value: Double {
    Double(product) / (Double(square) * Double(otherSquare)).squareRoot()
  }

  /// The cosine in millionths, rounded down, by integers alone: what is shown is the same on every machine.
  ///
  /// Never more than 1,000,000.
  public var millionths: Int64 {
    // The root of product² x 10^12 / (square x otherSquare): sides are at most 10^16 x 10^12, which Int128 holds.
    let dividend = Int128(product) * Int128(product) * 1_000_000_000_000
    let divisor = Int128(square) * Int128(otherSquare)
    // A double is near, and multiplication decides.
    var root = Int64(value * 1_000_000)
    while Int128(root) * Int128(root) * divisor > dividend { root -= 1 }
    while Int128(root + 1) * Int128(root + 1) * divisor <= dividend { root += 1 }
    return root
  }

  /// Whether two cosines with the same first row are equal, exactly.
  public func isEqual(to other: Cosine) -> Bool {
    let (left, right) = Self.sides(product, otherSquare, other.product, other.otherSquare)
    return left == right
  }

  /// Two numbers of which the first is the greater where the first of two cosines is, and which are equal where these are, for two cosines
  /// with the same first row: product² / otherSquare by cross-multiplication.
  ///
  /// Products are at most 10^8 and squares at most 10^8, so each side is at most 10^24.
  @inline(__always)
  static func sides(_ product: Int64, _ square: Int64, _ other: Int64, _ otherSquare: Int64) -> (Int128, Int128) {
    (
      Int128(product) * Int128(product) * Int128(otherSquare), Int128(other) * Int128(other) * Int128(square)
    )
  }
}
