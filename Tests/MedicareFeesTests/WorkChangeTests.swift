import ProductivityModel
import Testing

@testable import Ingest
@testable import MedicareFees

/// How a change of work is told: from the two values and the adjustments between their releases.
@Suite struct WorkChangeTests {
  static let efficiency = WorkAdjustment(
    name: "efficiency-adjustment", effective: DayRange(year: 2026), factorMillionths: 975_000, citation: "invented")

  private func change(_ old: Int64, _ new: Int64, _ adjustments: [WorkAdjustment] = [efficiency]) -> WorkChange {
    WorkChange(from: WorkRVU(hundredths: old), to: WorkRVU(hundredths: new), adjustments: adjustments)
  }

  @Test(arguments: [
    // 17.59 x 0.975 = 17.15025; 2.00 x 0.975 = 1.95; 0.20 x 0.975 = 0.195, half up; 0.19 x 0.975 = 0.18525.
    (1759, 1715), (200, 195), (20, 20), (19, 19), (100, 98), (60, 59), (0, 0),
  ])
  func `the adjustment is rounded half up to the hundredth`(_ old: Int64, _ new: Int64) {
    #expect(Self.efficiency.applied(to: WorkRVU(hundredths: old)) == WorkRVU(hundredths: new))
  }

  @Test func `a change is told by the exact value`() {
    #expect(change(1759, 1715) == .adjustment)
    #expect(change(1759, 1714) == .revalued)
    #expect(change(1759, 1759) == .unchanged)
    #expect(change(1759, 1800) == .revalued)
    #expect(change(20, 20) == .tooSmallToShow)
    #expect(change(20, 19) == .revalued)
    #expect(change(0, 0) == .unchanged)
    #expect(change(0, 100) == .revalued)
  }

  @Test func `without an adjustment between the releases nothing is put down to one`() {
    #expect(change(1759, 1715, []) == .revalued)
    #expect(change(20, 20, []) == .unchanged)
  }

  @Test func `two adjustments are applied one after the other, each rounded`() {
    // 10.10 -> 9.8475 = 9.85 -> 9.60375 = 9.60; at once 0.950625 x 10.10 = 9.6013.
    #expect(change(1010, 960, [Self.efficiency, Self.efficiency]) == .adjustment)
  }

  @Test func `an adjustment lies between releases on either side of its first day`() {
    func info(_ name: String, _ year: Int, _ month: Int) -> ReleaseInfo {
      InventedFees.info(name, InventedFees.day(year, month, 1), InventedFees.day(year, month, 28))
    }
    let october = info("2025D", 2025, 10)
    let january = info("2026A", 2026, 1)
    let april = info("2026B", 2026, 4)
    #expect([Self.efficiency].between(october, and: january) == [Self.efficiency])
    #expect([Self.efficiency].between(october, and: april) == [Self.efficiency])
    #expect([Self.efficiency].between(january, and: april).isEmpty)
    #expect([Self.efficiency].between(info("2025A", 2025, 1), and: october).isEmpty)
    #expect([Self.efficiency].between(january, and: october).isEmpty)
  }

  @Test func `the shipped table has the efficiency adjustment of 2026`() throws {
    let adjustments = try FeeLibrary(dataFolder: ShippedReleasesTests.dataFolder).workAdjustments()
    #expect(adjustments.map(\.name) == ["efficiency-adjustment"])
    #expect(adjustments.first?.factorMillionths == 975_000)
    #expect(adjustments.first?.effective == DayRange(year: 2026))
  }

  @Test(arguments: [
    (",2026-01-01,2026-12-31,0.975,c\n", "name is empty"),
    ("a,2026-01-01,2025-12-31,0.975,c\n", "first and last are not a range of real days"),
    ("a,2026-01-01,2026-12-31,0,c\n", "factor is not a number between 0 and 10 of at most six decimals"),
    ("a,2026-01-01,2026-12-31,0.975,\n", "citation is empty"),
    ("a,2026-01-01,2026-12-31,0.9,c\na,2026-06-01,2027-12-31,0.9,c\n", "another a holds on some of these days"),
  ])
  func `a row that cannot be used is told with its line`(_ rows: String, _ message: String) throws {
    let folder = try ScratchFolder()
    let path = try folder.write("name,first,last,factor,citation\n" + rows, to: "work-adjustments.csv")
    let failure = try #require(#expect(throws: InputFailure.self) { try WorkAdjustmentFile.read(path) })
    #expect(failure.message == message)
    #expect(failure.position.line == rows.split(separator: "\n").count + 1)
  }
}
