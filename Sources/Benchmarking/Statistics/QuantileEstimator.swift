/// How quantiles are estimated: by one of the nine definitions, or by Harrell and Davis.
public enum QuantileEstimator: Hashable, Sendable {
  /// One of the definitions of Hyndman and Fan.
  case definition(QuantileDefinition)
  /// ``HarrellDavis``.
  case harrellDavis

  /// The value at a percent of a sample; nil for an empty sample, and by Harrell and Davis at 0 and 100.
  public func value(at percent: Percent, of sample: OrderedSample) -> Int64? {
    switch self {
    case .definition(let definition): definition.value(at: percent, of: sample)
    case .harrellDavis: HarrellDavis(at: percent, of: sample)?.estimate
    }
  }

  /// What gives the values of one percent after another for samples of the same values, as many, drawn again; nil where it
  /// would have to be worked out anew for each.
  func replicate(at percents: [Percent], of sample: OrderedSample) -> ((Int, OrderedSample) -> Int64)? {
    switch self {
    case .definition(let definition):
      return { definition.value(at: percents[$0], of: $1) ?? 0 }
    case .harrellDavis:
      guard sample.isUnweighted else { return nil }
      let count = sample.count
      let shares = percents.map { percent in
        let shape = HarrellDavis.Shape(count: count, percent)
        return (0...count).map { shape.share(upTo: $0) }
      }
      return { index, drawn in
        var sum = 0.0
        let center = drawn.values[drawn.values.count / 2]
        var start: Int64 = 0
        for (value, end) in zip(drawn.values, drawn.cumulative) where end > start {
          sum += Double(value - center) * (shares[index][Int(end)] - shares[index][Int(start)])
          start = end
        }
        return HarrellDavis.rounded(Double(center) + sum)
      }
    }
  }
}

extension QuantileEstimator: CustomStringConvertible {
  /// The estimator as a page prints it.
  public var description: String {
    switch self {
    case .definition(let definition): definition.description
    case .harrellDavis: "Harrell and Davis (1982)"
    }
  }
}
