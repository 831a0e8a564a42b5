import ProductivityModel
import TestSupport
import Testing

@testable import Benchmarking

@Suite struct `A bridge's steps` {
  private static let million: Int64 = 1_000_000

  private func split(_ from: BridgePart, _ to: BridgePart) throws -> BridgeSplit {
    try #require(BridgeSplit(from: from, to: to))
  }

  private func steps(_ values: [Int64], days: Int64, meanFTE: Int64) -> BridgeSteps {
    var steps = BridgeSteps()
    (steps.days, steps.meanFTE) = (WorkRVU(millionths: days), WorkRVU(millionths: meanFTE))
    (steps.volume, steps.mix) = (WorkRVU(millionths: values[0]), WorkRVU(millionths: values[1]))
    (steps.vintage, steps.policy) = (WorkRVU(millionths: values[2]), WorkRVU(millionths: values[3]))
    return steps
  }

  /// docs/manual/explain-a-change.md works it on paper.
  @Test func `are those of the example on paper`() throws {
    let from = BridgePart.part(days: 100, fteDays: 100 * Self.million, services: 300) { vintage, _ in
      vintage == .from ? 2_000_000 : 2_100_000
    }
    let to = BridgePart.part(days: 120, fteDays: 90 * Self.million, services: 360) { vintage, _ in
      vintage == .from ? 2_400_000 : 2_500_000
    }
    let split = try split(from, to)
    #expect(
      split.steps
        == steps(
          [213_333_333, 132_666_667, 33_166_667, 0], days: 138_541_667, meanFTE: -217_708_334))
    #expect(split.steps.time == WorkRVU(millionths: -79_166_667))
    #expect(split.steps.total == WorkRVU(millionths: 300_000_000))
  }

  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func `add up to the change in the last millionth, and their families to the mix`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for round in 0..<150 {
      let (from, to) = (BridgePart.random(&random), BridgePart.random(&random))
      let split = try split(from, to)
      #expect(split.steps.total == to.work[.to, .to] - from.work[.from, .from], "seed \(seed), round \(round)")
      #expect(
        split.mixByFamily.values.reduce(WorkRVU.zero, +) == split.steps.mix, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: [21, 22] as [UInt64])
  func `are the mean over all orders of the causes, whichever comes first`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for round in 0..<20 {
      let (from, to) = (BridgePart.random(&random), BridgePart.random(&random))
      let split = try split(from, to)
      let expected = try meanOverOrders(from, to)
      let found = [split.steps.time, split.steps.volume, split.steps.mix, split.steps.vintage, split.steps.policy]
      for (value, mean) in zip(found, expected) {
        #expect(abs(Double(value.millionths) - mean) < 1.01, "seed \(seed), round \(round)")
      }
    }
  }

  /// The steps by walking all 120 orders, in floats: another way to the same numbers.
  private func meanOverOrders(_ from: BridgePart, _ to: BridgePart) throws -> [Double] {
    let times = (Double(try #require(from.time).fteDays), Double(try #require(to.time).fteDays))
    let services = (Double(from.services.tenThousandths), Double(to.services.tenThousandths))
    func work(_ isTo: [Bool]) -> Double {
      let part = isTo[2] ? to : from
      let perService =
        Double(part.work[isTo[3] ? .to : .from, isTo[4] ? .to : .from].millionths)
        / (isTo[2] ? services.1 : services.0)
      let rate = isTo[1] ? services.1 / times.1 : services.0 / times.0
      return (isTo[0] ? times.1 : times.0) * rate * perService
    }
    var sums = [Double](repeating: 0, count: 5)
    var orders = 0
    func walk(_ left: Set<Int>, _ state: [Bool], _ gains: [Double]) {
      if left.isEmpty {
        orders += 1
        for cause in 0..<5 { sums[cause] += gains[cause] }
      }
      for cause in left {
        var (next, nextGains) = (state, gains)
        next[cause] = true
        nextGains[cause] = work(next) - work(state)
        walk(left.subtracting([cause]), next, nextGains)
      }
    }
    walk([0, 1, 2, 3, 4], [Bool](repeating: false, count: 5), sums)
    #expect(orders == 120)
    return sums.map { $0 / 120 }
  }

  @Test(arguments: [31, 32] as [UInt64])
  func `turned about are exactly the negatives, and of a part against itself zero`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for round in 0..<150 {
      let (from, to) = (BridgePart.random(&random), BridgePart.random(&random))
      let (there, back) = (try split(from, to), try split(to.turned, from.turned))
      var sum = there.steps
      sum += back.steps
      #expect(sum == BridgeSteps(), "seed \(seed), round \(round)")
      #expect(there.mixByFamily == back.mixByFamily.mapValues { -$0 }, "seed \(seed), round \(round)")
      let own = from.underOwnTerms
      #expect(try split(own, own).steps == BridgeSteps(), "seed \(seed), round \(round)")
    }
  }

  @Test func `are one step where only one cause changes`() throws {
    func part(_ days: Int, _ fte: Int64, _ services: Int64, _ work: [Int64]) -> BridgePart {
      .part(days: days, fteDays: Int64(days) * fte, services: services) { vintage, policy in
        work[(vintage == .to ? 1 : 0) + (policy == .to ? 2 : 0)]
      }
    }
    let flat: [Int64] = [2_000_000, 2_000_000, 2_000_000, 2_000_000]
    let base = part(100, 900_000, 300, flat)
    func check(_ from: BridgePart, _ to: BridgePart, _ expected: BridgeSteps, _ name: String) throws {
      #expect(try split(from, to).steps == expected, "\(name)")
    }
    // A fifth more days with a fifth more services, and 0.6 in place of 0.9 with two thirds of them.
    try check(base, part(120, 900_000, 360, flat), steps([0, 0, 0, 0], days: 120_000_000, meanFTE: 0), "days")
    try check(base, part(100, 600_000, 200, flat), steps([0, 0, 0, 0], days: 0, meanFTE: -200_000_000), "FTE")
    try check(base, part(100, 900_000, 350, flat), steps([100_000_000, 0, 0, 0], days: 0, meanFTE: 0), "volume")
    let dearer = flat.map { $0 + 500_000 }
    try check(base, part(100, 900_000, 300, dearer), steps([0, 150_000_000, 0, 0], days: 0, meanFTE: 0), "mix")
    let newValues = part(100, 900_000, 300, [2_000_000, 1_950_000, 2_000_000, 1_950_000])
    try check(newValues, newValues, steps([0, 0, -15_000_000, 0], days: 0, meanFTE: 0), "vintage")
    let newRules = part(100, 900_000, 300, [2_000_000, 2_000_000, 1_800_000, 1_800_000])
    try check(newRules, newRules, steps([0, 0, 0, -60_000_000], days: 0, meanFTE: 0), "policy")
  }

  @Test func `have what time would make in the volume where it is not known`() throws {
    var from = BridgePart.part(days: 100, fteDays: 100_000_000, services: 300) { _, _ in 2_000_000 }
    let to = BridgePart.part(days: 50, fteDays: 50_000_000, services: 150) { _, _ in 2_000_000 }
    #expect(try split(from, to).steps == steps([0, 0, 0, 0], days: -300_000_000, meanFTE: 0))
    from.time = nil
    let blind = try split(from, to)
    #expect(blind.steps == steps([-300_000_000, 0, 0, 0], days: 0, meanFTE: 0))
    #expect(!blind.knowsTime)
  }

  @Test func `are one of those who join or leave, or whose services come to nothing`() {
    let part = BridgePart.part(days: 100, fteDays: 100_000_000, services: 300) { _, _ in 2_000_000 }
    #expect(BridgeSplit(from: BridgePart(), to: part) == nil)
    #expect(BridgeSplit.steps(from: BridgePart(), to: part).joined == WorkRVU(millionths: 600_000_000))
    #expect(BridgeSplit.steps(from: part, to: BridgePart()).left == WorkRVU(millionths: -600_000_000))
    var nothing = part
    nothing.services = .zero
    #expect(BridgeSplit.steps(from: nothing, to: part).unsplit == .zero)
    #expect(BridgeSplit.steps(from: nothing, to: part).total == .zero)
  }

  @Test func `of the mix tell a family's share and its own work apart from the mean`() throws {
    // Twice as many of the dear service, half as many of the cheap one: 10 + 10 of 1 and 4 wRVUs, then 5 + 15.
    func part(_ cheap: Int64, _ dear: Int64) -> BridgePart {
      var part = BridgePart.part(days: 10, fteDays: 10_000_000, services: cheap + dear) { _, _ in 0 }
      part.work = BridgePart.Work(WorkRVU(millionths: cheap * 1_000_000 + dear * 4_000_000))
      for (number, services, each) in [(7, cheap, Int64(1_000_000)), (8, dear, 4_000_000)] {
        part.families[number] = BridgePart.Family()
        part.families[number]?.services = Units(services)
        part.families[number]?.work = BridgePart.Work(WorkRVU(millionths: services * each))
      }
      return part
    }
    let split = try split(part(10, 10), part(5, 15))
    // M goes from 2.5 to 3.25, mean 2.875: 20 x (-0.25 x (1 - 2.875)) and 20 x (0.25 x (4 - 2.875)).
    #expect(split.steps.mix == WorkRVU(millionths: 15_000_000))
    #expect(split.mixByFamily == [7: WorkRVU(millionths: 9_375_000), 8: WorkRVU(millionths: 5_625_000)])
  }
}

extension BridgePart {
  /// The part as it is where the two periods change places.
  fileprivate var turned: BridgePart {
    func turned(_ work: Work) -> Work {
      var result = Work()
      func other(_ side: PeriodPair.Side) -> PeriodPair.Side { side == .from ? .to : .from }
      for vintage in [PeriodPair.Side.from, .to] {
        for policy in [PeriodPair.Side.from, .to] { result[vintage, policy] = work[other(vintage), other(policy)] }
      }
      return result
    }
    var part = self
    part.work = turned(work)
    part.families = families.mapValues { family in
      var family = family
      family.work = turned(family.work)
      return family
    }
    return part
  }

  /// The part where neither values nor rules differ between the periods.
  fileprivate var underOwnTerms: BridgePart {
    var part = self
    part.work = Work(work[.from, .from])
    part.families = families.mapValues { family in
      var family = family
      family.work = Work(family.work[.from, .from])
      return family
    }
    return part
  }
}
