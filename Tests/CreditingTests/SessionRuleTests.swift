import MedicareFees
import ProductivityModel
import TestSupport
import Testing

@testable import Crediting

/// Both sides of a procedure, however they are billed: record layout, "Bilateral Surgery"; Pub. 100-04 chapter 12 section 40.7.
@Suite struct `Both sides of a procedure` {
  /// A procedure of work 10, billed in one of five ways.
  private static let forms: [(name: String, lines: [BilledLine])] = [
    ("50 with one unit", [BilledLine("10000", "50")]),
    ("50 with two units", [BilledLine("10000", "50", units: Units(2))]),
    ("an LT and an RT line", [BilledLine("10000", "RT", id: "1"), BilledLine("10000", "LT", id: "2")]),
    ("LT and RT on one line", [BilledLine("10000", "LT", "RT")]), ("two units", [BilledLine("10000", units: Units(2))]),
  ]

  @Test(arguments: BilateralIndicator.allCases)
  func `are worth what the indicator says in every form`(indicator: BilateralIndicator) throws {
    let expected: [String] =
      switch indicator {
      case .noIncrease: ["10", "10", "10", "10", "20"]
      case .halfMore: ["15", "15", "15", "15", "15"]
      case .valuedAsBilateral: ["10", "10", "10", "10", "10"]
      case .eachSideInFull: ["20", "20", "20", "20", "20"]
      case .notApplicable: ["10", "10", "20", "10", "20"]
      }
    for multiple in [MultipleProcedureIndicator.noReduction, .standard] {
      // Unpaired units of a ranked code are two procedures, of which the second is halved.
      let schedule = try Invented.schedule(Invented.row(multiple: multiple, bilateral: indicator))
      for (form, value) in zip(Self.forms, expected) {
        let isTwoServices = value == "20" && indicator != .eachSideInFull && multiple == .standard
        for shipped in [Shipped.surveyComparable, .cmsPayment] {
          let sum = try shipped.engine().session(form.lines, in: schedule).sum
          #expect(sum == .of(isTwoServices ? "15" : value), "\(indicator), \(form.name), \(multiple), \(shipped)")
        }
      }
    }
  }

  @Test func `on two lines give the lower line id its value in full, then LT`() throws {
    let schedule = try Invented.schedule(Invented.row(bilateral: .halfMore))
    let engine = try Shipped.surveyComparable.engine()
    func session(_ lines: BilledLine...) -> [WorkRVU] { engine.session(lines, in: schedule) }
    #expect(session(BilledLine("10000", "LT", id: "B"), BilledLine("10000", "RT", id: "A")) == [.of("5"), .of("10")])
    #expect(session(BilledLine("10000", "RT"), BilledLine("10000", "LT")) == [.of("5"), .of("10")])
    #expect(session(BilledLine("10000", "LT"), BilledLine("10000", "LT")) == [.of("10"), .of("10")], "no pair")
    #expect(session(BilledLine("10000", "LT"), BilledLine("10000", "RT", units: Units(2))) == [.of("10"), .of("20")])
    #expect(
      session(BilledLine("10000", "LT", "FA"), BilledLine("10000", "RT", "F5")) == [.of("10"), .of("10")], "digits")
    // Two pairs: the first of each side together, then the second.
    #expect(
      session(
        BilledLine("10000", "LT", id: "1"), BilledLine("10000", "LT", id: "4"), BilledLine("10000", "RT", id: "2"),
        BilledLine("10000", "RT", id: "3")) == [.of("10"), .of("5"), .of("5"), .of("10")])
    // A surgeon's and an assistant's line are no pair.
    #expect(session(BilledLine("10000", "LT"), BilledLine("10000", "RT", "80")) == [.of("10"), .of("1.6")])
  }

  @Test(arguments: ["E1", "E4", "FA", "F1", "F9", "TA", "T1", "T9"] as [Modifier])
  func `are never two units with a finger, toe or eyelid`(digit: Modifier) throws {
    let schedule = try Invented.schedule(Invented.row(bilateral: .halfMore))
    let line = BilledLine("10000", digit, units: Units(2))
    #expect(try Shipped.surveyComparable.engine().session([line], in: schedule) == [.of("20")])
  }

  @Test func `take one place among several procedures, by what both are worth`() throws {
    let schedule = try Invented.schedule(
      Invented.row("10001", work: 1_000, nonfacilityPE: 300, facilityPE: 300, malpractice: 0, multiple: .standard),
      Invented.row(
        "10002", work: 800, nonfacilityPE: 200, facilityPE: 200, malpractice: 0, multiple: .standard,
        bilateral: .halfMore))
    // 10.00 of total, 15.00 for both sides, is above 13.00; one side alone is not.
    let engine = try Shipped.surveyComparable.engine()
    let pair = [BilledLine("10002", "LT", id: "1"), BilledLine("10001", id: "2"), BilledLine("10002", "RT", id: "3")]
    #expect(engine.session(pair, in: schedule) == [.of("8"), .of("5"), .of("4")])
    #expect(engine.session(Array(pair.prefix(2)), in: schedule) == [.of("4"), .of("10")])
    let units = [BilledLine("10001"), BilledLine("10002", units: Units(2))]
    #expect(engine.session(units, in: schedule) == [.of("5"), .of("12")])
  }

  @Test func `are not paired by policies without pairs`() throws {
    let schedule = try Invented.schedule(Invented.row(bilateral: .halfMore))
    for shipped in [Shipped.unadjusted, .flatFactors] {
      for form in Self.forms.dropFirst(2) {
        let sum = try shipped.engine().session(form.lines, in: schedule).sum
        #expect(
          sum == .of(form.lines.count == 2 || form.lines[0].units == Units(2) ? "20" : "10"), "\(shipped) \(form.name)")
      }
    }
  }
}

