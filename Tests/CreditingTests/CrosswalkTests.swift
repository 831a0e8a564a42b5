import ProductivityModel
import Testing

@testable import Crediting

@Suite struct `A crosswalk` {
  private static let compared = Crosswalk.Value(
    amount: .comparedTo("44310", Factor(millionths: 800_000)), reason: "nearest procedure",
    position: SourcePosition(file: "crosswalk.csv", line: 2))
  private static let agreed = Crosswalk.Value(
    amount: .work(WorkRVU(hundredths: 150)), reason: "agreed with the clinicians",
    position: SourcePosition(file: "crosswalk.csv", line: 3))
  private static let crosswalk = Crosswalk([
    Crosswalk.Row(code: "TELEVISIT", days: ServiceDays(text: "..2026-06-30"), value: compared),
    Crosswalk.Row(code: "TELEVISIT", days: ServiceDays(text: "2026-07-01..2026-12-31"), value: agreed),
  ])

  @Test(
    arguments: [
      ("2020-01-01", compared), ("2026-06-30", compared), ("2026-07-01", agreed), ("2026-12-31", agreed),
      ("2027-01-01", nil),
    ] as [(String, Crosswalk.Value?)])
  func `gives a code the value of its row of the day`(day: String, value: Crosswalk.Value?) throws {
    let day = try #require(CalendarDate(iso: day))
    #expect(Self.crosswalk.value(of: "TELEVISIT", on: day) == value)
    #expect(Self.crosswalk.row(for: "TELEVISIT", on: day)?.amount == value?.amount)
  }

  @Test(arguments: ["televisit", "TELEVISI", "", "44310"])
  func `gives other codes none`(code: String) throws {
    #expect(Self.crosswalk.value(of: code, on: try #require(CalendarDate(iso: "2026-06-30"))) == nil)
  }
}
