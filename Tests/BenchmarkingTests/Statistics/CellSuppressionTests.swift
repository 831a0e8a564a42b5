import TestSupport
import Testing

@testable import Benchmarking

@Suite struct `Suppression of small groups` {
  private static func groups(_ sizes: [Int]) -> [CellSuppression.Group] {
    sizes.map { CellSuppression.Group(people: $0, lowest: 0, highest: 100) }
  }

  private static func hidden(_ outcome: CellSuppression.Outcome) -> [Int] {
    outcome.reasons.indices.filter { outcome.reasons[$0] != nil }
  }

  /// Sizes, the minimum, and what is hidden where a total is printed; nil where the total is hidden too.
  private static let worked: [(sizes: [Int], minimum: Int, hidden: [Int], showsTotal: Bool)] = [
    ([7, 8, 9], 5, [], true),
    // One alone would be the total less the others: the next smallest goes with it, and all of its size.
    ([3, 8, 9], 5, [0, 1], true), ([3, 9, 8], 5, [0, 2], true), ([3, 8, 8], 5, [0, 1, 2], true),
    // Two of 2 are fewer than 5 together.
    ([2, 2, 9, 20], 5, [0, 1, 2], true), ([4, 3, 9], 5, [0, 1], true),
    // Two of 4 at a minimum of 5 can only be 4 each; five of one, only one each.
    ([4, 4, 9], 5, [0, 1, 2], true), ([1, 1, 1, 1, 1, 6], 5, [0, 1, 2, 3, 4, 5], true),
    // Nothing is left to hide: the total goes.
    ([3], 5, [0], false), ([4, 4], 5, [0, 1], false), ([1, 1, 1], 5, [0, 1, 2], false), ([6], 5, [], true),
  ]

  @Test(arguments: worked)
  func `hides what a total would tell`(sizes: [Int], minimum: Int, hidden: [Int], showsTotal: Bool) {
    let rules = CellSuppression(minimum: minimum)
    let outcome = rules.outcome(for: Self.groups(sizes), showsTotal: true)
    #expect(Self.hidden(outcome) == hidden)
    #expect(outcome.hidesTotal == !showsTotal)
    // Without a total only the small groups themselves are hidden.
    let alone = rules.outcome(for: Self.groups(sizes), showsTotal: false)
    #expect(Self.hidden(alone) == sizes.indices.filter { sizes[$0] < minimum })
  }

  @Test(arguments: [
    ([1: Int64(5), 2: 5, 3: 5, 4: 5], false), ([1: 6, 2: 5, 3: 5, 4: 4], true), ([1: 3, 2: 3], true), ([:], false),
    ([1: 25, 2: 24, 3: 24, 4: 27], true), ([1: 25, 2: 25, 3: 25, 4: 24, 5: 1], false),
  ])
  func `hides a group of which one organisation has more than a quarter`(shares: [Int: Int64], isHidden: Bool) {
    let group = CellSuppression.Group(people: 20, lowest: 0, highest: 9, organisations: shares)
    let outcome = CellSuppression(minimum: 5).outcome(for: [group], showsTotal: false)
    #expect(outcome.reasons == [isHidden ? .dominated : nil])
  }

  @Test func `looks at organisations of what is left of a total, too`() {
    func group(_ people: Int, _ organisations: [Int: Int64]) -> CellSuppression.Group {
      CellSuppression.Group(people: people, lowest: 0, highest: 9, organisations: organisations)
    }
    let even: [Int: Int64] = [1: 5, 2: 5, 3: 5, 4: 5]
    // 4 and 20 together are not dominated; 8 and 8 of one organisation are, and a third must go with them.
    let mixed = CellSuppression(minimum: 5).outcome(
      for: [group(4, [1: 1, 2: 1, 3: 1, 4: 1]), group(20, even)], showsTotal: true)
    #expect(mixed == .init(reasons: [.fewPeople, .complementary], hidesTotal: false))
    let others: [Int: Int64] = [2: 20, 3: 20, 4: 20, 5: 20]
    let dominated = [group(8, [1: 8]), group(8, [1: 8]), group(40, others), group(80, others)]
    let outcome = CellSuppression(minimum: 5).outcome(for: dominated, showsTotal: true)
    #expect(outcome == .init(reasons: [.dominated, .dominated, .complementary, nil], hidesTotal: false))
  }

