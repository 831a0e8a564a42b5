import MedicareFees
import ProductivityModel
import Testing

@testable import Crediting

/// Codes of real releases, with the arithmetic written out.
@Suite struct `A worked example` {
  /// 17.15 is the work of 44310 in the 2026 January release; its package is .09, .81, .10.
  private static let ileostomies: [([Modifier], String)] = [
    ([], "17.15"), (["62"], "10.71875"), (["AS"], "2.3324"), (["78"], "13.8915"), (["80"], "2.744"),
    (["54"], "15.435"), (["55"], "1.715"), (["56"], "1.5435"), (["52"], "8.575"),
  ]

  @Test(arguments: ileostomies)
  func `of 44310 in 2026`(modifiers: [Modifier], expected: String) throws {
    let credit = try Shipped.surveyComparable.engine().lineCredit(
      code: "44310", modifiers: ModifierList(modifiers), setting: .facility, schedule: Shipped.release("2026A"))
    #expect(credit.credit(units: .one) == .of(expected))
    // A void of any of these gives exactly the negative.
    #expect(credit.credit(units: -.one) == -.of(expected))
  }

  /// 49505 has bilateral indicator 1, 97110 indicator 0 in 2025D: 7.96 and 0.45 of work.
  @Test func `of both sides and of plain units in 2025`() throws {
    let engine = try Shipped.surveyComparable.engine()
    let schedule = try Shipped.release("2025D")
    #expect(engine.credit("49505", "50", in: schedule).credit(units: .one) == .of("11.94"))
    #expect(engine.credit("49505", "50", in: schedule).credit(units: Units(2)) == .of("11.94"))
    #expect(engine.credit("97110", in: schedule).credit(units: Units(2)) == .of("0.9"))
    #expect(schedule.row("97110")?.bilateral == .noIncrease)
  }

  @Test func `of a base of 10: one, two and odd units`() throws {
    let engine = try Shipped.surveyComparable.engine()
    for (indicator, expected) in [
      (BilateralIndicator.halfMore, "15"), (.valuedAsBilateral, "10"), (.eachSideInFull, "20"),
    ] {
      let schedule = try Invented.schedule(Invented.row(bilateral: indicator))
      #expect(engine.credit("10000", "50", in: schedule).credit(units: .one) == .of(expected))
      #expect(engine.credit("10000", "50", in: schedule).credit(units: Units(2)) == .of(expected))
    }
    let plain = try Invented.schedule(Invented.row(bilateral: .noIncrease))
    #expect(engine.credit("10000", in: plain).credit(units: Units(2)) == .of("20"))
  }
}
