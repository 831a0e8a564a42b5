import MedicareFees
import ProductivityModel
import TestSupport
import Testing

@testable import Crediting

/// Assistants at surgery, for every indicator and modifier: record layout, "Assistant at Surgery"; Pub. 100-04 chapter 12
/// sections 20.4.3 and 120.
@Suite struct `An assistant at surgery` {
  private static let cases: [(AssistantIndicator, Modifier)] = AssistantIndicator.allCases.flatMap { indicator in
    (["AS", "80", "81", "82"] as [Modifier]).map { (indicator, $0) }
  }

  @Test(arguments: cases)
  func `earns by the code's indicator`(indicator: AssistantIndicator, modifier: Modifier) throws {
    let schedule = try Invented.schedule(Invented.row(multiple: .standard, assistant: indicator))
    let credit = try Shipped.surveyComparable.engine().credit("10000", modifier, in: schedule)
    #expect(credit.fate == .credited)
    #expect(credit.session.role == .assistant)
    switch indicator {
    case .notPayable:
      #expect(credit.credit(units: .one) == .zero)
      #expect(!credit.session.ranks, "a line that is not payable in its role takes no place")
    case .documentationRequired, .payable, .notApplicable:
      #expect(credit.credit(units: .one) == (modifier == "AS" ? .of("1.36") : .of("1.6")))
      #expect(credit.session.ranks)
    }
    #expect(credit.flags.isEmpty == (indicator == .payable))
  }

  @Test(arguments: cases)
  func `earns 16 percent by flat factors, once`(indicator: AssistantIndicator, modifier: Modifier) throws {
    let schedule = try Invented.schedule(Invented.row(assistant: indicator))
    let engine = try Shipped.flatFactors.engine()
    #expect(engine.credit("10000", modifier, in: schedule).credit(units: .one) == .of("1.6"))
    #expect(engine.credit("10000", modifier, "80", "AS", in: schedule).credit(units: .one) == .of("1.6"))
  }

  @Test(arguments: cases)
  func `earns in full where a policy leaves modifiers alone`(indicator: AssistantIndicator, modifier: Modifier) throws {
    let schedule = try Invented.schedule(Invented.row(assistant: indicator))
    #expect(try Shipped.unadjusted.engine().credit("10000", modifier, in: schedule).credit(units: .one) == .of("10"))
  }

  @Test(arguments: AssistantIndicator.allCases)
  func `is reduced once, AS before 80, 81 and 82`(indicator: AssistantIndicator) throws {
    let schedule = try Invented.schedule(Invented.row(assistant: indicator))
    let engine = try Shipped.surveyComparable.engine()
    let expected: WorkRVU = indicator == .notPayable ? .zero : .of("1.36")
    for other: Modifier in ["80", "81", "82"] {
      #expect(engine.credit("10000", other, "AS", in: schedule).credit(units: .one) == expected)
      #expect(engine.credit("10000", "AS", other, in: schedule).credit(units: .one) == expected)
    }
  }

  @Test func `has no price where the source lacks the indicator`() throws {
    let schedule = try Invented.schedule(Invented.row(assistant: nil))
    #expect(try Shipped.surveyComparable.engine().credit("10000", "80", in: schedule).cause == .indicatorMissing)
  }
}

/// Co-surgeons and teams: record layout, "Co-surgeons" and "Team Surgery"; Pub. 100-04 chapter 12 section 40.8.
@Suite struct `Surgeons together` {
  @Test(arguments: CoSurgeonIndicator.allCases)
  func `earn 62 and a half percent each, flagged where CMS pays no co-surgeon`(indicator: CoSurgeonIndicator) throws {
    let schedule = try Invented.schedule(Invented.row(multiple: .standard, coSurgeon: indicator))
    let credit = try Shipped.surveyComparable.engine().credit("10000", "62", in: schedule)
    #expect(credit.credit(units: .one) == .of("6.25"))
    #expect(credit.session.role == .coSurgeon)
    #expect(credit.flags.isEmpty == (indicator == .documentationRequired || indicator == .permitted))
    #expect(try Shipped.flatFactors.engine().credit("10000", "62", in: schedule).credit(units: .one) == .of("6.25"))
    #expect(try Shipped.unadjusted.engine().credit("10000", "62", in: schedule).credit(units: .one) == .of("10"))
  }

  @Test func `of two specialties have no price where the source lacks the indicator`() throws {
    let schedule = try Invented.schedule(Invented.row(coSurgeon: nil))
    #expect(try Shipped.surveyComparable.engine().credit("10000", "62", in: schedule).cause == .indicatorMissing)
  }

