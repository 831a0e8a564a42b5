import TestSupport
import Testing

@testable import Benchmarking

struct PooledSharesTests {
  @Test func `services are added up first and divided then`() throws {
    let shares = try #require(
      PooledShares(PartCounts([[1, 9], [30, 0], [0, 60]]), minimumClinicians: 2, minimumTotal: 1))
    #expect(shares.clinicians == 3 && shares.total == 100)
    #expect(shares.parts == [31, 69])
    #expect(shares.share(0) == 0.31)
    #expect(shares.isWhole)
  }

  @Test func `nothing is shown of fewer clinicians, or services, than the least`() {
    #expect(PooledShares(PartCounts([[5, 5], [0, 0]]), minimumClinicians: 2, minimumTotal: 1) == nil)
    #expect(PooledShares(PartCounts([[5, 5], [5, -4]]), minimumClinicians: 2, minimumTotal: 16) == nil)
    #expect(PooledShares(PartCounts([[5, 5], [5, -4]]), minimumClinicians: 2, minimumTotal: 15)?.total == 15)
    #expect(PooledShares(PartCounts([]), minimumClinicians: 0, minimumTotal: 0) == nil)
  }

  @Test func `a part of too few is hidden, and the smallest of the others with it`() throws {
    let shares = try #require(
      PooledShares(PartCounts([[4, 20, 50], [0, 30, 50], [0, 10, 50]]), minimumClinicians: 2, minimumTotal: 1))
    #expect(shares.parts == [nil, nil, 150])
    #expect(!shares.isWhole)
    #expect(shares.share(0) == nil && shares.share(1) == nil)
  }

  @Test func `parts of too few that are of the same few are hidden with one more`() throws {
    let shares = try #require(
      PooledShares(
        PartCounts([[4, 2, 9, 50], [0, 0, 30, 50], [0, 0, 10, 50]]), minimumClinicians: 3, minimumTotal: 1))
    #expect(shares.parts == [nil, nil, nil, 150])
  }

  @Test func `a part that nobody has is told as none`() throws {
    let shares = try #require(PooledShares(PartCounts([[4, 0], [6, 0]]), minimumClinicians: 2, minimumTotal: 1))
    #expect(shares.parts == [10, 0])
  }

  /// Whoever reads the page knows the total, the number of clinicians, and the parts that are shown. Another division of the
  /// same clinicians, with the hidden part greater by one service and another hidden one smaller, must look the same.
  @Test(arguments: [UInt64(11), 12, 13, 14])
  func `a hidden part cannot be found from what is shown`(seed: UInt64) throws {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    var tried = 0
    for _ in 0..<400 {
      let partCount = 2 + Int(random.next() % 4)
      let counts = (0..<8).map { _ in
        (0..<partCount).map { _ in random.next() % 3 == 0 ? Int64(random.next() % 9) : 0 }
      }
      guard let shown = PooledShares(PartCounts(counts), minimumClinicians: 3, minimumTotal: 1), !shown.isWhole else {
        continue
      }
      let hidden = shown.parts.indices.filter { shown.parts[$0] == nil }
      #expect(hidden.count >= 2, "one hidden part is the total less the others")
      let holders = counts.count { own in hidden.contains { own[$0] > 0 } }
      #expect(holders >= 3, "the hidden parts together are a figure of too few")
      tried += 1
      // A service of one hidden part, moved to another by a clinician who has both or only the first.
      let (from, to) = (hidden[0], hidden[1])
      guard let holder = counts.firstIndex(where: { $0[from] > 1 && $0[to] > 0 }) else { continue }
      var other = counts
      other[holder][from] -= 1
      other[holder][to] += 1
      let looksLike = try #require(PooledShares(PartCounts(other), minimumClinicians: 3, minimumTotal: 1))
      if looksLike.parts.indices.filter({ looksLike.parts[$0] == nil }) == hidden { #expect(looksLike == shown) }
    }
    #expect(tried > 20)
  }
}
