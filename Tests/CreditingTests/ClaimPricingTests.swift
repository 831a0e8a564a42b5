import Ingest
import MedicareFees
import ProductivityModel
import TestSupport
import Testing

@testable import Crediting

/// Claims worked by hand, at one dollar an RVU: an invented row of work 10.00, PE 8.00 and MP 2.00 is paid 20.00.
@Suite struct ClaimPricingTests {
  private static let dollar = ConversionFactor(tenThousandths: 10_000)

  private static func pricing(
    _ rows: [FeeRow], on day: String = "2025-10-01", gpci: GPCI = .national
  ) throws -> ClaimPricing {
    let path = "benchmarks-data/credit-policies/cms-payment.yaml"
    let policy = try CreditPolicyFile.read(FileSource.contents(PackageRoot.path(path)).bytes, file: path)
    return ClaimPricing(
      policy.inEffect(on: try #require(CalendarDate(iso: day))),
      terms: PaymentTerms(schedule: try Invented.schedule(rows), gpci: gpci, factor: dollar))
  }

  private static func line(
    _ code: ProcedureCode, _ modifiers: Modifier..., units: Int64 = 1, charge: Int64? = nil,
    setting: Setting = .facility
  ) -> ClaimLine {
    ClaimLine(
      code: code, modifiers: ModifierList(modifiers), units: Units(units), setting: setting,
      charge: charge.map { Money(cents: $0) })
  }

  private static func cents(_ lines: [ClaimLine], _ rows: [FeeRow], on day: String = "2025-10-01") throws -> [Int64?] {
    try pricing(rows, on: day).payments(of: lines).map { $0.payment?.cents }
  }

  private static func one(_ modifiers: Modifier..., units: Int64 = 1, row: FeeRow) throws -> LinePayment {
    let service = ClaimLine(
      code: row.code, modifiers: ModifierList(modifiers), units: Units(units), setting: .facility)
    return try pricing([row]).payments(of: [service])[0]
  }

  // MARK: - Indicators, case by case

  @Test(arguments: BilateralIndicator.allCases)
  func `50 is paid by the bilateral indicator`(indicator: BilateralIndicator) throws {
    let paid = try Self.one("50", row: Invented.row(bilateral: indicator))
    let expected: [BilateralIndicator: Int64] = [
      .noIncrease: 2_000, .halfMore: 3_000, .valuedAsBilateral: 2_000, .eachSideInFull: 4_000, .notApplicable: 2_000,
    ]
    #expect(paid.payment?.cents == expected[indicator])
    #expect(paid.flags.isEmpty == (indicator != .notApplicable))
    // Both sides are on the line, whatever its units.
    #expect(try Self.one("50", units: 2, row: Invented.row(bilateral: indicator)).payment == paid.payment)
  }

  @Test(arguments: AssistantIndicator.allCases, ["80", "81", "82", "AS"] as [Modifier])
  func `an assistant is paid by the assistant indicator`(indicator: AssistantIndicator, modifier: Modifier) throws {
    let paid = try Self.one(modifier, row: Invented.row(assistant: indicator))
    let share: Int64 = modifier == "AS" ? 272 : 320
    switch indicator {
    case .payable:
      #expect(paid.payment?.cents == share)
      #expect(paid.flags.isEmpty)
    case .documentationRequired:
      #expect(paid.payment?.cents == share)
      #expect(paid.flags.count == 1)
    case .notPayable, .notApplicable:
      #expect(paid.payment == .zero)
      #expect(paid.flags.count == 1)
    }
  }

  @Test(arguments: CoSurgeonIndicator.allCases)
  func `62 is paid by the co-surgeon indicator`(indicator: CoSurgeonIndicator) throws {
    let paid = try Self.one("62", row: Invented.row(coSurgeon: indicator))
    #expect(paid.payment?.cents == (indicator == .permitted || indicator == .documentationRequired ? 1_250 : 0))
    #expect(paid.flags.isEmpty == (indicator == .permitted))
  }

  @Test(arguments: TeamIndicator.allCases)
  func `66 is by report, and nothing where teams are not paid`(indicator: TeamIndicator) throws {
    var row = Invented.row()
    row.team = indicator
    let paid = try Self.one("66", row: row)
    #expect(paid.payment?.cents == (indicator == .permitted || indicator == .documentationRequired ? 2_000 : 0))
    #expect(paid.flags.count == 1)
  }

  @Test(arguments: MultipleProcedureIndicator.allCases)
  func `two services of one code are paid by the multiple-procedure indicator`(
    indicator: MultipleProcedureIndicator
  ) throws {
    var whole = Invented.row(multiple: indicator, componentIndicator: .diagnosticTest)
    var reading = Invented.row("10000", "26", facilityPE: 200, malpractice: 100, multiple: indicator)
    var technical = Invented.row("10000", "TC", work: 0, facilityPE: 600, malpractice: 100, multiple: indicator)
    whole.imagingFamily = PublishedMark("88")
    reading.imagingFamily = PublishedMark("88")
    technical.imagingFamily = PublishedMark("88")
    let paid = try Self.cents([Self.line("10000", units: 2)], [whole, reading, technical])
    // The whole is 20.00: 13.00 of it the reading, 7.00 technical; 8.00 of it practice expense.
    let second: Int64 =
      switch indicator {
      case .standard, .endoscopy, .formerStandard: 1_000
      case .diagnosticImaging: 2_000 - 65 - 350
      case .therapy: 2_000 - 400
      case .cardiovascularDiagnostics: 2_000 - 175
      case .ophthalmologyDiagnostics: 2_000 - 140
      case .noReduction, .notApplicable: 2_000
      }
    #expect(paid == [2_000 + second])
  }

  // MARK: - Modifiers

  @Test(
    arguments: [
      ("22", 2_000), ("52", 1_000), ("53", 1_000), ("54", 1_600), ("55", 400), ("56", 200), ("78", 1_400),
      ("25", 2_000),
      ("QQ", 2_000),
    ] as [(Modifier, Int64)])
  func `each modifier pays its share`(modifier: Modifier, cents: Int64) throws {
    #expect(try Self.one(modifier, row: Invented.row()).payment?.cents == cents)
  }

  @Test func `parts of split care add up, each once`() throws {
    let schedule = [Invented.row()]
    #expect(try Self.cents([Self.line("10000", "54", "55")], schedule) == [2_000])
    #expect(try Self.cents([Self.line("10000", "54", "56")], schedule) == [1_600])
  }

  @Test func `three procedures are paid 100, 50 and 50 percent by their amounts`() throws {
    // 20.00, 24.00 and 18.00, of which the last has the most work.
    let rows = [
      Invented.row("10000", multiple: .standard), Invented.row("20000", facilityPE: 1_200, multiple: .standard),
      Invented.row("30000", work: 1_600, facilityPE: 100, malpractice: 100, multiple: .standard),
    ]
    let lines = [Self.line("10000"), Self.line("20000"), Self.line("30000")]
    #expect(try Self.cents(lines, rows) == [1_000, 2_400, 900])
    #expect(try Self.cents(lines.reversed(), rows) == [900, 2_400, 1_000])
  }

  @Test func `the bilateral amount decides the rank`() throws {
    let rows = [
      Invented.row("10000", multiple: .standard, bilateral: .halfMore),
      Invented.row("20000", facilityPE: 1_200, multiple: .standard),
    ]
    // 30.00 with both sides against 24.00.
    #expect(try Self.cents([Self.line("10000", "50"), Self.line("20000")], rows) == [3_000, 1_200])
  }

  // MARK: - What only payments know

  @Test func `a row without work is paid`() throws {
    let rows = [Invented.row("10000", "TC", work: 0, facilityPE: 600, malpractice: 100)]
    #expect(try Self.cents([Self.line("10000", "TC")], rows) == [700])
  }

  @Test func `26 and TC are not paid without rows of their own`() throws {
    for modifier in ["26", "TC"] as [Modifier] {
      let paid = try Self.one(modifier, row: Invented.row())
      #expect(paid.payment == nil)
      #expect(paid.reason == .modifierNotInRelease)
    }
  }

  @Test(arguments: StatusCode.allCases)
  func `only statuses A, R and T have an amount`(status: StatusCode) throws {
    let paid = try Self.one(row: Invented.row(status: status))
    #expect((paid.payment != nil) == status.isPaidFromRVUs)
  }

  @Test func `an NA setting has no amount`() throws {
    var row = Invented.row()
    row.facilityIsNA = true
    #expect(try Self.one(row: row).reason == .absence(.settingIsNA))
  }

  @Test func `a status T service is paid only by itself`() throws {
    let rows = [
      Invented.row("10000", status: .injection), Invented.row("20000"), Invented.row("30000", status: .noncovered),
    ]
    #expect(try Self.cents([Self.line("10000"), Self.line("20000")], rows) == [0, 2_000])
    #expect(try Self.cents([Self.line("10000"), Self.line("10000")], rows) == [2_000, 2_000])
    #expect(try Self.cents([Self.line("10000"), Self.line("30000")], rows) == [2_000, nil])
  }

  @Test func `the lower of charge and amount is paid`() throws {
    let paid = try Self.pricing([Invented.row()]).payments(of: [
      Self.line("10000", charge: 1_999), Self.line("10000", charge: 2_000), Self.line("10000", charge: 0),
    ])
    #expect(paid.map { $0.payment?.cents } == [1_999, 2_000, 0])
    #expect(paid.map(\.isLimitedByCharge) == [true, false, true])
  }

  /// An imaging service of 20.00: 13.00 for the reading, 7.00 technical, the latter capped at `cap`.
  private static func imaging(_ code: ProcedureCode, technicalPE: Int32 = 600, cap: Int32? = nil) -> [FeeRow] {
    let rows = [
      Invented.row(
        code, facilityPE: 200 + technicalPE, multiple: .diagnosticImaging, componentIndicator: .diagnosticTest),
      Invented.row(code, "26", facilityPE: 200, malpractice: 100, multiple: .diagnosticImaging),
      Invented.row(code, "TC", work: 0, facilityPE: technicalPE, malpractice: 100, multiple: .diagnosticImaging),
    ]
    return rows.map { row in
      var row = row
      row.imagingFamily = PublishedMark("88")
      row.cappedFacilityPE = .zero
      row.cappedNonfacilityPE = .zero
      row.cappedMalpractice = .zero
      if let cap, row.component != "26" {
        row.cappedMalpractice = RVU(hundredths: row.component == nil ? 200 : 100)
        row.cappedFacilityPE = RVU(hundredths: (row.component == nil ? 200 : 0) + cap - 100)
      }
      return row
    }
  }

  @Test func `imaging ranks its components apart`() throws {
    let rows = Self.imaging("70000") + Self.imaging("71000", technicalPE: 900)
    // 71000 has the higher technical component; of equal readings the lower code is the first.
    let paid = try Self.cents([Self.line("70000"), Self.line("71000")], rows)
    #expect(paid == [2_000 - 350, 2_300 - 65])
    // A reading and a technical component by themselves are each the first of their kind.
    #expect(try Self.cents([Self.line("70000", "26"), Self.line("71000", "TC")], rows) == [1_300, 1_000])
  }

  @Test func `the reduction of readings is that of the day`() throws {
    let lines = [Self.line("70000", "26", units: 2)]
    #expect(try Self.cents(lines, Self.imaging("70000"), on: "2016-12-31") == [1_300 + 975])
    #expect(try Self.cents(lines, Self.imaging("70000"), on: "2017-01-01") == [1_300 + 1_235])
    #expect(try Self.cents(lines, Self.imaging("70000"), on: "2011-12-31") == [2_600])
  }

  @Test func `the outpatient cap is held against the reduced technical component`() throws {
    // 7.00 technical capped at 5.00: in full 5.00 is paid; reduced to 3.50 the cap does not apply.
    let lines = [Self.line("70000", "TC", units: 2)]
    #expect(try Self.cents(lines, Self.imaging("70000", cap: 500)) == [500 + 350])
    // Capped at 3.00 it applies to both.
    #expect(try Self.cents(lines, Self.imaging("70000", cap: 300)) == [300 + 300])
    // The whole service loses on its technical component what the cap takes.
    #expect(try Self.cents([Self.line("70000", units: 2)], Self.imaging("70000", cap: 300)) == [1_600 + 1_600 - 65])
  }

  @Test func `another imaging family is not reduced`() throws {
    let rows = Self.imaging("70000").map { row in
      var row = row
      row.imagingFamily = PublishedMark("99")
      return row
    }
    #expect(try Self.cents([Self.line("70000", units: 2)], rows) == [4_000])
  }

  @Test func `therapy is ranked by practice expense and reduced unit by unit`() throws {
    // PE 8.00 of 20.00 and PE 10.00 of 15.00: the second is in full, and all units of the first lose 4.00.
    let rows = [
      Invented.row("97110", multiple: .therapy),
      Invented.row("97140", work: 300, facilityPE: 1_000, multiple: .therapy),
    ]
    #expect(try Self.cents([Self.line("97110", units: 3), Self.line("97140")], rows) == [3 * 1_600, 1_500])
  }

  @Test func `a tie is settled the same whatever the order of the claim`() throws {
    let rows = [Invented.row("10000", multiple: .standard), Invented.row("20000", multiple: .standard)]
    #expect(try Self.cents([Self.line("20000"), Self.line("10000")], rows) == [1_000, 2_000])
  }

  @Test func `a locality's indices multiply each part`() throws {
    let gpci = GPCI(work: 1_100, practiceExpense: 900, malpractice: 500)
    let paid = try Self.pricing([Invented.row()], gpci: gpci).payments(of: [Self.line("10000")])[0]
    // 10 x 1.1 + 8 x 0.9 + 2 x 0.5.
    #expect(paid.payment?.cents == 1_920)
  }

  /// Lines in any order are paid alike, and never more than 100 percent of their own amounts times a bilateral factor.
  @Test func `the order of a claim does not matter`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(seed: seed)
    let rows =
      [
        Invented.row("10000", multiple: .standard, bilateral: .halfMore), Invented.row("20000", multiple: .standard),
        Invented.row("97110", multiple: .therapy), Invented.row("97140", facilityPE: 900, multiple: .therapy),
        Invented.row("11000", status: .injection),
      ] + Self.imaging("70000") + Self.imaging("71000", cap: 300)
    let codes: [ProcedureCode] = ["10000", "20000", "97110", "97140", "11000", "70000", "71000"]
    let modifiers: [[Modifier]] = [[], [], ["50"], ["80"], ["59"], ["26"], ["TC"], ["52"]]
    let pricing = try Self.pricing(rows)
    for _ in 0..<200 {
      let lines = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        ClaimLine(
          code: codes.randomElement(using: &random) ?? "10000",
          modifiers: ModifierList(modifiers.randomElement(using: &random) ?? []),
          units: Units(Int64.random(in: 1...3, using: &random)), setting: .facility)
      }
      let total = { (payments: [LinePayment]) in payments.reduce(Int64(0)) { $0 + ($1.payment?.cents ?? 0) } }
      let there = pricing.payments(of: lines)
      let back = pricing.payments(of: lines.reversed())
      #expect(total(there) == total(back), "seed \(seed)")
      for (line, payment) in zip(lines, there) {
        guard let amount = payment.feeScheduleAmount, let paid = payment.payment else { continue }
        let most = amount.cents * line.units.tenThousandths / 10_000 * 3 / 2
        #expect(paid.cents >= 0 && paid.cents <= most, "seed \(seed)")
      }
    }
  }

  @Test func `the shipped policy cites and dates every number`() throws {
    let path = "benchmarks-data/credit-policies/cms-payment.yaml"
    let policy = try CreditPolicyFile.read(FileSource.contents(PackageRoot.path(path)).bytes, file: path)
    #expect(policy.name == "cms-payment")
    #expect(policy.creditedStatuses == [.active, .restricted, .injection])
    #expect(policy.creditedWhenValued.isEmpty)
    #expect(policy.modifierRows.allSatisfy { $0.citation.count > 20 })
    #expect(policy.paymentReductions.allSatisfy { $0.citation.count > 20 })
    #expect(Set(policy.paymentReductions.map(\.indicator)).count == 4)
    #expect(!policy.notApplied.isEmpty)
    #expect(Set(policy.modifierRows.flatMap(\.modifiers)).isDisjoint(with: policy.informationalModifiers))
  }
}