/// Endoscopies of one base: record layout, "Multiple Procedure" indicator 3; Pub. 100-04 chapter 12 section 40.6.
@Suite struct `An endoscopy family` {
  private static func row(
    _ code: ProcedureCode, _ value: Int64, base: ProcedureCode? = nil, bilateral: BilateralIndicator = .noIncrease
  ) -> FeeRow {
    Invented.row(
      code, work: value, nonfacilityPE: 0, facilityPE: 0, malpractice: 0,
      multiple: base == nil ? .standard : .endoscopy, bilateral: bilateral, endoscopicBase: base)
  }

  private static func schedule() throws -> FeeSchedule {
    try Invented.schedule(
      row("10000", 20_000), row("10001", 31_002, base: "10000"), row("10002", 27_512, base: "10000"),
      row("10003", 27_013, base: "10000"), row("20000", 90_000), row("10004", 15_000, base: "10000"),
      row("10005", 40_000, base: "10000", bilateral: .halfMore))
  }

  private func session(_ lines: BilledLine...) throws -> [WorkRVU] {
    try Shipped.surveyComparable.engine().session(lines, in: Self.schedule())
  }

  @Test func `earns the highest in full and the others above the base, as CMS's example has it`() throws {
    let family = [BilledLine("10003"), BilledLine("10000"), BilledLine("10001"), BilledLine("10002")]
    let engine = try Shipped.surveyComparable.engine()
    let alone = try engine.session(family, in: Self.schedule())
    #expect(alone == [.of("70.13"), .zero, .of("310.02"), .of("75.12")])
    #expect(alone.sum == .of("455.27"))
    let lower = try engine.session(family + [BilledLine("20000")], in: Self.schedule())
    #expect(lower.dropLast().reduce(.zero, +) == .of("227.635"))
    #expect(lower.last == .of("900"))
  }

  @Test(arguments: [("2025D", "4.87"), ("2026A", "4.75")])
  func `of two colonoscopies earns 4.87 in 2025 and 4.75 in 2026`(release: String, expected: String) throws {
    let sum = try Shipped.surveyComparable.engine().session(
      [BilledLine("45385"), BilledLine("45380")], in: Shipped.release(release)
    ).sum
    #expect(sum == .of(expected))
  }

