/// The ends of a ``RankInterval`` where several have the value, found faster than by working out anew how many are drawn equal for each
/// number that is drawn below.
///
/// Of n others that are left, e are drawn equal with a binomial chance; of n - 1 with that chance times (n - e) / (n x (1 - share)). So
/// the chances for one number drawn below follow from those for the one before, many at a time. They are rounded otherwise than by
/// ``RankInterval/Chances`` for each, by far less than ``doubt``; where that could decide, nothing is told.
struct TiedRankEnds {
  /// By how much a sum of chances must be away from the share that it has to reach. Each chance is the product of some thousands of
  /// rounded factors: each wrong by 2^-53 at most, all of them by less than a thousandth of this.
  static let doubt = 1e-9

  /// The least number that is drawn equal.
  let leastEqual: Int
  /// The chance of each percentile, in halves of a rank, from the least on.
  private var weights: [Double]

  /// The chances of all percentiles; nil where one is too small to be a number, from which others would follow.
  ///
  /// - Parameters:
  ///   - byBelow: those of how many are drawn below.
  ///   - others: how many are drawn.
  ///   - share: of those that are not drawn below the share that is drawn equal, more than none and less than all.
  ///   - step: by how many halves of a rank one more that is drawn equal raises the percentile.
  /// - Complexity: O(√n √k) where k of n have the value.
  init?(byBelow: RankInterval.Chances, others: Int, share: Double, step: Int) {
    let most = others - byBelow.least
    var chances = RankInterval.Chances()
    // The fewer are left, the fewer are drawn equal: the least of all by the last, the most by the first.
    chances.setBinomial(most - byBelow.chances.count + 1, share)
    let least = chances.least
    chances.setBinomial(most, share)
    chances.extend(downTo: least, most, share)
    guard chances.chances[0] > 1e-250 else { return nil }
    leastEqual = least
    var ties = chances.chances
    let numbers = ties.indices.map { Double(least + $0) }
    weights = [Double](repeating: 0, count: 2 * byBelow.chances.count + step * ties.count)
    // (below, equal) is at 2 x below + step x equal, both from their least on.
    for (below, chance) in byBelow.chances.enumerated() {
      let left = Double(most - below)
      let factor = 1 / (left * (1 - share))
      weights.withUnsafeMutableBufferPointer { weights in
        ties.withUnsafeMutableBufferPointer { ties in
          numbers.withUnsafeBufferPointer { numbers in
            for place in ties.indices {
              weights[2 * below + step * place] += chance * ties[place]
              ties[place] *= (left - numbers[place]) * factor
            }
          }
        }
      }
    }
  }

  /// The first place up to which the chances come to a share, in halves of a rank from the least on; nil where rounding could decide.
  func first(reaching share: Double) -> Int? {
    var sum = 0.0
    for (place, weight) in weights.enumerated() where weight > 0 {
      let before = sum
      sum += weight
      guard sum >= share - RankInterval.hair else { continue }
      return before < share - Self.doubt && sum > share + Self.doubt ? place : nil
    }
    return nil
  }
}
