import ProductivityModel
import Testing

@testable import MedicareFees

/// A code's standing by its public definition, on sets small enough to count by hand.
@Suite struct CodeStandingTests {
  /// The distribution of codes 10000, 10001, ... with these values.
  private func distribution(_ hundredths: [Int64]) -> WorkDistribution {
    WorkDistribution(
      .category(.surgery),
      work: hundredths.enumerated().map { CodeWork(Self.code($0.offset), WorkRVU(hundredths: $0.element)) })
  }

  private static func code(_ index: Int) -> ProcedureCode { InventedFees.code("\(10_000 + index)") }

  /// The standing of a work value that is none of the distribution's codes'.
  private func outsider(_ hundredths: Int64, in distribution: WorkDistribution) -> CodeStanding? {
    distribution.standing(of: InventedFees.code("69999"), work: WorkRVU(hundredths: hundredths))
  }

  @Test func `codes without work count among the codes, not among the values`() throws {
    let distribution = distribution([0, 100, 200, 300, 400, 0])
    #expect(distribution.codes == 6)
    #expect(distribution.valued.count == 4)
    let standing = try #require(outsider(300, in: distribution))
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
    #expect(try #require(outsider(1, in: eight)).percentile == 13)
    #expect(try #require(outsider(3, in: eight)).percentile == 38)
    // 1 of 3 is 33.3, 2 of 3 is 66.7.
    let three = distribution([1, 2, 3])
    #expect(try #require(outsider(1, in: three)).percentile == 33)
    #expect(try #require(outsider(2, in: three)).percentile == 67)
  }

  @Test func `equal values share the higher count`() throws {
    let distribution = distribution([100, 100, 100, 200])
    #expect(try #require(outsider(100, in: distribution)).percentile == 75)
    #expect(try #require(outsider(200, in: distribution)).percentile == 100)
  }

  @Test func `the ratio comes from the unrounded median`() throws {
    // The median of 7.99 and 8.00 is 7.995, shown 8.00: 17.15 / 7.995 = 2.1451.
    let standing = try #require(outsider(1715, in: distribution([799, 800])))
    #expect(standing.median.description == "7.995")
    #expect(standing.timesMedianText == "2.1")
    #expect(standing.timesMedianMillionths == 2_145_091)
  }

  @Test func `without work there is no standing`() {
    #expect(outsider(0, in: distribution([100])) == nil)
    #expect(outsider(100, in: distribution([])) == nil)
    #expect(distribution([0, 0]).median == nil)
  }

  @Test func `neighbours are the nearest codes on either side, equal work by code`() throws {
    // 10000: 5.00, 10001: 3.00, 10002: 4.00, 10003: 3.00, 10004: 3.00, 10005: 7.00, 10006: 4.00, 10007: 1.00.
    let distribution = distribution([500, 300, 400, 300, 300, 700, 400, 100])
    func numbers(_ neighbours: [CodeWork]) -> [String] { neighbours.map { "\($0.code) \($0.work)" } }
    let middle = try #require(distribution.standing(of: Self.code(2), work: WorkRVU(hundredths: 400)))
    #expect(middle.sameWork == 1)
    // Three codes share the next lower work: the first two by number stand for them.
    #expect(numbers(middle.below) == ["10001 3", "10003 3"])
    #expect(numbers(middle.above) == ["10000 5", "10005 7"])
    let tied = try #require(distribution.standing(of: Self.code(3), work: WorkRVU(hundredths: 300)))
    #expect(tied.sameWork == 2)
    #expect(numbers(tied.below) == ["10007 1"])
    #expect(numbers(tied.above) == ["10002 4", "10006 4"])
    let highest = try #require(distribution.standing(of: Self.code(5), work: WorkRVU(hundredths: 700)))
    #expect(highest.sameWork == 0)
    // One code has the next lower work, so the next after it comes from the work below that.
    #expect(numbers(highest.below) == ["10000 5", "10002 4"])
    #expect(highest.above.isEmpty)
    let lowest = try #require(distribution.standing(of: Self.code(7), work: WorkRVU(hundredths: 100)))
    #expect(lowest.below.isEmpty)
    #expect(lowest.minimum == WorkRVU(hundredths: 100))
  }

  @Test func `a code stands in its subsection by the same definition`() throws {
    func row(_ code: String, _ work: Int64) -> FeeRow {
      FeeRow(code: InventedFees.code(code), work: WorkRVU(hundredths: work))
    }
    let schedule = try FeeSchedule(
      info: InventedFees.info("2026A", InventedFees.day(2026, 1, 1), InventedFees.day(2026, 3, 31)),
      rows: [row("44310", 300), row("44320", 400), row("44330", 0), row("20100", 100), row("70010", 900)])
    let code = InventedFees.code("44310")
    let inCategory = try #require(schedule.standing(of: code))
    #expect(inCategory.codes == 4)
    // 2 of 3.
    #expect(inCategory.percentile == 67)
    let inSubsection = try #require(schedule.subsectionStanding(of: code))
    #expect(inSubsection.group.title == "Digestive system")
    #expect(inSubsection.group.range == "40490-49999")
    #expect(inSubsection.codes == 3)
    #expect(inSubsection.valued == 2)
    #expect(inSubsection.percentile == 50)
    let table = StandingTable(schedule)
    #expect(table.standing(of: code) == inCategory)
    #expect(table.subsectionStanding(of: code) == inSubsection)
    #expect(table.standing(of: InventedFees.code("44330")) == nil)
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

  @Test func `the distributions of one code are those of the table of all`() throws {
    let codes = ["10021", "20001", "20002", "70010", "99213", "G0105", "70000"]
    let rows = codes.enumerated().map { index, code in
      FeeRow(code: InventedFees.code(code), work: WorkRVU(hundredths: Int64(100 + index)))
    }
    let schedule = try FeeSchedule(
      info: InventedFees.info("2026A", InventedFees.day(2026, 1, 1), InventedFees.day(2026, 3, 31)), rows: rows)
    let all = StandingTable(schedule)
    for code in codes.map(InventedFees.code) {
      let own = StandingTable(schedule, around: code)
      #expect(own.standing(of: code) == all.standing(of: code))
      #expect(own.subsectionStanding(of: code) == all.subsectionStanding(of: code))
      #expect(own.categories.count <= 1 && own.subsections.count <= 1)
    }
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
