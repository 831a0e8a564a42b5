import ProductivityModel
import Testing

@testable import Compensation
@testable import Reporting

/// What would hold pay level, as a person would write it.
@Suite struct `The words for level pay` {
  private func pay(_ span: ClosedRange<Int64>, _ lever: LevelPay.Lever = .rate) throws -> LevelPay {
    let day = try #require(CalendarDate(iso: "2026-01-01"))
    return LevelPay(
      lever: lever, target: .zero, unmoved: .zero, shift: 0,
      levels: [
        LevelPay.Level(
          plan: "surgery", from: day, before: 42_000_000, after: 42_000_000, tiersBefore: [], tiersAfter: [])
      ], pay: .zero, result: .level, span: span, bounds: -42_000_000...100_000_000, members: 1, held: [.cap: 1])
  }

  @Test func `have no stray millionths`() throws {
    #expect(
      LevelWording.result(try pay(-1_999_993...500_001))
        == "pay is level since the one clinician is at the cap; any rate from $40.01 to $42.50 gives the same")
    #expect(
      LevelWording.result(try pay(-42_000_000...1, .threshold))
        == "pay is level since the one clinician is at the cap; any threshold up to 42 wRVUs gives the same")
    #expect(LevelWording.result(try pay(-7...1)) == "pay is level since the one clinician is at the cap")
  }
}
