/// The regularised incomplete beta function: the distribution function of the beta distribution.
///
/// - Source: NIST Digital Library of Mathematical Functions, 8.17.22 (the continued fraction), evaluated by the modified
///   method of Lentz (Thompson and Barnett, "Coulomb and Bessel functions of complex arguments and order", Journal of
///   Computational Physics 64 (1986), 490-509). What stands before the fraction is written around the mean of the
///   distribution, as Loader does for the binomial ("Fast and Accurate Computation of Binomial Probabilities", 2000), so that
///   large parameters lose nothing.
enum IncompleteBeta {
  /// The most terms of the continued fraction; it needs about the root of the larger parameter.
  private static let termLimit = 1_000_000

  /// I(x; a, b) at x = `part / whole`, for a and b above zero.
  static func regularized(_ part: Int64, of whole: Int64, a: Double, b: Double) -> Double {
    if part <= 0 { return 0 }
    if part >= whole { return 1 }
    let x = Double(part) / Double(whole)
    let y = Double(whole - part) / Double(whole)
    return x <= (a + 1) / (a + b + 2) ? lower(x, y, a, b) : 1 - lower(y, x, b, a)
  }

  /// The function where its fraction converges well; y is 1 - x.
  private static func lower(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    let before = density(x, y, a, b) / a
    return before > 0 ? before * fraction(x, a, b) : 0
  }

  /// x^a y^b / B(a, b).
  private static func density(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    let sum = a + b
    let (u, v) = ((x * sum - a) / a, (y * sum - b) / b)
    let exponent =
      a * PortableMath.logOneMinusLinear(u) + b * PortableMath.logOneMinusLinear(v)
      + PortableMath.stirlingRest(sum) - PortableMath.stirlingRest(a) - PortableMath.stirlingRest(b)
    return (a / sum * b / (2 * Double.pi)).squareRoot() * PortableMath.exp(exponent)
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let least = 1e-300
    func away(_ value: Double) -> Double { value.magnitude < least ? least : value }
    var (value, c, d) = (1.0, 1.0, 0.0)
    for term in 1..<termLimit {
      let m = Double(term / 2)
      let coefficient =
        term % 2 == 0
        ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / away(1 + coefficient * d)
      c = away(1 + coefficient / c)
      value *= c * d
      if (c * d - 1).magnitude < 1e-16 { break }
    }
    return 1 / value
  }
}
