import Benchmarking
import ProductivityModel

/// Some of a cohort who are all of each other's nearest: since they have one case mix exactly, or since nobody is nearer than another.
///
/// What is told of each is worked out of all of them together: in a specialty whose thousands all do one kind of work, comparing
/// everyone with everyone would take hours.
struct SharedMix {
  /// The figures of all.
  private let figures: PeerCohort
  /// The case mixes of all but one.
  let pooled: PooledOthers
  /// The middle figures of all but one, by which of the middle ones that is.
  private let medians: [Int64?]
  private let middle: ClosedRange<Int>

  /// - Parameters:
  ///   - figures: the annualised figure of each.
  ///   - some: who they are, in the same order.
  ///   - work: the work of each family of all.
  init(_ figures: [Int64], of some: [Int], _ work: PartCounts, minimumPeers: Int) {
    let cohort = PeerCohort(figures)
    self.figures = cohort
    pooled = PooledOthers(work, of: some, minimumClinicians: minimumPeers, minimumTotal: 1)
    // Who is below all of the middle leaves the same median as any other who is; so it is above.
    let half = figures.count / 2
    let middle = max(0, half - 2)...min(figures.count - 1, half + 1)
    self.middle = middle
    medians = middle.map { place in
      var others = cohort.values
      others.remove(at: place)
      return QuantileDefinition.standard.value(at: Percent(50), of: OrderedSample(others))
    }
  }

  /// The rank of one of them among all.
  func standing(of own: Int64, minimumOthers: Int, kind: PercentileRank.Kind) -> PeerStanding? {
    PeerStanding(of: own, among: figures, minimumOthers: minimumOthers, kind: kind)
  }

  /// How many of the others are below one of them, and above.
  func counts(_ own: Int64) -> StandingDifference.Counts {
    let below = figures.below(own)
    return StandingDifference.Counts(figures.count - 1, below: below, above: figures.count - figures.upTo(own))
  }

  /// The median of the others' figures.
  func median(without own: Int64) -> Int64? {
    let place = min(max(figures.below(own), middle.lowerBound), middle.upperBound)
    return medians[place - middle.lowerBound]
  }
}
