/// How the distributions of a cohort are worked out, and what of them may be shown.
public struct CohortMethod: Hashable, Sendable {
  /// How quantiles are estimated.
  public var estimator: QuantileEstimator
  /// The percents, from 1 to 99, ascending and each once.
  public var percents: [Int]
  /// How their intervals are made; nil for none.
  public var bootstrap: Bootstrap?
  /// Which groups are hidden.
  public var suppression: CellSuppression
  /// Whether a row of everybody is asked for.
  public var showsTotal: Bool

  /// The percents that most surveys publish.
  public static let standardPercents = [10, 25, 50, 75, 90]
  /// The fewest people of a group that is shown, unless another number is asked for.
  public static let standardMinimum = 10

  /// A method; percents outside 1 to 99 are left out.
  public init(
    estimator: QuantileEstimator = .definition(.standard), percents: [Int] = standardPercents,
    bootstrap: Bootstrap? = nil, suppression: CellSuppression = CellSuppression(minimum: standardMinimum),
    showsTotal: Bool = false
  ) {
    self.estimator = estimator
    self.percents = Set(percents.filter { (1...99).contains($0) }).sorted()
    self.bootstrap = bootstrap
    self.suppression = suppression
    self.showsTotal = showsTotal
  }

  /// The method in phrases, as a table's column `basis` has it.
  public var wording: String {
    var parts: [String] = []
    switch estimator {
    case .definition(let definition): parts.append("percentiles by \(definition)")
    case .harrellDavis: parts.append("percentiles by \(estimator), se by the jackknife")
    }
    if let bootstrap { parts.append("low and high: \(bootstrap.wording)") }
    return parts.joined(separator: "; ")
  }
}
