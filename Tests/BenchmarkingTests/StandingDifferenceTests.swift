import TestSupport
import Testing

@testable import Benchmarking

struct StandingDifferenceTests {
  /// R. A. Fisher, The Design of Experiments, 1935, chapter II: of eight cups four have the milk first, and the lady picks four. All four right has the
  /// probability 1/70, three or more 17/70.
  @Test(arguments: [(4, 1.0 / 70), (3, 17.0 / 70), (2, 53.0 / 70), (0, 1)])
  func `the probability is that of Fisher's cups of tea`(found: Int, expected: Double) {
    let tail = StandingDifference.probability(marked: 4, of: 8, chosen: 4, found: found, .orMore)
    #expect(abs(tail - expected) < 1e-14)
    let other = StandingDifference.probability(marked: 4, of: 8, chosen: 4, found: 4 - found, .orFewer)
    #expect(abs(other - expected) < 1e-14)
  }

  @Test(arguments: [(20_000, 9_000, 10_000, 4_500), (100_000, 50_000, 50_000, 25_100), (60_000, 30, 59_000, 29)])
  func `far outcomes that are too unlikely to be numbers take nothing away`(
    total: Int, marked: Int, chosen: Int, found: Int
  ) {
    let more = StandingDifference.probability(marked: marked, of: total, chosen: chosen, found: found, .orMore)
    let fewer = StandingDifference.probability(marked: marked, of: total, chosen: chosen, found: found - 1, .orFewer)
    #expect(abs(more + fewer - 1) < 1e-9)
    #expect(more > 0.001 && fewer > 0.001)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `the two tails add up to one and their common outcome`(seed: UInt64) {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let total = 1 + Int(random.next() % 3_000)
      let marked = Int(random.next() % UInt64(total + 1))
      let chosen = Int(random.next() % UInt64(total + 1))
      let found = Int(random.next() % UInt64(chosen + 1))
      func tail(_ found: Int, _ direction: StandingDifference.Direction) -> Double {
        StandingDifference.probability(marked: marked, of: total, chosen: chosen, found: found, direction)
      }
      let both = tail(found, .orMore) + tail(found - 1, .orFewer)
      #expect(abs(both - 1) < 1e-9, "\(total) \(marked) \(chosen) \(found)")
    }
  }

  @Test func `a difference is told where chance makes it in at most one choice of forty`() {
    let others: [Int64] = [1, 2, 3, 4, 5, 7, 8, 9, 10, 11]
    func difference(_ nearest: [Int64]) -> StandingDifference {
      StandingDifference(of: 6, nearest: nearest, others: others)
    }
    // All five below of the ten others: one choice of 252.
    #expect(difference([1, 2, 3, 4, 5]) == .higher)
    #expect(difference([7, 8, 9, 10, 11]) == .lower)
    // Four of five: (25 + 1) / 252 is more than one of forty.
    #expect(difference([1, 2, 3, 4, 8]) == .withinChance)
    // Three of three of six: one of twenty.
    #expect(StandingDifference(of: 4, nearest: [1, 2, 3], others: [1, 2, 3, 5, 6, 7]) == .withinChance)
    // Everyone, or equal figures, say nothing.
    #expect(difference(others) == .withinChance)
    let equal = [Int64](repeating: 5, count: 12)
    #expect(StandingDifference(of: 5, nearest: [5, 5, 5, 5], others: equal) == .withinChance)
  }

  @Test(arguments: [UInt64(4), 5])
  func `a tail is rare just where its probability is at most one of forty`(seed: UInt64) {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    var (rare, common) = (0, 0)
    for _ in 0..<2_000 {
      let total = 1 + Int(random.next() % 600)
      let marked = Int(random.next() % UInt64(total + 1))
      let chosen = Int(random.next() % UInt64(total + 1))
      let found = Int(random.next() % UInt64(chosen + 1))
      for direction in [StandingDifference.Direction.orMore, .orFewer] {
        let tail = StandingDifference.probability(
          marked: marked, of: total, chosen: chosen, found: found, direction)
        let isRare = StandingDifference.isRare(marked: marked, of: total, chosen: chosen, found: found, direction)
        #expect(isRare == (tail <= StandingDifference.level), "\(total) \(marked) \(chosen) \(found)")
        if isRare { rare += 1 } else { common += 1 }
      }
    }
    #expect(rare > 500 && common > 500)
  }
}
