import ProductivityModel
import Testing

@testable import MedicareFees

/// A code's standing by its public definition, on sets small enough to count by hand.
@Suite struct CodeStandingTests {
  private func distribution(_ hundredths: [Int64]) -> CategoryDistribution {
    CategoryDistribution(.surgery, work: hundredths.map { WorkRVU(hundredths: $0) })
  }

  @Test func `codes without work count among the codes, not among the values`() throws {
    let distribution = distribution([0, 100, 200, 300, 400, 0])
    #expect(distribution.codes == 6)
    #expect(distribution.values.count == 4)
    let standing = try #require(distribution.standing(of: WorkRVU(hundredths: 300)))
    #expect(standing.percentile == 75)
    #expect(standing.median == WorkRVU(hundredths: 250))
    #expect(standing.maximum == WorkRVU(hundredths: 400))
    // 3.00 / 2.50 = 1.2
    #expect(standing.timesMedianText == "1.2")
    #expect(standing.timesMedianMillionths == 1_200_000)
  }

  @Test func `a percentile of a half rounds up`() throws {
    // 1 of 8 is 12.5; 3 of 8 is 37.5.
    let eight = distribution([1, 2, 3, 4, 5, 6, 7, 8])
    #expect(try #require(eight.standing(of: WorkRVU(hundredths: 1))).percentile == 13)
    #expect(try #require(eight.standing(of: WorkRVU(hundredths: 3))).percentile == 38)
    // 1 of 3 is 33.3, 2 of 3 is 66.7.
    let three = distribution([1, 2, 3])
    #expect(try #require(three.standing(of: WorkRVU(hundredths: 1))).percentile == 33)
    #expect(try #require(three.standing(of: WorkRVU(hundredths: 2))).percentile == 67)
  }

  @Test func `equal values share the higher count`() throws {
    let distribution = distribution([100, 100, 100, 200])
    #expect(try #require(distribution.standing(of: WorkRVU(hundredths: 100))).percentile == 75)
    #expect(try #require(distribution.standing(of: WorkRVU(hundredths: 200))).percentile == 100)
  }

  @Test func `the ratio comes from the unrounded median`() throws {
    // The median of 7.99 and 8.00 is 7.995, shown 8.00: 17.15 / 7.995 = 2.1451.
    let standing = try #require(distribution([799, 800]).standing(of: WorkRVU(hundredths: 1715)))
    #expect(standing.median.description == "7.995")
    #expect(standing.timesMedianText == "2.1")
    #expect(standing.timesMedianMillionths == 2_145_091)
  }

  @Test func `without work there is no standing`() {
    #expect(distribution([100]).standing(of: .zero) == nil)
    #expect(distribution([]).standing(of: WorkRVU(hundredths: 100)) == nil)
    #expect(distribution([0, 0]).median == nil)
  }

  @Test func `only the base row of a code counts, whatever its status`() throws {
    func row(_ code: String, _ component: Modifier?, _ status: StatusCode, _ work: Int64) -> FeeRow {
      FeeRow(code: InventedFees.code(code), component: component, status: status, work: WorkRVU(hundredths: work))
    }
    let schedule = try FeeSchedule(
      info: InventedFees.info("2026A", InventedFees.day(2026, 1, 1), InventedFees.day(2026, 3, 31)),
      rows: [
        row("20000", nil, .active, 100), row("20001", nil, .noncovered, 200), row("20001", "26", .active, 900),
        row("20002", "26", .active, 800), row("70010", nil, .active, 700),
      ])
    let standing = try #require(schedule.standing(of: InventedFees.code("20001")))
    #expect(standing.codes == 2)
    #expect(standing.percentile == 100)
    #expect(standing.maximum == WorkRVU(hundredths: 200))
    #expect(schedule.standing(of: InventedFees.code("20002")) == nil)
    let facts = try #require(CodeFacts(InventedFees.code("20002"), in: schedule))
    #expect(facts.isValuedOnlyAsProfessional)
    #expect(facts.rows.count == 1)
    #expect(try #require(CodeFacts(InventedFees.code("20001"), in: schedule)).isValuedOnlyAsProfessional == false)
    #expect(CodeFacts(InventedFees.code("99999"), in: schedule) == nil)
  }

  @Test(arguments: [
    ("00100", CodeCategory.anesthesia), ("01999", .anesthesia), ("10000", .surgery), ("10004", .surgery),
    ("69999", .surgery), ("70010", .radiology), ("79999", .radiology), ("80047", .pathologyAndLaboratory),
    ("89398", .pathologyAndLaboratory), ("90281", .medicine), ("99199", .medicine), ("99202", .evaluationAndManagement),
    ("99201", .evaluationAndManagement), ("99499", .evaluationAndManagement), ("99500", .medicine),
    ("99607", .medicine),
    ("0001F", .categoryII), ("0652T", .categoryIII), ("0001U", .pathologyAndLaboratory),
    ("0002M", .pathologyAndLaboratory), ("0001A", .medicine), ("G0105", .levelII), ("J1100", .levelII),
  ])
  func `a code's number tells its category`(_ code: String, _ category: CodeCategory) {
    #expect(CodeCategory(InventedFees.code(code)) == category)
  }

  @Test(arguments: ["00000", "05000", "70000", "99200", "1234X", "AB123"])
  func `a number in no section has no category`(_ code: String) {
    #expect(CodeCategory(InventedFees.code(code)) == nil)
  }
}
