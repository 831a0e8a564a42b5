import TestSupport
import Testing
import Threads

@testable import Benchmarking

struct NearestPeersTests {
  /// The nearest by comparing every pair exactly, cosines as fractions of whole numbers.
  private func bruteForce(_ rows: [CaseMixRow], of asked: [Int]) -> [[Int]] {
    asked.map { row in
      let others = rows.indices.filter { $0 != row }.sorted { a, b in
        let (left, right) = (rows[row].product(rows[a]), rows[row].product(rows[b]))
        // left² / |a|² against right² / |b|².
        let (x, y) = (Int128(left * left) * Int128(rows[b].square), Int128(right * right) * Int128(rows[a].square))
        return x != y ? x > y : a < b
      }
      return others
    }
  }

  private func found(_ rows: [CaseMixRow], limit: Int) -> [[Int]] {
    NearestPeers.find(rows, limit: limit).map { $0.map(\.row) }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func `the nearest are those of comparing every pair exactly, with many ties`(seed: UInt64) throws {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    let families = 1 + Int(random.next() % 40)
    // Few different values and multiples of one another: cosines that are equal, and some that nearly are.
    let rows = try (0..<150).map { _ in
      let step = [UInt64(2_500), 1_000, 100, 1][Int(random.next() % 4)]
      var shares = (0..<families).map { _ in
        random.next() % 3 == 0 ? UInt16(step * (random.next() % (10_000 / step + 1))) : 0
      }
      shares[Int(random.next() % UInt64(families))] = UInt16(step)
      return try #require(CaseMixRow(shares: shares))
    }
    let exact = bruteForce(rows, of: Array(rows.indices))
    for limit in [1, 7, 10, 149, 400] {
      #expect(found(rows, limit: limit) == exact.map { Array($0.prefix(limit)) }, "seed \(seed), \(limit) nearest")
    }
  }

  @Test func `rows over several blocks have the same nearest as in one`() throws {
    var random = SplitMix64(seed: 77)
    let rows = try (0..<(2 * NearestPeers.block + 100)).map { _ in
      var shares = (0..<6).map { _ in UInt16(100 * (random.next() % 20)) }
      shares[0] += 100
      return try #require(CaseMixRow(shares: shares))
    }
    let asked = [0, 1, 1_023, 1_024, 1_500, 2_047, 2_048, 2_147]
    let lists = found(rows, limit: 5)
    #expect(asked.map { lists[$0] } == bruteForce(rows, of: asked).map { Array($0.prefix(5)) })
  }

  @Test(arguments: [UInt64(11), 12])
  func `any number of threads finds the same`(seed: UInt64) throws {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    let rows = try (0..<(2 * NearestPeers.block)).map { _ in
      let shares = (0..<8).map { _ in UInt16(random.next() % 4 == 0 ? 100 * (random.next() % 50) : 1) }
      return try #require(CaseMixRow(shares: shares))
    }
    let lists = Workers.using(1) { found(rows, limit: 10) }
    for threads in [2, 3, 16] { #expect(Workers.using(threads) { found(rows, limit: 10) } == lists) }
    let asked = [0, 700, 2_047]
    #expect(asked.map { lists[$0] } == bruteForce(rows, of: asked).map { Array($0.prefix(10)) })
  }

  @Test func `only those who are asked for have lists, and theirs are the same`() throws {
    var random = SplitMix64(seed: 31)
    let rows = try (0..<1_500).map { _ in
      try #require(CaseMixRow(shares: (0..<5).map { _ in UInt16(1 + random.next() % 30) }))
    }
    let all = found(rows, limit: 4)
    let some = NearestPeers.find(rows, limit: 4) { $0 % 7 == 3 }.map { $0.map(\.row) }
    for row in rows.indices { #expect(some[row] == (row % 7 == 3 ? all[row] : [])) }
    let none = NearestPeers.find(rows, limit: 4) { _ in false }
    #expect(none.count == 1_500 && none.allSatisfy(\.isEmpty))
  }

  /// Rows that have their families in common with few: a search by families finds the same as comparing every pair.
  @Test(arguments: [UInt64(51), 52, 53])
  func `rows of rare families have the same nearest as any other`(seed: UInt64) throws {
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    let families = 40
    let rows = try (0..<300).map { _ in
      var shares = [UInt16](repeating: 0, count: families)
      // Most have the first family alone or with another; the others are those of few.
      if random.next() % 4 != 0 { shares[0] = UInt16(1 + random.next() % 3) }
      if shares[0] == 0 || random.next() % 5 == 0 {
        for _ in 0..<(1 + random.next() % 3) { shares[1 + Int(random.next() % 39)] = UInt16(1 + random.next() % 4) }
      }
      return try #require(CaseMixRow(shares: shares))
    }
    let search = SharedFamilySearch(rows, families: families)
    let few = rows.indices.filter(search.isFaster)
    #expect(few.count > 20 && few.count < 200, "seed \(seed): not both ways are taken")
    let exact = bruteForce(rows, of: Array(rows.indices))
    for limit in [1, 11, 60, 299] {
      #expect(found(rows, limit: limit) == exact.map { Array($0.prefix(limit)) }, "seed \(seed), \(limit) nearest")
    }
  }

  @Test(
    arguments: [
      ([10_000, 0], [1, 0]), ([5_000, 5_000], [1, 1]), ([2_500, 7_500], [1, 3]), ([3_333, 6_667], [3_333, 6_667]),
      ([0, 4, 6], [0, 2, 3]),
    ] as [([UInt16], [UInt16])])
  func `proportions are the shares by their greatest common divisor`(shares: [UInt16], proportions: [UInt16]) throws {
    let found = try #require(CaseMixRow(shares: shares)).proportions.shares
    var dense = [UInt16](repeating: 0, count: shares.count)
    for (family, share) in found { dense[family] = UInt16(share) }
    #expect(dense == proportions)
  }

  @Test func `a product is the sum of the products, however large the shares are`() throws {
    let seed: UInt64 = 4_711
    var random = SplitMix64(seed: seed)
    for most: UInt16 in [1, 100, 3_000, 10_000] {
      for families in [1, 7, 16, 100, 333] {
        let rows = try (0..<2).map { _ in
          try #require(CaseMixRow(shares: [1] + (1..<families).map { _ in .random(in: 0...most, using: &random) }))
        }
        let product = zip(rows[0].shares, rows[1].shares).reduce(Int64(0)) { $0 + Int64($1.0) * Int64($1.1) }
        #expect(rows[0].product(rows[1]) == product, "seed \(seed), \(families) families to \(most)")
      }
    }
  }

  @Test func `cosines that differ in the eleventh digit are told apart`() throws {
    // (9999, 9998) and (9998, 9997) seen from (1, 1): products 19997 and 19995, squares 199940005 and 199900013.
    let rows = try [[5_000, 5_000], [9_998, 9_997], [9_999, 9_998]].map { try #require(CaseMixRow(shares: $0)) }
    #expect(found(rows, limit: 2)[0] == [2, 1])
    #expect(abs(rows[0].similarity(rows[1]).value - rows[0].similarity(rows[2]).value) < 1e-11)
  }

  @Test func `equal rows come in their order, and one alone has no peers`() throws {
    let row = try #require(CaseMixRow(shares: [10_000, 0]))
    #expect(found([row, row, row], limit: 2) == [[1, 2], [0, 2], [0, 1]])
    #expect(found([row], limit: 3) == [[]])
    #expect(NearestPeers.find([], limit: 3).isEmpty)
  }

  @Test func `shares are of work, rounded half up, and a family below zero has none`() throws {
    let row = try #require(CaseMixRow(work: [30_000, 10_000, -5_000, 0]))
    #expect(row.shares == [7_500, 2_500, 0, 0])
    let thirds = try #require(CaseMixRow(work: [1, 1, 1]))
    #expect(thirds.shares == [3_333, 3_333, 3_333])
    let halves = try #require(CaseMixRow(work: [1, 19_999]))
    #expect(halves.shares == [1, 10_000])
    #expect(CaseMixRow(work: [0, -3]) == nil)
    #expect(CaseMixRow(work: []) == nil)
  }

  @Test func `a similarity in millionths is the root of whole numbers, rounded down`() throws {
    let a = try #require(CaseMixRow(shares: [1, 0]))
    let b = try #require(CaseMixRow(shares: [1, 1]))
    // 1 / √2 = 0.70710678…
    #expect(a.similarity(b).millionths == 707_106)
    #expect(b.similarity(b).millionths == 1_000_000)
    let c = try #require(CaseMixRow(shares: [0, 7]))
    #expect(a.similarity(c).millionths == 0)
  }

  @Test func `all who are tied with the last of the nearest are taken, and nobody else`() throws {
    let shares: [[UInt16]] = [[100, 100], [100, 90], [50, 45], [100, 50], [2, 1], [200, 180], [0, 7]]
    let rows = try shares.map { try #require(CaseMixRow(shares: $0)) }
    let list = NearestPeers.find(rows, limit: 2)[0]
    #expect(list.map(\.row) == [1, 2])
    #expect(NearestPeers.withTies(rows, of: 0, list).map(\.row) == [1, 2, 5])
    let four = NearestPeers.find(rows, limit: 4)[0]
    #expect(NearestPeers.withTies(rows, of: 0, four).map(\.row) == [1, 2, 5, 3, 4])
    #expect(NearestPeers.withTies(rows, of: 0, []).isEmpty)
  }
}
