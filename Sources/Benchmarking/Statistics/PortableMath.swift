/// Elementary functions of additions, multiplications and divisions alone, which every machine rounds alike.
///
/// The functions of a system's library differ in the last bit from one processor to the next; these give the same bits
/// everywhere. Each is good to a few units in the last place.
enum PortableMath {
  /// The natural logarithm of 2 in two parts: the first has bits to spare, so that a whole multiple of it is exact.
  private static let log2High = 0x1.62e42fee00000p-1
  private static let log2Low = 0x1.a39ef35793c76p-33

  /// The exponential function; 0 below -700.
  static func exp(_ x: Double) -> Double {
    guard x > -700 else { return 0 }
    let halvings = (x / (log2High + log2Low)).rounded()
    let rest = (x - halvings * log2High) - halvings * log2Low
    // The Taylor series at most half the logarithm of 2 from zero: the 15th term is below a unit in the last place.
    var sum = 1.0
    for term in stride(from: 15.0, through: 1, by: -1) { sum = 1 + sum * rest / term }
    return Double(sign: .plus, exponent: Int(halvings), significand: sum)
  }

  /// The natural logarithm of a number above zero.
  static func log(_ x: Double) -> Double {
    var (exponent, part) = (Double(x.exponent), x.significand)
    if part > 1.414_213_562_373_095 {
      part /= 2
      exponent += 1
    }
    let tangent = (part - 1) / (part + 1)
    return exponent * log2High + (2 * tangent * (1 + areaTail(tangent)) + exponent * log2Low)
  }

  /// log(1 + u) - u for u above -1, without loss near zero.
  static func logOneMinusLinear(_ u: Double) -> Double {
    guard u > -0.3, u < 0.4 else { return log(1 + u) - u }
    let tangent = u / (2 + u)
    return 2 * tangent * areaTail(tangent) - u * tangent
  }

  /// artanh(t) / t - 1, for t of at most about 0.18: the series t^2/3 + t^4/5 + ...
  private static func areaTail(_ tangent: Double) -> Double {
    let square = tangent * tangent
    var sum = 0.0
    for odd in stride(from: 27.0, through: 3, by: -2) { sum = square * (1 / odd + sum) }
    return sum
  }

  /// What Stirling's formula leaves of the logarithm of the gamma function of a number above zero:
  /// log gamma(a) - (a - 1/2) log a + a - log(2 pi) / 2.
  ///
  /// - Source: DLMF 5.11.1, with the recurrence of the gamma function below 16.
  static func stirlingRest(_ a: Double) -> Double {
    var (a, sum) = (a, 0.0)
    while a < 16 {
      sum += (a + 0.5) * log(1 + 1 / a) - 1
      a += 1
    }
    let square = 1 / (a * a)
    let series =
      1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188))))
    return sum + series / a
  }
}
