import ProductivityModel
import Testing

@testable import Benchmarking

@Suite struct `A split role` {
  private static let year = DayRange(year: 2025)

  private static func row(
    _ specialty: String, share: Int64 = 1_000_000, fte: Int64, _ start: String = "2020-01-01", _ end: String? = nil,
    line: Int = 2
  ) throws -> RosterInterval {
    RosterInterval(
      clinicianID: "W-1", name: "", specialty: specialty, shareMillionths: share, clinicalFTEMillionths: fte,
      start: try #require(CalendarDate(iso: start)), end: try end.map { try #require(CalendarDate(iso: $0)) },
      position: SourcePosition(file: "roster.csv", line: line))
  }

  private static func split(_ rows: [RosterInterval]) throws -> (parts: [String], fte: Int64?) {
    let effort = try RoleSplit.withEffort(rows, in: year)
    let split = try #require(RoleSplit(effort, in: year))
    #expect(split.parts.reduce(0) { $0 + $1.shareMillionths } == 1_000_000)
    return (
      split.parts.map { "\($0.specialty) \(RoleBlend.percent($0.shareMillionths))" },
      ClinicalTime(effort, in: year)?.meanFTEMillionths
    )
  }

  /// The three ways in which a roster may say that 0.8 FTE is split 60 to 40.
  @Test(arguments: [
    (share: (Int64(600_000), Int64(400_000)), fte: (Int64(800_000), Int64(800_000))),
    (share: (600_000, 400_000), fte: (480_000, 320_000)), (share: (1_000_000, 1_000_000), fte: (480_000, 320_000)),
  ])
  func `is read by shares of the whole, by parts with their shares, or by parts alone`(
    share: (Int64, Int64), fte: (Int64, Int64)
  ) throws {
    let split = try Self.split([
      Self.row("Internal Medicine", share: share.0, fte: fte.0),
      Self.row("Hospital Medicine", share: share.1, fte: fte.1, line: 3),
    ])
    #expect(split.parts == ["Internal Medicine 60 %", "Hospital Medicine 40 %"])
    #expect(split.fte == 800_000)
  }

  @Test func `of equal shares with equal FTE is of the whole role`() throws {
    let split = try Self.split([
      Self.row("A", share: 500_000, fte: 900_000), Self.row("B", share: 500_000, fte: 900_000),
    ])
    #expect(split.parts == ["A 50 %", "B 50 %"])
    #expect(split.fte == 900_000)
  }

  @Test(arguments: [
    (Int64(600_000), Int64(500_000), Int64(1_000_000), Int64(1_000_000)), (600_000, 300_000, 1_000_000, 1_000_000),
    (600_000, 400_000, 800_000, 700_000), (600_000, 1_000_000, 1_000_000, 1_000_000),
  ])
  func `that contradicts itself is a fault with its line`(a: Int64, b: Int64, fteA: Int64, fteB: Int64) throws {
    let rows = [try Self.row("A", share: a, fte: fteA), try Self.row("B", share: b, fte: fteB, line: 3)]
    #expect(throws: RoleSplit.Fault.self) { try RoleSplit.withEffort(rows, in: Self.year) }
    do {
      _ = try RoleSplit.withEffort(rows, in: Self.year)
    } catch {
      #expect(error.position == SourcePosition(file: "roster.csv", line: 2))
      #expect(error.message.contains("2025-01-01"))
    }
  }

  @Test func `of a part of the year is weighed over all of it`() throws {
    // A alone to 30 June, then half A and half B: 181 + 92 days of A to 92 of B.
    let split = try Self.split([
      Self.row("A", fte: 1_000_000, "2020-01-01", "2025-06-30"),
      Self.row("A", share: 500_000, fte: 1_000_000, "2025-07-01", line: 3),
      Self.row("B", share: 500_000, fte: 1_000_000, "2025-07-01", line: 4),
    ])
    #expect(split.parts == ["A 74.8 %", "B 25.2 %"])
    #expect(split.fte == 1_000_000)
  }

  @Test func `is none where one specialty follows another`() throws {
    let rows = [
      try Self.row("A", fte: 1_000_000, "2020-01-01", "2025-06-30"), try Self.row("B", fte: 1_000_000, "2025-07-01"),
    ]
    #expect(RoleSplit(try RoleSplit.withEffort(rows, in: Self.year), in: Self.year) == nil)
  }
}

@Suite struct `A blend by effort` {
  private static func row(_ specialty: String, n: Int?, _ points: (Int, Int64)...) -> SurveyRow {
    SurveyRow(
      survey: "S", year: 2026, dataYear: 2025, specialty: specialty, metric: .workRVU, respondents: n,
      points: points.map { SurveyPoint(percent: $0.0, millionths: $0.1 * 1_000_000) },
      position: SourcePosition(file: "s.csv", line: 2))
  }

  @Test func `weighs the specialties' values, not the percentiles`() throws {
    let medicine = Self.row("Internal Medicine", n: 400, (25, 4_000), (50, 5_000), (75, 6_000), (90, 7_000))
    let hospital = Self.row("Hospital Medicine", n: 300, (25, 3_500), (50, 4_000), (75, 5_000), (90, 6_500))
    let parts: [(row: SurveyRow, shareMillionths: Int64)] = [(medicine, 600_000), (hospital, 400_000)]
    let blend = try #require(RoleBlend.row(parts))
    #expect(
      blend.points.map(\.millionths) == [3_800_000_000, 4_600_000_000, 5_600_000_000, 6_800_000_000] as [Int64])
    #expect(blend.specialty == "60 % Internal Medicine and 40 % Hospital Medicine")
    #expect(blend.respondents == 300)
    // 5,100 is half way from the blend's median to its 75th.
    #expect(Placement(ofMillionths: 5_100_000_000, among: blend.points).position == .at(62.5))
  }

  @Test func `has only percents that every row covers`() throws {
    let a = Self.row("A", n: nil, (10, 1_000), (50, 2_000), (90, 3_000))
    let b = Self.row("B", n: 50, (25, 1_000), (50, 1_200), (75, 1_700))
    let parts: [(row: SurveyRow, shareMillionths: Int64)] = [(a, 500_000), (b, 500_000)]
    let blend = try #require(RoleBlend.row(parts))
    #expect(blend.points.map(\.percent) == [25, 50, 75])
    // A at the 25th is 1,000 + 15/40 of 1,000 = 1,375, at the 75th 2,625.
    #expect(blend.points.map(\.millionths) == [1_187_500_000, 1_600_000_000, 2_162_500_000])
    #expect(blend.respondents == nil)
    let apart = Self.row("C", n: 9, (10, 1), (20, 2))
    #expect(RoleBlend.row([(b, 500_000), (apart, 500_000)]) == nil)
  }
}
