import MedicareFees
import ProductivityModel
import Testing

@testable import Crediting

/// Modifier 50, for every indicator: record layout, "Bilateral Surgery".
@Suite struct `Both sides on one line` {
  @Test(arguments: BilateralIndicator.allCases)
  func `are worth what the code's indicator says, once, whatever the units`(indicator: BilateralIndicator) throws {
    let schedule = try Invented.schedule(Invented.row(bilateral: indicator))
    let credit = try Shipped.surveyComparable.engine().credit("10000", "50", in: schedule)
    let expected: WorkRVU =
      switch indicator {
      case .noIncrease: .of("10")
      case .halfMore: .of("15")
      case .valuedAsBilateral: .of("10")
      case .eachSideInFull: .of("20")
      case .notApplicable: .of("10")
      }
    for units in [Units(1), Units(2), Units(3), Units(tenThousandths: 5_000)] {
      #expect(credit.credit(units: units) == expected, "\(units) units")
      #expect(credit.credit(units: -units) == -expected, "\(units) units, reversed")
    }
    #expect(credit.flags.isEmpty == (indicator != .notApplicable))
    #expect(credit.adjustments.contains { $0.rule == .bilateralSurgery && !$0.citation.isEmpty })
  }

  @Test(arguments: BilateralIndicator.allCases)
  func `are nothing special without 50: units are units`(indicator: BilateralIndicator) throws {
    let credit = try Shipped.surveyComparable.engine().credit(
      in: Invented.schedule(Invented.row(bilateral: indicator)))
    #expect(credit.credit(units: Units(2)) == .of("20"))
    #expect(credit.factor == .one)
  }

  @Test(arguments: BilateralIndicator.allCases)
  func `count for nothing where a policy leaves modifiers alone`(indicator: BilateralIndicator) throws {
    let credit = try Shipped.unadjusted.engine().credit(
      "10000", "50", in: Invented.schedule(Invented.row(bilateral: indicator)))
    #expect(credit.credit(units: .one) == .of("10"))
    #expect(credit.credit(units: Units(2)) == .of("20"))
    #expect(credit.flags.isEmpty)
  }

  @Test(arguments: BilateralIndicator.allCases)
  func `are 150 percent of the units by flat factors, whatever the indicator`(indicator: BilateralIndicator) throws {
    let credit = try Shipped.flatFactors.engine().credit(
      "10000", "50", in: Invented.schedule(Invented.row(bilateral: indicator)))
    #expect(credit.credit(units: .one) == .of("15"))
    #expect(credit.credit(units: Units(2)) == .of("30"))
  }

  @Test(arguments: BilateralIndicator.allCases)
  func `rank with their adjusted total`(indicator: BilateralIndicator) throws {
    let schedule = try Invented.schedule(Invented.row(multiple: .standard, bilateral: indicator))
    let credit = try Shipped.surveyComparable.engine().credit("10000", "50", in: schedule)
    let hundredths: Int64 =
      switch indicator {
      case .halfMore: 3_000
      case .eachSideInFull: 4_000
      case .noIncrease, .valuedAsBilateral, .notApplicable: 2_000
      }
    #expect(credit.session.key == hundredths * 10_000)
  }

  @Test func `have no price where the source lacks the indicator`() throws {
    let schedule = try Invented.schedule(Invented.row(bilateral: nil))
    let engine = try Shipped.surveyComparable.engine()
    #expect(engine.credit("10000", "50", in: schedule).cause == .indicatorMissing)
    #expect(engine.credit("10000", "50", in: schedule).fate == .unpriced)
    // Without 50 the indicator decides nothing.
    #expect(engine.credit("10000", in: schedule).fate == .credited)
  }
}
