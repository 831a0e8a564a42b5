/// A distribution of a metric among the people of a group, as a survey's row has it.
public struct CohortDistribution: Hashable, Sendable {
  /// A quantile of the group, in millionths of the metric's unit.
  public struct Quantile: Hashable, Sendable {
    /// The percent, from 1 to 99.
    public var percent: Int
    /// The value.
    public var millionths: Int64
    /// Its standard error; nil unless it is estimated by Harrell and Davis.
    public var standardError: Int64?
    /// Its bootstrap interval; nil where none is asked for.
    public var interval: ClosedRange<Int64>?
  }

  /// The group.
  public let key: CohortKey
  /// How many people it has: rows of the table, whatever their weight.
  public let people: Int
  /// Their weights together; nil where each counts once.
  public let weight: Int64?
  /// How many organisations they come from; nil where it is not known.
  public let organisations: Int?
  /// The mean, rounded once.
  public let mean: Int64
  /// The standard deviation of a sample, rounded once; nil of one person.
  public let standardDeviation: Int64?
  /// The quantiles, percents ascending.
  public let quantiles: [Quantile]

  /// The distribution of a group.
  ///
  /// - Returns: nil for a group without people, or with weights that do not add up within 64 bits.
  public init?(of group: CohortGroup, by method: CohortMethod) {
    let weighted =
      group.weights.isEmpty ? OrderedSample(group.values) : OrderedSample(group.values, weights: group.weights)
    guard let sample = weighted, let moments = SampleMoments(of: sample) else { return nil }
    key = group.key
    people = group.values.count
    weight = group.weights.isEmpty ? nil : sample.count
    organisations = group.organisations.isEmpty ? nil : Set(group.organisations).count
    mean = moments.mean
    standardDeviation = moments.standardDeviation
    let percents = method.percents.map { Percent($0) }
    let intervals = method.bootstrap?.intervals(at: percents, of: sample, by: method.estimator)
    quantiles = percents.indices.compactMap { index in
      let interval = intervals?[index]
      switch method.estimator {
      case .definition(let definition):
        return definition.value(at: percents[index], of: sample).map {
          Quantile(percent: method.percents[index], millionths: $0, interval: interval)
        }
      case .harrellDavis:
        return HarrellDavis(at: percents[index], of: sample).map {
          Quantile(
            percent: method.percents[index], millionths: $0.estimate, standardError: $0.standardError,
            interval: interval)
        }
      }
    }
  }
}