  @Test func `in a team earn in full, flagged, and rank as a team`() throws {
    let credit = try Shipped.surveyComparable.engine().credit("10000", "66", in: Invented.schedule(Invented.row()))
    #expect(credit.credit(units: .one) == .of("10"))
    #expect(credit.session.role == .team)
    #expect(credit.flags.count == 1)
  }
}

/// The parts of the global package: record layout, pre-, intra- and postoperative percentage; Pub. 100-04 chapter 12
/// section 40.4.
@Suite struct `Split surgical care` {
  private static let portions: [([Modifier], String)] = [
    (["54"], "8"), (["55"], "2"), (["56"], "1"), (["54", "55"], "10"), (["55", "56"], "3"),
    // Each portion once: the preoperative one is in 54 already.
    (["54", "56"], "8"), (["54", "55", "56"], "10"), (["56", "55", "54"], "10"),
  ]

  @Test(arguments: portions)
  func `adds the portions up, each once`(modifiers: [Modifier], expected: String) throws {
    let credit = try Shipped.surveyComparable.engine().lineCredit(
      code: "10000", modifiers: ModifierList(modifiers), setting: .facility,
      schedule: Invented.schedule(Invented.row(package: (10, 70, 20))))
    #expect(credit.credit(units: .one) == .of(expected))
    #expect(credit.flags.isEmpty)
  }

  @Test(arguments: ["54", "55", "56"] as [Modifier])
  func `of a code whose percentages add up to nothing is worth it all, flagged`(modifier: Modifier) throws {
    let schedule = try Invented.schedule(Invented.row(package: (0, 0, 0), global: .sameDay))
    let credit = try Shipped.surveyComparable.engine().credit("10000", modifier, in: schedule)
    #expect(credit.credit(units: .one) == .of("10"))
    #expect(credit.flags.count == 1)
  }

  @Test(arguments: ["54", "55", "56", "78"] as [Modifier])
  func `has no price where the source lacks the percentages`(modifier: Modifier) throws {
    let schedule = try Invented.schedule(Invented.row(package: nil))
    let credit = try Shipped.surveyComparable.engine().credit("10000", modifier, in: schedule)
    #expect(credit.fate == .unpriced)
    #expect(credit.cause == .indicatorMissing)
    #expect(credit.credit(units: .one) == .zero)
  }

  @Test func `has no price by a policy that takes a portion which the source lacks, whatever its conditions`() throws {
    var policy = try Shipped.surveyComparable.policy()
    for index in policy.modifierRows.indices { policy.modifierRows[index].conditions.hasPackagePercentages = nil }
    let schedule = try Invented.schedule(Invented.row(package: nil))
    for modifier: Modifier in ["54", "78"] {
      #expect(CreditEngine(policy).credit("10000", modifier, in: schedule).cause == .indicatorMissing)
    }
  }

  private static let flatParts: [([Modifier], String)] = [
    (["54"], "7"), (["55"], "2"), (["56"], "1.1"), (["54", "55"], "9"), (["54", "55", "56"], "10"),
  ]

  @Test(arguments: flatParts)
  func `by flat factors adds the factors up, to no more than the whole`(modifiers: [Modifier], expected: String) throws
  {
    let credit = try Shipped.flatFactors.engine().lineCredit(
      code: "10000", modifiers: ModifierList(modifiers), setting: .facility,
      schedule: Invented.schedule(Invented.row()))
    #expect(credit.credit(units: .one) == .of(expected))
  }

  @Test func `that returns to the operating room earns the operation, outside the ranking`() throws {
    let engine = try Shipped.surveyComparable.engine()
    let major = engine.credit("10000", "78", in: try Invented.schedule(Invented.row(multiple: .standard)))
    #expect(major.credit(units: .one) == .of("7"))
    #expect(!major.session.ranks)
    let minor = engine.credit(
      "10000", "78", in: try Invented.schedule(Invented.row(package: (0, 0, 0), global: .sameDay, multiple: .standard)))
    #expect(minor.credit(units: .one) == .of("10"))
    #expect(!minor.session.ranks)
  }
}

@Suite struct `The extent of a service` {
  private static let survey: [(Modifier, String, Bool)] = [
    ("22", "10", true), ("63", "10", true), ("52", "5", true), ("53", "5", true), ("51", "10", false),
    ("76", "10", false), ("24", "10", false),
  ]