  @Test func `gives the base nothing beside another, and a line alone ranks as any other`() throws {
    #expect(try session(BilledLine("10000"), BilledLine("10001")) == [.zero, .of("310.02")])
    #expect(try session(BilledLine("10000"), BilledLine("20000")) == [.of("100"), .of("900")])
    #expect(try session(BilledLine("10001"), BilledLine("20000")) == [.of("155.01"), .of("900")])
    #expect(try session(BilledLine("10000", units: Units(2))) == [.of("300")], "two bases are no family")
    #expect(try session(BilledLine("10001", units: Units(2))) == [.of("465.03")], "one line is no family")
  }

  @Test func `never takes more than there is, and includes the base even where that is higher`() throws {
    #expect(try session(BilledLine("10004"), BilledLine("10000")) == [.of("150"), .zero])
    #expect(try session(BilledLine("10004"), BilledLine("10001")) == [.zero, .of("310.02")])
  }

  @Test func `has only the first unit of its highest in full, and both sides of the difference`() throws {
    #expect(try session(BilledLine("10001", units: Units(2)), BilledLine("10002")) == [.of("420.04"), .of("75.12")])
    // 400 x 1.5 is highest; 310.02 above the base is 110.02.
    #expect(try session(BilledLine("10005", "50"), BilledLine("10001")) == [.of("600"), .of("110.02")])
    let pair = try session(BilledLine("10005", "LT", id: "1"), BilledLine("10005", "RT", id: "2"), BilledLine("10001"))
    #expect(pair == [.of("400"), .of("200"), .of("110.02")])
  }

  @Test func `is formed within a role, and without returns to the operating room`() throws {
    #expect(try session(BilledLine("10001"), BilledLine("10002", "80")) == [.of("310.02"), .of("44.0192")])
    let returned = try session(BilledLine("10001", "78"), BilledLine("10002"))
    #expect(returned[1] == .of("275.12"))
  }

  @Test func `whose base is not in the release ranks line by line, flagged`() throws {
    let schedule = try Invented.schedule(
      Self.row("10001", 30_000, base: "99999"), Self.row("10002", 20_000, base: "99999"))
    let engine = try Shipped.surveyComparable.engine()
    #expect(engine.session([BilledLine("10001"), BilledLine("10002")], in: schedule) == [.of("300"), .of("100")])
    #expect(!engine.credit("10001", in: schedule).flags.isEmpty)
  }

  @Test func `earns the same in any order of its lines, by real families`() throws {
    let schedule = try Shipped.release("2025D")
    let members = schedule.rows.filter { $0.endoscopicBase != nil && $0.work > .zero }
    let families = Dictionary(grouping: members) { $0.endoscopicBase ?? "00000" }.filter { $0.value.count > 2 }
    let bases = families.keys.sorted()
    var random = SplitMix64(seed: 61)
    let engine = try Shipped.surveyComparable.engine()
    for round in 0..<150 {
      let base = bases[Int.random(in: 0..<bases.count, using: &random)]
      let codes = (families[base] ?? []).map(\.code) + [base]
      let lines = (0..<Int.random(in: 2...5, using: &random)).map { index in
        BilledLine(
          codes[Int.random(in: 0..<codes.count, using: &random)],
          units: Units(Int64([1, 1, 1, 2].randomElement(using: &random) ?? 1)), id: "L\(index)")
      }
      let session = engine.session(lines, in: schedule)
      let order = lines.indices.shuffled(using: &random)
      #expect(
        order.map { session[$0] } == engine.session(order.map { lines[$0] }, in: schedule), "seed 61, round \(round)")
      // Never more than each by itself in full: two units alone would be two procedures, which may be less.
      let full = lines.map { engine.credit($0.code, in: schedule).unadjusted(units: $0.units) }
      #expect(
        zip(session, full).allSatisfy { $0 >= .zero && $0 <= $1 }, "seed 61, round \(round): \(lines.map(\.code))")
    }
  }
}

/// Services that are a part of others: record layout, Attachment A, status T.
@Suite struct `A bundled service` {
  private func session(_ shipped: Shipped, _ lines: BilledLine...) throws -> [WorkRVU] {
    let schedule = try Invented.schedule(
      Invented.row("10001", status: .injection), Invented.row("10002"), Invented.row("10003", assistant: .notPayable),
      Invented.row("10004", status: .noncovered), Invented.row("10005", work: 0, coSurgeon: .notPermitted))
    return try shipped.engine().session(lines, in: schedule)
  }

