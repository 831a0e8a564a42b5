import TestSupport
import Testing

@testable import Benchmarking

@Suite struct `A standing among peers` {
  @Test func `shares a rank among equals and skips the next`() throws {
    let cohort: [Int64] = [900, 700, 700, 500]
    func standing(_ value: Int64) throws -> PeerStanding {
      try #require(PeerStanding(of: value, among: cohort, minimumOthers: 1))
    }
    #expect(try cohort.map { try standing($0).rank } == [1, 2, 2, 4])
    #expect(try standing(900).count == 4)
    // The share below plus half the share equal, oneself included: 3.5, 2 and 0.5 of 4.
    #expect(try cohort.map { try standing($0).percentile } == [87.5, 50, 50, 12.5])
  }

  @Test(arguments: [(1, 0, true), (1, 1, false), (5, 5, false), (6, 5, true), (6, 6, false), (2, 1, true)])
  func `is shown only with enough others`(count: Int, minimumOthers: Int, isShown: Bool) {
    let cohort = (1...count).map(Int64.init)
    #expect((PeerStanding(of: 1, among: cohort, minimumOthers: minimumOthers) != nil) == isShown)
  }

  @Test func `is none in an empty cohort`() {
    #expect(PeerStanding(of: 1, among: [], minimumOthers: 0) == nil)
    #expect(PeerStanding(of: 1, among: [], minimumOthers: -1) == nil)
  }

  @Test func `is halfway where all are equal, and sums to half of all always`() throws {
    var random = SplitMix64(seed: 61)
    for round in 0..<300 {
      let cohort = (0..<Int.random(in: 1...20, using: &random)).map { _ in Int64.random(in: 0...8, using: &random) }
      let standings = try cohort.map { try #require(PeerStanding(of: $0, among: cohort, minimumOthers: 0)) }
      let sum = standings.reduce(0) { $0 + $1.percentile }
      #expect(abs(sum - 50 * Double(cohort.count)) < 0.000001, "seed 61, round \(round)")
      for (value, standing) in zip(cohort, standings) {
        #expect(standing.rank == 1 + cohort.count { $0 > value }, "seed 61, round \(round)")
      }
    }
    let equal = try #require(PeerStanding(of: 7, among: [7, 7, 7], minimumOthers: 2))
    #expect(equal.rank == 1)
    #expect(equal.percentile == 50)
  }
}
