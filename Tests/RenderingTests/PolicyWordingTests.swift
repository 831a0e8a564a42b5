import Crediting
import Foundation
import MedicareFees
import ProductivityModel
import Testing

@testable import Rendering
@testable import Reporting

@Suite struct `The words for a policy` {
  static func day(_ text: String) -> CalendarDate { CalendarDate(iso: text) ?? CalendarDate(daysSinceEpoch: 0) }

  static func row(
    _ modifiers: [Modifier], _ slot: ModifierSlot, _ conditions: IndicatorConditions = IndicatorConditions(),
    _ amount: ModifierRow.Amount = .factor(Factor(5, over: 8)), flag: String? = nil, from: String = "2020-01-01",
    through: String? = nil
  ) -> ModifierRow {
    ModifierRow(
      modifiers: modifiers, slot: slot, conditions: conditions, amount: amount, flag: flag,
      dates: EffectiveDates(from: day(from), through: through.map(day)), citation: "agreement, section 4")
  }

  static func policy(_ name: String = "ours", _ change: (inout CreditPolicy) -> Void) -> CreditPolicy {
    var policy = CreditPolicy(name: name, title: "A contract", creditedStatuses: [.active, .restricted])
    change(&policy)
    return policy
  }

  static let coSurgeons = IndicatorConditions(coSurgeon: [.documentationRequired, .permitted])
  static let others = IndicatorConditions(coSurgeon: [.notPermitted, .notApplicable])

  // MARK: Statements

  private static func said(_ topic: String, _ change: (inout CreditPolicy) -> Void) -> [String] {
    PolicyStatement.all(of: policy("ours", change)).filter { $0.topic == topic }.map(\.text)
  }

