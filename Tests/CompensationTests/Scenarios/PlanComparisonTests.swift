import ProductivityModel
import TestSupport
import Testing

@testable import Compensation

struct PlanComparisonTests {
  private func member(_ id: String, _ specialty: String, _ plan: String, _ pay: Int64...) -> PlanComparison.Member {
    PlanComparison.Member(
      id: id, specialty: specialty, plan: plan,
      outcomes: pay.map { PlanComparison.Outcome(work: WorkRVU(millionths: $0), pay: Money(cents: $0)) })
  }

  @Test func `who gains, loses and stays is told by plan, specialty and in all`() {
    let comparison = PlanComparison(
      scenarios: ["as it stands", "more"],
      members: [
        member("C", "Urology", "b", 300, 300), member("A", "Urology", "a", 100, 90),
        member("B", "Surgery", "a", 200, 250),
      ])
    #expect(comparison.members.map(\.id) == ["A", "B", "C"])
    #expect(comparison.total.map(\.outcome.pay.cents) == [600, 640])
    #expect(comparison.total.map(\.difference.cents) == [0, 40])
    #expect(comparison.total.map(\.gain) == [0, 1])
    #expect(comparison.total.map(\.lose) == [0, 1])
    #expect(comparison.total.map(\.stay) == [3, 1])
    #expect(comparison.plans.map(\.name) == ["a", "b"])
    #expect(comparison.plans.map { $0.sums[1].difference.cents } == [40, 0])
    #expect(comparison.specialties.map(\.name) == ["Surgery", "Urology"])
    #expect(comparison.specialties.map { $0.sums[1].difference.cents } == [50, -10])
    #expect(comparison.specialties.map(\.members) == [1, 2])
  }

  @Test(arguments: [UInt64](1...30))
  func `plans and specialties each add up to the budget`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let members = (0..<Int.random(in: 1...30, using: &random)).map { index in
      member(
        "C-\(index)", "S\(Int.random(in: 0..<4, using: &random))", "P\(Int.random(in: 0..<3, using: &random))",
        Int64.random(in: -5...5, using: &random), Int64.random(in: -5...5, using: &random),
        Int64.random(in: -5...5, using: &random))
    }
    let comparison = PlanComparison(scenarios: ["0", "1", "2"], members: members)
    for groups in [comparison.plans, comparison.specialties] {
      #expect(groups.reduce(0) { $0 + $1.members } == members.count, "seed \(seed)")
      for scenario in 0..<3 {
        let total = comparison.total[scenario]
        let sums = groups.map { $0.sums[scenario] }
        #expect(sums.reduce(Money.zero) { $0 + $1.outcome.pay } == total.outcome.pay, "seed \(seed)")
        #expect(sums.reduce(WorkRVU.zero) { $0 + $1.outcome.work } == total.outcome.work, "seed \(seed)")
        #expect(sums.reduce(Money.zero) { $0 + $1.difference } == total.difference, "seed \(seed)")
        #expect(sums.reduce(0) { $0 + $1.gain + $1.lose + $1.stay } == members.count, "seed \(seed)")
        #expect(total.difference == total.outcome.pay - comparison.total[0].outcome.pay, "seed \(seed)")
      }
    }
  }
}
