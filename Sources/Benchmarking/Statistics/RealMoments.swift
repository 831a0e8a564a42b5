/// The mean and standard deviation of a sample of floating-point numbers, by a numerically stable method.
///
/// Sums are compensated, and the mean and the sum of squares are corrected by what is left of the distances from the mean:
/// the corrected two-pass algorithm. The numbers are taken in the order given, so the same order gives the same bits.
///
/// - Source: Chan, Golub and LeVeque, "Algorithms for Computing the Sample Variance", The American Statistician 37 (1983),
///   242-247; Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974), 39-51.
public struct RealMoments: Sendable {
  /// The mean.
  public let mean: Double
  /// The standard deviation of a sample (n - 1 in the denominator); nil of fewer than two numbers.
  public let standardDeviation: Double?

  /// The moments of some numbers; nil where there are none.
  ///
  /// - Complexity: O(n).
  public init?(of values: [Double]) { self.init(of: values, weights: values.map { _ in 1 }) }

  /// The moments of some numbers, each as many times as its weight says.
  ///
  /// - Returns: nil where there are not as many weights as numbers, or they do not add up to more than zero.
  public init?(of values: [Double], weights: [Int64]) {
    let count = Double(weights.reduce(0, +))
    guard values.count == weights.count, count > 0 else { return nil }
    func sum(_ term: (Double) -> Double) -> Double { Self.sum(values, weights, term) }
    let first = sum { $0 } / count
    let center = first + sum { $0 - first } / count
    mean = center
    guard count > 1 else {
      standardDeviation = nil
      return
    }
    let rest = sum { $0 - center }
    let squares = sum { ($0 - center) * ($0 - center) }
    standardDeviation = max(0, (squares - rest * rest / count) / (count - 1)).squareRoot()
  }

  /// A sum in which what each addition loses is added up on its own.
  private static func sum(_ values: [Double], _ weights: [Int64], _ term: (Double) -> Double) -> Double {
    var (total, lost) = (0.0, 0.0)
    for (value, weight) in zip(values, weights) {
      let next = term(value) * Double(weight)
      let sum = total + next
      lost += total.magnitude >= next.magnitude ? (total - sum) + next : (next - sum) + total
      total = sum
    }
    return total + lost
  }
}