  @Test func `a modifier row is one line with its condition, its factor in percent and its flag`() {
    var byDays = Self.row(
      ["55"], .splitCare, IndicatorConditions(hasPackagePercentages: true), .portions([.postoperative]))
    byDays.isByDays = true
    var once = Self.row(["50"], .bilateral, IndicatorConditions(bilateral: [.noIncrease, .halfMore, .notApplicable]))
    once.isOncePerLine = true
    var outside = Self.row(["78"], .returnToRoom, .init(), .portions([.preoperative, .intraoperative]))
    outside.isOutsideRanking = true
    let rows = [
      Self.row(["62"], .coSurgeon, Self.coSurgeons), byDays, once, outside,
      Self.row(["80", "81", "AS"], .assistant, .init(assistant: [.payable], team: [.permitted]), flag: "by policy"),
      Self.row(["53"], .discontinued, .init(hasDiscontinuedRow: false), .factor(.zero)),
    ]
    #expect(
      Self.said("Modifiers") { $0.modifierRows = rows } == [
        "62 (co-surgeon) where the co-surgeon indicator is 1 or 2: 62.5 %.",
        "55 (split-care) where the package percentages add up to more than zero: the row's postoperative percentage, by days of care where the line gives them.",
        "50 (bilateral) where the bilateral indicator is 0, 1 or 9: 62.5 %, once whatever the units.",
        "78 (return-to-room): the row's preoperative and intraoperative percentages, outside the ranking.",
        "80, 81 and AS (assistant) where the assistant indicator is 2 and the team indicator is 2: 62.5 %. Flagged: by policy.",
        "53 (discontinued) where the code has no row for 53: 0 %.",
      ])
  }

  @Test(arguments: [
    (Vintage?.none, "The job says which release values a line."),
    (.serviceDate, "The release in effect on the day of service values a line."),
    (
      .postDate,
      "The release in effect on the day of posting values a line; on the day of service where the line names none."
    ),
    (.survey, "The release of the year whose data the survey holds values every line."),
    (.frozen(release: "2021A"), "Release 2021A values every line, whatever its day."),
  ])
  func `a vintage is a sentence`(vintage: Vintage?, sentence: String) {
    #expect(Self.said("Fee schedule") { $0.vintage = vintage } == [sentence])
  }

  @Test(arguments: [
    (UnpricedPolicy.hold, "They are counted with their charges, and not valued."),
    (.crosswalk(file: "ours.csv"), "They are valued by the crosswalk ours.csv, and totalled apart."),
    (
      .chargeRatio,
      "They are valued at the work per dollar of charge of the specialty's priced lines, and totalled apart."
    ),
  ])
  func `what becomes of lines without a price is a sentence`(unpriced: UnpricedPolicy, sentence: String) {
    #expect(Self.said("Lines without a price") { $0.unpriced = unpriced } == [sentence])
  }

  @Test func `every other part is told, and what a policy lacks as well`() {
    let dates = EffectiveDates(from: Self.day("2020-01-01"))
    let full = Self.policy {
      $0.creditedWhenValued = [.noncovered]
      $0.informationalModifiers = ["25", "24"]
      $0.bilateralPairs = BilateralPairPolicy(
        sides: [.halfMore, .noIncrease], units: [.halfMore], dates: dates, citation: "c")
      $0.endoscopyFamilies = EndoscopyPolicy(dates: dates, citation: "c")
      $0.multipleProcedures = MultipleProcedurePolicy(
        shares: [1_000_000, 500_000], beyond: 250_000, formerShares: [1_000_000], formerBeyond: 0, rankBy: .workRVU,
        dates: dates, citation: "c")
      $0.bundledServices = [
        BundledServicePolicy(statuses: [.injection], includedIn: [.active, .restricted], dates: dates, citation: "c")
      ]
      $0.anesthesia = AnesthesiaPolicy(
        minutesPerUnit: 15_000, decimals: 1,
        rows: [
          .init(modifiers: ["AD"], amount: .units(ASAUnits(tenThousandths: 30_000)), dates: dates, citation: "c"),
          .init(modifiers: [], amount: .factor(.one), flag: "taken as such", dates: dates, citation: "c"),
        ], dates: dates, citation: "c")
      $0.attribution = [
        AttributionRow(
          modifiers: ["FS"], shares: [.init(.billing, millionths: 400_000), .init(.rendering, millionths: 600_000)],
          dates: dates, citation: "c")
      ]
      $0.paymentReductions = [
        PaymentReduction(
          indicator: .therapy, part: .practiceExpense, share: 500_000, dates: dates, citation: "c")
      ]
      $0.notApplied = ["CO and CQ."]
    }
    #expect(
      PolicyStatement.all(of: full).map { "\($0.topic): \($0.text)" } == [
        "Fee schedule: The job says which release values a line.",
        "Statuses: Rows of status A and R are credited.",
        "Statuses: Rows of status N are credited where they have work, and counted apart.",
        "Both sides: As 50 count an LT and an RT line of one unit where the bilateral indicator is 0 or 1, and two units without a side where it is 1.",
        "Endoscopies: Of endoscopies with one base the highest is in full, each other is worth what it is above the base, and the base nothing.",
        "Several procedures: Ranked by work RVU: 100 %, 50 %, then 25 % each.",
        "Several procedures: Where the multiple-procedure indicator is 1: 100 %, then 0 % each.",
        "Bundled services: Status T earns nothing beside a payable service of status A or R on the same day.",
        "Payment only: Multiple-procedure indicator 5: 50 % of the practice expense part of second and later services.",
        "Anesthesia: Measured in ASA units, which are no work RVUs: base units and a unit for each 15 minutes, to 1 decimal.",
        "Anesthesia: AD: 3 units in place of base and time.",
        "Anesthesia: Otherwise: 100 %. Flagged: taken as such.",
        "Attribution: FS: 40 % to the billing clinician and 60 % to the rendering clinician.",
        "Lines without a price: They are counted with their charges, and not valued.",
        "Modifiers that change nothing: 24 25",
        "Not applied: CO and CQ.",
      ])
    #expect(
      PolicyStatement.all(of: Self.policy { _ in }).map(\.topic) == [
        "Fee schedule", "Statuses", "Both sides", "Endoscopies", "Several procedures", "Anesthesia", "Attribution",
        "Lines without a price",
      ])
  }

  // MARK: Remarks

  private static func message(_ kind: PolicyRemark.Kind) -> String {
    var remark = PolicyCheck.remarks(
      on: policy { $0.creditedWhenValued = [.active] },
      in: .init(modifiers: [], codes: [], releases: []))[0]
    remark.kind = kind
    return PolicyRemarkWording.message(remark) { $0 == .item("modifiers", 2) ? 17 : nil }
  }

  private static let exclusion = CodeExclusion(first: code("90460"), last: code("90474"), reason: "r")

  private static func code(_ text: String) -> ProcedureCode { ProcedureCode(text) ?? ProcedureCode(packed: 0) }

  @Test(arguments: [
    (
      PolicyRemark.Kind.neverApplies(["AS", "80"], .assistant, earlier: 2),
      "this row never applies to AS and 80 (assistant): an earlier row, that of line 17, always does"
    ),
    (
      .overlaps(
        ["78"], .returnToRoom, earlier: 0, EffectiveDates(from: day("2024-07-01"), through: day("2024-12-31"))),
      "this row and row 1 both hold for 78 (return-to-room) from 2024-07-01 to 2024-12-31; the earlier in the file applies"
    ),
    (
      .leavesOut(["62"], .coSurgeon, [[.coSurgeon: ["0", "9"]]]),
      "no row says what 62 (co-surgeon) does where the co-surgeon indicator is 0 or 9: it changes nothing there, and no finding tells of it"
    ),
    (
      .leavesOut(["80", "81"], .assistant, [[.assistant: ["0"]], [.assistant: ["2"], .bilateral: ["1"]]]),
      "no row says what 80 and 81 (assistant) do where the assistant indicator is 0 or where the bilateral indicator is 1 and the assistant indicator is 2: they change nothing there, and no finding tells of it"
    ),
    (
      .gap(["52"], .reduced, EffectiveDates(from: day("2023-01-01"), through: day("2023-12-31")), [[:]]),
      "from 2023-01-01 to 2023-12-31 no row says what 52 (reduced) does, though earlier and later rows do"
    ),
    (
      .ends(["52"], .reduced, after: day("2025-12-31"), [[:]]),
      "after 2025-12-31 no row says what 52 (reduced) does: it changes nothing from then on"
    ),
    (
      .raises(["62"], .coSurgeon, Factor(25, over: 4)),
      "62 (co-surgeon) multiplies by 6.25, more than such modifiers give"
    ),
    (
      .alsoInformational("52"),
      "52 is listed as changing nothing, and a row of modifiers changes something; the row applies"
    ),
    (.modifierOfNoBuiltIn("ZZ"), "ZZ is a modifier that no built-in policy has"),
    (
      .inBothStatusLists([.active, .restricted]),
      "A and R are in both lists of statuses; credited goes before creditedWhenValued"
    ),
    (.rowAfterOneForAll(row: 1, earlier: 0), "row 2 of this list never applies: row 1 always does"),
    (.excludesNoCode(exclusion), "90460-90474 holds no code of any release on board"),
    (.releaseNotOnBoard("2021B", releases: ["2021A"]), "release 2021B is not on board"),
  ])
  func `a remark is a sentence`(kind: PolicyRemark.Kind, sentence: String) {
    #expect(Self.message(kind) == sentence)
  }
}
