import Ingest
import MedicareFees
import ProductivityModel
import TestSupport
import Testing

@testable import Crediting

@Suite struct `A published policy` {
  @Test(arguments: Shipped.allCases)
  func `has the name of its file, a title and no multiple or wrong number`(shipped: Shipped) throws {
    let policy = try shipped.policy()
    #expect(policy.name == shipped.rawValue)
    #expect(policy.title.count > 20)
    #expect(policy.creditedStatuses == [.active, .restricted, .injection])
    #expect(policy.creditedWhenValued == [.noncovered, .notValid, .bundled, .statutoryExclusion])
    #expect(policy.exclusions.isEmpty)
  }

  @Test(arguments: Shipped.allCases)
  func `gives every number with its source and its first day`(shipped: Shipped) throws {
    let policy = try shipped.policy()
    for row in policy.modifierRows {
      #expect(row.citation.count > 20, "\(row.modifiers)")
      #expect(row.dates.from.year >= 1990 && row.dates.from.year <= 2026, "\(row.modifiers)")
      if case .factor(let factor) = row.amount { #expect(factor.numerator >= 0) }
    }
    if let rule = policy.multipleProcedures {
      #expect(rule.citation.count > 20)
      #expect(rule.dates.from.year >= 1990 && rule.dates.from.year <= 2026)
    }
  }

  @Test(arguments: Shipped.allCases)
  func `names no modifier both as changing something and as changing nothing`(shipped: Shipped) throws {
    let policy = try shipped.policy()
    let valued = Set(policy.modifierRows.flatMap(\.modifiers))
    #expect(valued.isDisjoint(with: policy.informationalModifiers))
  }

  /// A row of a released fee schedule is never left between two rows of the policy.
  @Test(arguments: ["50", "62", "66", "80", "81", "82", "AS", "52", "54", "55", "56", "78", "22"] as [Modifier])
  func `comparable with surveys has a row for every indicator`(modifier: Modifier) throws {
    let engine = try Shipped.surveyComparable.engine()
    for bilateral in BilateralIndicator.allCases {
      for assistant in AssistantIndicator.allCases {
        for coSurgeon in CoSurgeonIndicator.allCases {
          let schedule = try Invented.schedule(
            Invented.row(bilateral: bilateral, assistant: assistant, coSurgeon: coSurgeon))
          let credit = engine.credit("10000", modifier, in: schedule)
          let met = credit.adjustments.contains {
            if case .modifier(modifier, _, _) = $0.reason { true } else { false }
          }
          #expect(met, "\(bilateral) \(assistant) \(coSurgeon)")
        }
      }
    }
  }

  @Test func `comparable with surveys ranks by total, 100 and then 50 percent, and values by the day of service`()
    throws
  {
    let policy = try Shipped.surveyComparable.policy()
    #expect(policy.multipleProcedures?.shares == [1_000_000, 500_000, 500_000, 500_000, 500_000])
    #expect(policy.multipleProcedures?.beyond == 500_000)
    #expect(policy.multipleProcedures?.rankBy == .totalRVU)
  }

  @Test func `applies every rule of CMS that concerns work`() throws {
    for shipped in Shipped.allCases { #expect(try shipped.policy().notApplied.isEmpty) }
    for shipped in [Shipped.surveyComparable, .cmsPayment] {
      let policy = try shipped.policy()
      #expect(policy.bilateralPairs?.sides == [.noIncrease, .halfMore, .valuedAsBilateral, .eachSideInFull])
      #expect(policy.bilateralPairs?.units == [.halfMore, .valuedAsBilateral, .eachSideInFull])
      #expect(policy.endoscopyFamilies != nil && policy.anesthesia?.minutesPerUnit == 15_000)
      #expect(policy.modifierRows.contains { $0.isByDays && $0.modifiers == ["55"] })
    }
    #expect(try Shipped.cmsPayment.policy().bundledServices.map(\.statuses) == [[.injection]])
  }

  @Test func `without adjustment earns the chosen row for any modifier that is known`() throws {
    let policy = try Shipped.unadjusted.policy()
    let engine = try Shipped.unadjusted.engine()
    let schedule = try Invented.schedule(Invented.row())
    #expect(policy.modifierRows.isEmpty)
    #expect(policy.multipleProcedures == nil)
    for modifier in policy.informationalModifiers {
      let credit = engine.credit("10000", modifier, in: schedule)
      #expect(credit.factor == .one, "\(modifier)")
      #expect(credit.countsUnits, "\(modifier)")
      #expect(credit.flags.isEmpty, "\(modifier)")
    }
  }

  @Test func `knows in every policy the modifiers that any of them values`() throws {
    let valued = try Set(Shipped.allCases.flatMap { try $0.policy().modifierRows.flatMap(\.modifiers) })
    for shipped in Shipped.allCases {
      let policy = try shipped.policy()
      let known = Set(policy.modifierRows.flatMap(\.modifiers)).union(policy.informationalModifiers)
      #expect(valued.subtracting(known).subtracting(["TC"]).isEmpty, "\(shipped)")
    }
  }

  @Test(arguments: Shipped.allCases)
  func `credits every row of 2025D without a flaw`(shipped: Shipped) throws {
    let schedule = try Shipped.release("2025D")
    let engine = try shipped.engine()
    for (index, row) in schedule.rows.enumerated() {
      let credit = engine.lineCredit(
        code: row.code, modifiers: ModifierList(row.component.map { [$0] } ?? []), setting: .facility,
        schedule: schedule)
      if let chosen = credit.row { #expect(chosen == index, "\(row.code)") }
      #expect(credit.cause != .indicatorMissing, "\(row.code)")
      if credit.fate == .credited { #expect(credit.work == row.work && row.work > .zero, "\(row.code)") }
    }
  }
}

@Suite struct `A policy's rows` {
  private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  private static func policy() throws -> CreditPolicy {
    func row(_ factor: Int64, _ from: String, _ through: String?) throws -> ModifierRow {
      ModifierRow(
        modifiers: ["52"], slot: .reduced, amount: .factor(Factor(millionths: factor)),
        dates: EffectiveDates(
          from: try day(from),
          through: try through.map(day)), citation: "invented")
    }
    return CreditPolicy(
      name: "dated", title: "dated", creditedStatuses: [.active],
      modifierRows: [try row(500_000, "2025-01-01", "2025-06-30"), try row(400_000, "2025-07-01", nil)],
      multipleProcedures: MultipleProcedurePolicy(
        shares: [1_000_000], beyond: 500_000, rankBy: .totalRVU, dates: EffectiveDates(from: try day("2025-03-01")),
        citation: "invented"))
  }

  @Test(arguments: [
    ("2024-12-31", "10", false), ("2025-01-01", "5", false), ("2025-02-28", "5", false), ("2025-03-01", "5", true),
    ("2025-06-30", "5", true), ("2025-07-01", "4", true), ("2030-01-01", "4", true),
  ])
  func `are in effect from their first day to their last`(on: String, expected: String, ranks: Bool) throws {
    let engine = CreditEngine(try Self.policy().inEffect(on: Self.day(on)))
    let credit = engine.credit("10000", "52", in: try Invented.schedule(Invented.row(multiple: .standard)))
    #expect(credit.credit(units: .one) == .of(expected))
    #expect(credit.session.ranks == ranks)
  }

  @Test func `change on the days that the policy names, and between them never`() throws {
    let policy = try Self.policy()
    #expect(policy.changes.map(\.description) == ["2025-01-01", "2025-03-01", "2025-07-01"])
    let first = try Self.day("2024-06-01")
    for offset in 0..<700 {
      let today = first.advanced(by: offset)
      if !policy.changes.contains(today) {
        #expect(policy.inEffect(on: today) == policy.inEffect(on: today.advanced(by: -1)), "\(today)")
      }
    }
  }

  @Test func `apply in the policy's order: the first whose conditions hold`() throws {
    func row(_ factor: Int64, _ bilateral: [BilateralIndicator]) throws -> ModifierRow {
      ModifierRow(
        modifiers: ["50"], slot: .bilateral, conditions: IndicatorConditions(bilateral: bilateral),
        amount: .factor(Factor(millionths: factor)), dates: EffectiveDates(from: try Self.day("2020-01-01")),
        citation: "invented")
    }
    let policy = CreditPolicy(
      name: "ordered", title: "ordered", creditedStatuses: [.active],
      modifierRows: [try row(1_500_000, [.halfMore]), try row(1_100_000, []), try row(3_000_000, [])])
    for (indicator, expected) in [(BilateralIndicator.halfMore, "15"), (.noIncrease, "11")] {
      let schedule = try Invented.schedule(Invented.row(bilateral: indicator))
      #expect(CreditEngine(policy).credit("10000", "50", in: schedule).credit(units: .one) == .of(expected))
    }
  }
}