  @Test func `earns nothing beside a payable service, and is paid where there is none`() throws {
    let other = BilledLine("10002")
    #expect(try session(.cmsPayment, BilledLine("10001"), other) == [.zero, .of("10")])
    #expect(try session(.cmsPayment, BilledLine("10001"), BilledLine("10001")) == [.of("10"), .of("10")])
    #expect(
      try session(.cmsPayment, BilledLine("10001"), BilledLine("10003", "80")) == [.of("10"), .zero], "not payable")
    #expect(try session(.cmsPayment, BilledLine("10001"), BilledLine("10004")).first == .of("10"), "not A or R")
    // A row without work includes it, unless the role takes its payment away.
    #expect(try session(.cmsPayment, BilledLine("10001"), BilledLine("10005")).first == .zero)
    #expect(try session(.cmsPayment, BilledLine("10001"), BilledLine("10005", "62")).first == .of("10"))
    #expect(try session(.surveyComparable, BilledLine("10001"), other) == [.of("10"), .of("10")], "no rule")
  }
}

/// Postoperative care by days: record layout, "Postoperative Percentage"; Pub. 100-04 chapter 12 section 40.4.
@Suite struct `Care after an operation` {
  private static let cases: [(modifiers: [Modifier], days: Int32?, global: GlobalPeriod, expected: String)] = [
    (["55"], nil, .ninetyDays, "2"), (["55"], 45, .ninetyDays, "1"), (["55"], 90, .ninetyDays, "2"),
    (["55"], 120, .ninetyDays, "2"), (["55"], 0, .ninetyDays, "0"), (["55"], 1, .ninetyDays, "0.022222"),
    (["55"], 5, .tenDays, "1"), (["55"], 5, .sameDay, "2"), (["54", "55"], 45, .ninetyDays, "9"),
    (["54", "55", "56"], 90, .ninetyDays, "10"), (["56"], 45, .ninetyDays, "1"), (["54"], 45, .ninetyDays, "8"),
  ]

  @Test(arguments: cases)
  func `counts by the days given`(modifiers: [Modifier], days: Int32?, global: GlobalPeriod, expected: String) throws {
    let schedule = try Invented.schedule(Invented.row(global: global))
    let list = ModifierList(modifiers, postoperativeDays: days)
    for shipped in [Shipped.surveyComparable, .cmsPayment] {
      let credit = try shipped.engine().lineCredit(
        code: "10000", modifiers: list, setting: .facility, schedule: schedule)
      #expect(credit.credit(units: .one) == .of(expected))
    }
  }
}

/// ASA units: 42 CFR 414.46; Pub. 100-04 chapter 12 section 50.
@Suite struct `Anesthesia` {
  private static let cases: [(modifiers: [Modifier], base: Int64?, minutes: Int64?, units: Int64)] = [
    (["AA"], 5, 60, 90_000), (["QZ"], 5, 60, 90_000), (["QK"], 5, 60, 45_000), (["QX"], 5, 60, 45_000),
    (["QY"], 5, 60, 45_000), (["AD"], nil, nil, 30_000), ([], 5, 60, 90_000), (["AA"], 5, 47, 81_000),
    (["AA"], 5, 46, 81_000), (["AA"], 5, 0, 50_000), (["QK"], 5, 47, 40_500),
  ]

  @Test(arguments: cases)
  func `is base units and time to one decimal, by who gave it`(
    modifiers: [Modifier], base: Int64?, minutes: Int64?, units: Int64
  ) throws {
    for shipped in Shipped.allCases + [.cmsPayment] {
      let outcome = AnesthesiaUnits.measure(
        ModifierList(modifiers), baseUnits: base.map { $0 * 1_000 }, minutes: minutes.map { $0 * 1_000 },
        by: try shipped.engine().policy.anesthesia)
      guard case .measured(let measured, let row) = outcome else {
        Issue.record("\(modifiers) is not measured by \(shipped)")
        continue
      }
      #expect(measured == ASAUnits(tenThousandths: units), "\(shipped)")
      #expect((row.flag != nil) == (modifiers.isEmpty || modifiers == ["AD"]))
    }
  }

