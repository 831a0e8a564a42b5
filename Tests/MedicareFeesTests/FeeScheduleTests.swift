import ProductivityModel
import Testing

@testable import MedicareFees

/// Finding rows by code.
@Suite struct FeeScheduleTests {
  private static let info = InventedFees.info("2026A", InventedFees.day(2026, 1, 1), InventedFees.day(2026, 3, 31))

  private func row(_ code: String, _ component: Modifier? = nil, work: Int64 = 100) -> FeeRow {
    FeeRow(code: InventedFees.code(code), component: component, work: WorkRVU(hundredths: work))
  }

  @Test func `rows are found by code and component, whatever the order given`() throws {
    let schedule = try FeeSchedule(
      info: Self.info,
      rows: [
        row("45378", "53", work: 3), row("71046", "TC"), row("45378", work: 1), row("71046", "26"), row("71046"),
        row("0652T"),
      ])
    #expect(schedule.codes.map(\.description) == ["0652T", "45378", "71046"])
    let colonoscopy = try #require(schedule.rows(for: InventedFees.code("45378")))
    #expect(schedule.rows[try #require(colonoscopy.base)].work == WorkRVU(hundredths: 1))
    #expect(schedule.rows[try #require(colonoscopy.discontinued)].work == WorkRVU(hundredths: 3))
    #expect(colonoscopy.professional == nil)
    #expect(colonoscopy.technical == nil)
    let film = try #require(schedule.rows(for: InventedFees.code("71046")))
    #expect([film.base, film.professional, film.technical, film.discontinued] == [3, 4, 5, nil])
    #expect(schedule.rows(for: InventedFees.code("99999")) == nil)
    #expect(schedule.row(InventedFees.code("71046"), "TC")?.component == "TC")
    #expect(schedule.row(InventedFees.code("71046"), "53") == nil)
    #expect(schedule.row(InventedFees.code("71046"), "50") == nil)
  }

  @Test func `every code of many is found, and no other`() throws {
    var generator = SeededNumbers(seed: 7)
    var codes: Set<Int> = []
    while codes.count < 5_000 { codes.insert(Int.random(in: 10_000..<99_999, using: &generator)) }
    let schedule = try FeeSchedule(info: Self.info, rows: codes.shuffled(using: &generator).map { row("\($0)") })
    for number in 10_000..<99_999 {
      let index = schedule.index(of: InventedFees.code("\(number)"))
      #expect((index != nil) == codes.contains(number))
      if let index { #expect(schedule.codes[index].number == number) }
    }
  }

  @Test func `a key that is there twice is refused`() {
    let code = InventedFees.code("45378")
    #expect(throws: FeeSchedule.Failure.repeated(FeeSchedule.RepeatedKey(code: code, component: "53"))) {
      try FeeSchedule(info: Self.info, rows: [row("45378", "53"), row("45378"), row("45378", "53")])
    }
    #expect(throws: FeeSchedule.Failure.unknownComponent(code, "50")) {
      try FeeSchedule(info: Self.info, rows: [row("45378", "50")])
    }
  }

  @Test func `an empty release has no codes and finds none`() throws {
    let schedule = try FeeSchedule(info: Self.info, rows: [])
    #expect(schedule.codes.isEmpty)
    #expect(schedule.rows(for: InventedFees.code("44310")) == nil)
    #expect(schedule.nearestCode(to: "44310") == nil)
  }

  @Test(arguments: [
    ("4538O", "45380"), ("44301", "44310"), ("4431", "44310"), ("443100", "44310"), ("g0105", "G0105"),
    ("54380", "45380"),
  ])
  func `one slip of the hand is put right`(_ text: String, _ nearest: String) throws {
    let schedule = try FeeSchedule(info: Self.info, rows: ["44310", "45380", "G0105"].map { row($0) })
    #expect(schedule.nearestCode(to: text)?.description == nearest)
  }

  @Test func `of two codes that are as near the first in order is named`() throws {
    let schedule = try FeeSchedule(info: Self.info, rows: ["45385", "45380", "45378"].map { row($0) })
    #expect(schedule.nearestCode(to: "45389")?.description == "45380")
  }

  @Test(arguments: ["", "4", "99999", "44XYZ", "a very long text", "O4431"])
  func `two slips are no suggestion`(_ text: String) throws {
    let schedule = try FeeSchedule(info: Self.info, rows: ["44310", "45380"].map { row($0) })
    #expect(schedule.nearestCode(to: text) == nil)
  }

  @Test func `totals are work, practice expense and malpractice`() {
    let row = FeeRow(
      code: InventedFees.code("44310"), work: WorkRVU(hundredths: 1715), nonfacilityPE: RVU(hundredths: 1),
      facilityPE: RVU(hundredths: 797), nonfacilityIsNA: true, malpractice: RVU(hundredths: 385))
    #expect(row.total(.facility).description == "28.97")
    #expect(row.total(.nonfacility).description == "21.01")
    #expect(row.isNA(.nonfacility) && !row.isNA(.facility))
  }
}

/// Numbers that are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