  @Test(arguments: survey)
  func `is what surveys compare with, flagged where it rests on a convention`(
    modifier: Modifier, expected: String, isFlagged: Bool
  ) throws {
    try Self.check(.surveyComparable, modifier, expected, isFlagged)
  }

  private static let flat: [(Modifier, String)] = [
    ("22", "12.5"), ("52", "5"), ("53", "5"), ("51", "5"), ("76", "7"), ("78", "7"), ("63", "10"),
  ]

  @Test(arguments: flat)
  func `is one factor by flat factors`(modifier: Modifier, expected: String) throws {
    try Self.check(.flatFactors, modifier, expected, false)
  }

  private static func check(_ shipped: Shipped, _ modifier: Modifier, _ expected: String, _ isFlagged: Bool) throws {
    let credit = try shipped.engine().credit("10000", modifier, in: Invented.schedule(Invented.row()))
    #expect(credit.credit(units: .one) == .of(expected))
    #expect(credit.credit(units: Units(3)).millionths == 3 * WorkRVU.of(expected).millionths)
    #expect(credit.flags.isEmpty != isFlagged)
  }

  @Test func `discontinued is not reduced twice where the code has a row for 53`() throws {
    let schedule = try Invented.schedule(Invented.row(work: 326), Invented.row("10000", "53", work: 163))
    for shipped in Shipped.allCases {
      let credit = try shipped.engine().credit("10000", "53", in: schedule)
      #expect(credit.credit(units: .one) == .of("1.63"))
      #expect(credit.flags.isEmpty)
    }
  }

  @Test func `multiplies with every other factor, and no modifier comes twice`() throws {
    let schedule = try Invented.schedule(Invented.row(bilateral: .halfMore))
    // 10 x 1.5 x 0.5 x 0.625 x 0.16, rounded once.
    let survey = try Shipped.surveyComparable.engine().credit("10000", "80", "62", "52", "50", "52", in: schedule)
    #expect(survey.credit(units: .one) == .of("0.75"))
    #expect(survey.factor == Factor(3, over: 40))
    // 10 x 1.5 x 1.25 x 0.5 x 0.625 x 0.7 x 0.7 x 0.16 x 0.5, times 2 units.
    let flat = try Shipped.flatFactors.engine().credit(
      "10000", "50", "22", "52", "62", "76", "78", "80", "51", in: schedule)
    #expect(
      flat.factor == Factor(3, over: 2) * Factor(5, over: 4) * Factor(1, over: 2) * Factor(5, over: 8)
        * Factor(49, over: 100) * Factor(4, over: 25) * Factor(1, over: 2))
    #expect(flat.credit(units: Units(2)) == .of("0.459375"))
  }

  @Test func `does not depend on the order of the modifiers`() throws {
    let schedule = try Invented.schedule(Invented.row(multiple: .standard, bilateral: .halfMore))
    let known: [Modifier] = ["22", "50", "52", "53", "54", "55", "56", "62", "66", "78", "80", "81", "AS", "51", "59"]
    var random = SplitMix64(seed: 21)
    for shipped in Shipped.allCases {
      let engine = try shipped.engine()
      for _ in 0..<200 {
        let modifiers = Array(known.shuffled(using: &random).prefix(Int.random(in: 0...5, using: &random)))
        let one = engine.lineCredit(
          code: "10000", modifiers: ModifierList(modifiers), setting: .facility, schedule: schedule)
        let other = engine.lineCredit(
          code: "10000", modifiers: ModifierList(modifiers.reversed()), setting: .facility, schedule: schedule)
        #expect(one.factor == other.factor, "seed 21: \(shipped) \(modifiers)")
        #expect(one.session == other.session, "seed 21: \(shipped) \(modifiers)")
        #expect(one.adjustments.map(\.factor) == other.adjustments.map(\.factor), "seed 21: \(shipped) \(modifiers)")
        #expect(one.adjustments.map(\.rule.order) == one.adjustments.map(\.rule.order).sorted())
        #expect(one.factor == one.adjustments.map(\.factor).reduce(.one, *), "the trail gives the factor: \(modifiers)")
        #expect(one.factor.numerator >= 0, "a credit is never below zero on a positive line")
      }
    }
  }

  @Test(arguments: Shipped.allCases)
  func `flags a modifier that the policy does not know, and credits the line`(shipped: Shipped) throws {
    let credit = try shipped.engine().credit("10000", "ZZ", "59", in: Invented.schedule(Invented.row()))
    #expect(credit.flags == [.unknownModifier("ZZ")])
    #expect(credit.credit(units: .one) == .of("10"))
  }
}
