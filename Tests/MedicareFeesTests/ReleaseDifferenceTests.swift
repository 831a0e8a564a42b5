import ProductivityModel
import Testing

@testable import Ingest
@testable import MedicareFees

/// What two releases differ in, on sets small enough to count by hand, and against a published count.
@Suite struct ReleaseDifferenceTests {
  private func row(
    _ code: String, _ component: Modifier? = nil, work: Int64 = 100, facilityPE: Int32 = 50,
    status: StatusCode? = .active, global: GlobalPeriod? = .notApplicable, source: RowSource? = nil
  ) -> FeeRow {
    FeeRow(
      code: InventedFees.code(code), component: component, status: status, work: WorkRVU(hundredths: work),
      facilityPE: RVU(hundredths: facilityPE), globalPeriod: global, rowSource: source)
  }

  private func difference(_ old: [FeeRow], _ new: [FeeRow], lacks: [String] = []) throws -> ReleaseDifference {
    var later = InventedFees.info("2026A", InventedFees.day(2026, 1, 1), InventedFees.day(2026, 3, 31))
    later.lacks = lacks
    let earlier = InventedFees.info("2025D", InventedFees.day(2025, 10, 1), InventedFees.day(2025, 12, 31))
    return ReleaseDifference(
      from: try FeeSchedule(info: earlier, rows: old), to: try FeeSchedule(info: later, rows: new),
      adjustments: [WorkChangeTests.efficiency])
  }

  private func names(_ rows: [RowDifference], _ kind: RowDifference.Kind) -> [String] {
    rows.filter { $0.kind == kind }.map { "\($0.code)" + ($0.component.map { "-\($0)" } ?? "") }
  }

  @Test func `rows and codes are told as added, deleted, changed or same`() throws {
    let difference = try difference(
      [row("10000"), row("10001"), row("10002"), row("10002", "26"), row("10009")],
      [row("00100"), row("10001"), row("10002", facilityPE: 51), row("10002", "TC"), row("10005"), row("A0001")])
    #expect(difference.addedCodes.map(\.description) == ["00100", "10005", "A0001"])
    #expect(difference.deletedCodes.map(\.description) == ["10000", "10009"])
    #expect(names(difference.rows, .added) == ["00100", "10002-TC", "10005", "A0001"])
    #expect(names(difference.rows, .deleted) == ["10000", "10002-26", "10009"])
    #expect(names(difference.rows, .changed) == ["10002"])
    #expect(names(difference.rows, .same) == ["10001"])
    let keys = difference.rows.map { ($0.code.packed, $0.component?.packed ?? 0) }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
    #expect(difference.earlierCodes == 4)
    #expect(difference.laterCodes == 5)
  }

  @Test func `the efficiency adjustment is told apart from other revaluations`() throws {
    let difference = try difference(
      [
        row("10000", work: 1759), row("10001", work: 1759), row("10002", work: 20), row("10003", work: 400),
        row("10004", work: 0), row("10005", work: 0), row("10006", work: 1000),
      ],
      [
        row("10000", work: 1715), row("10001", work: 1714), row("10002", work: 20), row("10003", work: 400),
        row("10004", work: 0), row("10005", work: 70), row("10006", work: 2000),
      ])
    #expect(difference.adjustments == [WorkChangeTests.efficiency])
    #expect(difference.count(.adjustment) == 1)
    #expect(difference.count(.tooSmallToShow) == 1)
    #expect(difference.count(.unchanged) == 1)
    #expect(difference.count(.revalued) == 3)
    #expect(difference.withoutWork == 1)
    #expect(difference.compared == 7)
    #expect(difference.count(changing: .work) == 4)
    // The largest first: +10.00, +0.70, -0.45.
    let others = difference.otherRevaluations
    #expect(others.map(\.code.description) == ["10006", "10005", "10001"])
    #expect(others.map { $0.workDifference?.description } == ["10", "0.7", "-0.45"])
    // -0.45 / 17.59 = -2.558 %; without earlier work there is no percentage.
    #expect(others.map(\.workPercentTenths) == [1_000, nil, -26])
  }

  @Test func `a row that was carried over is no evidence of anything`() throws {
    let difference = try difference(
      [row("10000", work: 200, status: .restricted)], [row("10000", work: 0, source: .earlierRowWithoutWork)])
    #expect(difference.count(.carriedOver) == 1)
    #expect(difference.compared == 0)
    #expect(difference.otherRevaluations.isEmpty)
    #expect(difference.revalued == 0)
  }

  @Test func `indicators are compared only where both are their own release's and known`() throws {
    let old = [row("10000"), row("10001"), row("10002"), row("10003")]
    let new = [
      row("10000", status: .noncovered, global: .sameDay),
      row("10001", status: .noncovered, source: .valuesWithEarlierIndicators),
      row("10002", status: nil, source: .valuesOnly), row("10003", status: nil, global: .sameDay),
    ]
    let whole = try difference(old, new)
    #expect(whole.withComparableIndicators == 2)
    #expect(whole.count(changing: .status) == 1)
    #expect(whole.count(changing: .globalPeriod) == 2)
    #expect(whole.rows.map(\.kind) == [.changed, .same, .same, .changed])
    // A release that lacks a column says nothing of it.
    let lacking = try difference(old, new, lacks: ["global"])
    #expect(lacking.count(changing: .globalPeriod) == 0)
    #expect(!lacking.indicators.contains(.globalPeriod))
  }

  @Test func `the published count of the efficiency adjustment of 2026 is reproduced`() throws {
    let library = try FeeLibrary(dataFolder: ShippedReleasesTests.dataFolder)
    let difference = ReleaseDifference(
      from: try library.load("2025D").schedule, to: try library.load("2026A").schedule,
      adjustments: try library.workAdjustments())
    // Five-digit codes, not discontinued, with work in 2025D and values of 2026.
    let rows = difference.rows.filter { row in
      row.code.number != nil && row.component != "53" && (row.old?.work ?? .zero) > .zero && row.workChange != nil
    }
    func count(_ change: WorkChange, _ source: RowSource? = nil) -> Int {
      rows.count { $0.workChange == change && (source == nil || $0.new?.rowSource == source) }
    }
    #expect(count(.adjustment) == 7_361)
    #expect(count(.revalued) == 52)
    // Of the re-published table 561 did not change: 321 could have, and for 240 the adjustment is too small to show.
    #expect(count(.unchanged, .valuesWithEarlierIndicators) == 321)
    #expect(count(.tooSmallToShow, .valuesWithEarlierIndicators) == 240)
    #expect(difference.count(.carriedOver) == 7_210)
  }
}