  @Test func `is held without base units, minutes or a rule`() throws {
    let policy = try Shipped.unadjusted.policy().anesthesia
    let list = ModifierList(["AA"])
    #expect(AnesthesiaUnits.measure(list, baseUnits: nil, minutes: 60_000, by: policy) == .noBaseUnits)
    #expect(AnesthesiaUnits.measure(list, baseUnits: 5_000, minutes: nil, by: policy) == .noMinutes)
    #expect(AnesthesiaUnits.measure(list, baseUnits: 5_000, minutes: 60_000, by: nil) == .noRule)
  }
}

@Suite struct `A credit that is divided` {
  @Test func `loses nothing, whatever the shares`() {
    var random = SplitMix64(seed: 71)
    for _ in 0..<2_000 {
      let share = Int64.random(in: 0...1_000_000, using: &random)
      let row = AttributionRow(
        modifiers: [], shares: [.init(.rendering, millionths: 1_000_000 - share), .init(.billing, millionths: share)],
        dates: EffectiveDates(from: CalendarDate(daysSinceEpoch: 0)), citation: "")
      let credit = Int64.random(in: -200_000_000...200_000_000, using: &random)
      let parts = AttributionParts.parts(of: credit, by: row, rendering: 1, LineDetail(billing: 2))
      let reversed = AttributionParts.parts(of: -credit, by: row, rendering: 1, LineDetail(billing: 2))
      #expect(parts.map(\.credit) == reversed.map { -$0.credit }, "seed 71")
      #expect(parts.allSatisfy { abs($0.credit) <= abs(credit) && $0.clinician == 2 }, "seed 71")
    }
  }

  @Test func `stays with the rendering clinician where the line names no other`() {
    let row = AttributionRow(
      modifiers: ["SA"], shares: [.init(.supervising, millionths: 1_000_000)],
      dates: EffectiveDates(from: CalendarDate(daysSinceEpoch: 0)), citation: "")
    #expect(AttributionParts.parts(of: 10, by: row, rendering: 1, LineDetail()).isEmpty)
    #expect(AttributionParts.parts(of: 10, by: row, rendering: 1, LineDetail(supervising: 1)).isEmpty)
    #expect(AttributionParts.parts(of: 10, by: row, rendering: 1, LineDetail(supervising: 3)).map(\.credit) == [10])
  }
}

@Suite struct `The bounds of a rule` {
  @Test func `hold for every code, modifier and unit`() throws {
    let schedule = try Shipped.release("2025D")
    let modifiers: [Modifier] = [
      "26", "TC", "50", "52", "53", "54", "55", "56", "62", "66", "78", "80", "AS", "LT", "RT", "22",
    ]
    var random = SplitMix64(seed: 81)
    let most: [Shipped: Factor] = [
      .unadjusted: .one, .surveyComparable: Factor(2, over: 1), .cmsPayment: Factor(2, over: 1),
      .flatFactors: Factor(15, over: 8),
    ]
    for (shipped, bound) in most {
      let engine = try shipped.engine()
      for _ in 0..<3_000 {
        let code = schedule.codes[Int.random(in: 0..<schedule.codes.count, using: &random)]
        let list = ModifierList(Array(modifiers.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random))))
        let units = Units(tenThousandths: Int64.random(in: 1...60_000, using: &random))
        let credit = engine.lineCredit(code: code, modifiers: list, setting: .facility, schedule: schedule)
        guard credit.fate == .credited else { continue }
        let earned = credit.credit(units: units)
        #expect(
          earned >= .zero && credit.factor.scaled(1_000_000) <= bound.scaled(1_000_000),
          "seed 81: \(shipped) \(code) \(list)")
        if shipped == .unadjusted { #expect(earned == credit.unadjusted(units: units), "seed 81: \(code) \(list)") }
      }
    }
  }
}