  @Test func `hides a total from which equal values would follow`() {
    let same = CellSuppression.Group(people: 3, lowest: 7, highest: 7)
    let outcome = CellSuppression(minimum: 5).outcome(for: [same, same, Self.groups([9])[0]], showsTotal: true)
    #expect(Self.hidden(outcome) == [0, 1, 2])
  }

  /// Someone who knows the rules, the minimum and everything printed tries every table that could have given the same print.
  @Test(arguments: [2, 3, 4])
  func `leaves every hidden group at least two sizes that it could have`(minimum: Int) {
    let rules = CellSuppression(minimum: minimum)
    var attacked = 0
    for sizes in Self.tables(groups: 2, to: 7) + Self.tables(groups: 3, to: 6) + Self.tables(groups: 4, to: 4) {
      let printed = rules.outcome(for: Self.groups(sizes), showsTotal: true)
      let hidden = Self.hidden(printed)
      guard !printed.hidesTotal, !hidden.isEmpty else { continue }
      attacked += 1
      var possible = hidden.map { _ in Set<Int>() }
      for guess in Self.splits(hidden.reduce(0) { $0 + sizes[$1] }, into: hidden.count) {
        var table = sizes
        for (index, size) in zip(hidden, guess) { table[index] = size }
        let outcome = rules.outcome(for: Self.groups(table), showsTotal: true)
        guard Self.hidden(outcome) == hidden, !outcome.hidesTotal else { continue }
        for index in guess.indices { possible[index].insert(guess[index]) }
      }
      #expect(possible.allSatisfy { $0.count > 1 }, "\(sizes) at a minimum of \(minimum)")
    }
    #expect(attacked > 100)
  }

  /// Someone who knows the number and the sum of every group shown and of the total solves for the hidden ones: another table
  /// with other means of every hidden group must give the same print.
  @Test func `leaves the mean of every hidden group open`() {
    var random = SplitMix64(seed: 79)
    var attacked = 0
    for round in 0..<2_000 {
      let tables = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<Int.random(in: 1...12, using: &random)).map { _ in Int64.random(in: 0...3, using: &random) }
      }
      let groups = tables.map {
        CellSuppression.Group(people: $0.count, lowest: $0.min() ?? 0, highest: $0.max() ?? 0)
      }
      let outcome = CellSuppression(minimum: 4).outcome(for: groups, showsTotal: true)
      let hidden = Self.hidden(outcome)
      for index in groups.indices where outcome.reasons[index] == nil {
        #expect(groups[index].people >= 4, "seed 79, round \(round)")
      }
      guard !outcome.hidesTotal, !hidden.isEmpty else { continue }
      attacked += 1
      // One equation for all hidden groups: with one unknown it is solved, with more only where the values leave no room.
      let values = hidden.flatMap { tables[$0] }
      #expect(hidden.count > 1, "seed 79, round \(round)")
      #expect(values.count >= 4, "seed 79, round \(round)")
      for group in hidden {
        let (size, sum) = (tables[group].count, tables[group].reduce(0, +))
        let exchanged = values.sorted()
        let (least, most) = (exchanged.prefix(size).reduce(0, +), exchanged.suffix(size).reduce(0, +))
        #expect(least < most, "seed 79, round \(round): \(sum) of \(size) is certain")
      }
    }
    #expect(attacked > 500)
  }

  /// All tables of some groups of 1 to a number of people.
  private static func tables(groups: Int, to most: Int) -> [[Int]] {
    groups == 0 ? [[]] : tables(groups: groups - 1, to: most).flatMap { table in (1...most).map { table + [$0] } }
  }

  /// All ways to make a sum of some numbers above zero.
  private static func splits(_ sum: Int, into count: Int) -> [[Int]] {
    if count == 1 { return sum > 0 ? [[sum]] : [] }
    guard sum >= count else { return [] }
    return (1...(sum - count + 1)).flatMap { first in splits(sum - first, into: count - 1).map { [first] + $0 } }
  }
}
