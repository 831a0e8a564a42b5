import TestSupport
import Testing

@testable import Benchmarking

@Suite struct `A cohort` {
  private static func group(_ specialty: String, _ values: [Int64]) -> CohortGroup {
    CohortGroup(CohortKey(specialty: specialty), values: values)
  }

  private static func method(_ minimum: Int = 3, total: Bool = false) -> CohortMethod {
    CohortMethod(percents: [25, 50, 75], suppression: CellSuppression(minimum: minimum), showsTotal: total)
  }

  @Test func `has the distribution of every group, by name, whatever their order`() throws {
    let groups = [Self.group("B", [30, 10, 20]), Self.group("A", [1, 2, 3, 4, 5])]
    let cohort = Cohort(groups, by: Self.method())
    #expect(cohort.distributions.map(\.key.specialty) == ["A", "B"])
    let a = try #require(cohort.distributions.first)
    #expect(a.people == 5)
    #expect(a.mean == 3)
    #expect(a.standardDeviation == 2)
    #expect(a.quantiles.map(\.millionths) == [2, 3, 4])
    #expect(a.weight == nil && a.organisations == nil)
    #expect(Cohort(groups.reversed(), by: Self.method()).distributions == cohort.distributions)
  }

  @Test func `hides a small group, and with a row of everybody also the next smallest`() {
    let groups = [Self.group("A", [1, 9]), Self.group("B", [1, 2, 3, 4]), Self.group("C", [5, 6, 7, 8, 9])]
    let alone = Cohort(groups, by: Self.method())
    #expect(alone.hidden == [.init(key: CohortKey(specialty: "A"), reason: .fewPeople)])
    #expect(alone.hiddenPeople == 2)
    let total = Cohort(groups, by: Self.method(total: true))
    #expect(total.hidden.map(\.key.specialty) == ["A", "B"])
    // The reason would tell which of the two is the small one.
    #expect(total.hidden.allSatisfy { $0.reason == nil })
    #expect(total.distributions.map(\.key.specialty) == ["C", "All"])
    #expect(total.distributions.last?.people == 11)
    #expect(total.hiddenPeople == 6)
    #expect(!total.hidesTotal)
    #expect(Cohort([groups[0]], by: Self.method(total: true)).hidesTotal)
  }

  @Test func `counts people and weights apart`() throws {
    var group = CohortGroup(CohortKey(specialty: "A"))
    (group.values, group.weights, group.organisations) = ([10, 20, 30, 40], [1, 1, 1, 7], [1, 2, 3, 4])
    let wide = CellSuppression(minimum: 3, organisationShare: Percent(80))
    let shown = Cohort([group], by: CohortMethod(percents: [50], suppression: wide))
    let distribution = try #require(shown.distributions.first)
    #expect(distribution.people == 4)
    #expect(distribution.weight == 10)
    #expect(distribution.organisations == 4)
    #expect(distribution.mean == 34)
    #expect(distribution.quantiles.map(\.millionths) == [40])
    // By their number nobody has more than a quarter; by weight one has seven tenths.
    #expect(Cohort([group], by: Self.method()).hidden.map(\.reason) == [.dominated])
    // Weights never make few people many.
    #expect(Cohort([group], by: Self.method(5)).hidden.map(\.reason) == [.fewPeople])
  }

  @Test func `takes percents from 1 to 99, each once and in order`() {
    #expect(CohortMethod(percents: [90, 0, 10, 100, 10, 50]).percents == [10, 50, 90])
  }
}
