import MedicareFees
import ProductivityModel
import Testing

@testable import Crediting

@Suite struct `The check of a policy` {
  private static let codes: Set<ProcedureCode> = ["44310", "90471", "99213"]
  private static let surroundings = PolicyCheck.Surroundings(
    modifiers: ["22", "50", "52", "53", "54", "62", "78", "80", "AS", "AA", "FS"], codes: codes,
    releases: ["2025D", "2026A"])

  private static func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(daysSinceEpoch: 0)
  }

  private static func dates(_ from: String, _ through: String? = nil) -> EffectiveDates {
    EffectiveDates(from: day(from), through: through.map(day))
  }

  private static func row(
    _ modifiers: Modifier..., slot: ModifierSlot, when conditions: IndicatorConditions = IndicatorConditions(),
    factor: Int64 = 500_000, _ from: String = "2020-01-01", _ through: String? = nil
  ) -> ModifierRow {
    ModifierRow(
      modifiers: modifiers, slot: slot, conditions: conditions, amount: .factor(Factor(millionths: factor)),
      dates: dates(from, through), citation: "invented")
  }

  private static func remarks(_ rows: ModifierRow...) -> [PolicyRemark] {
    remarks(CreditPolicy(name: "p", title: "t", creditedStatuses: [.active], modifierRows: rows))
  }

  private static func remarks(_ policy: CreditPolicy) -> [PolicyRemark] {
    PolicyCheck.remarks(on: policy, in: surroundings)
  }

  private static func policy(_ change: (inout CreditPolicy) -> Void) -> CreditPolicy {
    var policy = CreditPolicy(name: "p", title: "t", creditedStatuses: [.active])
    change(&policy)
    return policy
  }

  private static let coSurgeons = IndicatorConditions(coSurgeon: [.documentationRequired, .permitted])

  @Test(arguments: Shipped.allCases + [.cmsPayment])
  func `finds nothing in the published policies`(shipped: Shipped) throws {
    let policy = try shipped.policy()
    let surroundings = PolicyCheck.Surroundings(
      modifiers: policy.informationalModifiers.union(policy.modifierRows.flatMap(\.modifiers)), codes: [],
      releases: [])
    #expect(PolicyCheck.remarks(on: policy, in: surroundings) == [])
  }

  // MARK: Rows that never apply

  @Test func `tells of a row behind one with weaker conditions`() {
    let found = Self.remarks(
      Self.row("AS", "80", slot: .assistant),
      Self.row("AS", slot: .assistant, when: IndicatorConditions(assistant: [.payable])))
    #expect(found == [PolicyRemark(.item("modifiers", 1), .neverApplies(["AS"], .assistant, earlier: 0))])
  }

  @Test func `tells of a row behind several that leave nothing to it together`() {
    let all = IndicatorConditions(coSurgeon: [.notPermitted, .notApplicable])
    let found = Self.remarks(
      Self.row("62", slot: .coSurgeon, when: Self.coSurgeons), Self.row("62", slot: .coSurgeon, when: all),
      Self.row("62", slot: .coSurgeon))
    #expect(found == [PolicyRemark(.item("modifiers", 2), .neverApplies(["62"], .coSurgeon, earlier: 0))])
  }

  @Test
  func `lets a row stand that applies on other days, to other indicators, to another modifier or in another slot`() {
    let found = Self.remarks(
      Self.row("62", slot: .coSurgeon, when: Self.coSurgeons), Self.row("62", slot: .coSurgeon),
      Self.row("52", slot: .reduced, "2020-01-01", "2021-12-31"), Self.row("52", slot: .reduced, "2022-01-01"),
      Self.row("80", slot: .assistant), Self.row("AS", slot: .assistant), Self.row("80", slot: .several))
    #expect(found == [])
  }

  @Test func `tells of a row that the days of an earlier one hold`() {
    let found = Self.remarks(
      Self.row("52", slot: .reduced, "2020-01-01"), Self.row("52", slot: .reduced, "2021-01-01", "2021-12-31"))
    #expect(found == [PolicyRemark(.item("modifiers", 1), .neverApplies(["52"], .reduced, earlier: 0))])
  }

  // MARK: Days

  @Test func `tells of the days that two equal rows share`() {
    let found = Self.remarks(
      Self.row("78", slot: .returnToRoom, "2020-01-01", "2024-12-31"), Self.row("78", slot: .returnToRoom, "2024-07-01")
    )
    let shared = Self.dates("2024-07-01", "2024-12-31")
    #expect(
      found == [PolicyRemark(.item("modifiers", 1), .overlaps(["78"], .returnToRoom, earlier: 0, shared))])
  }

  @Test func `tells of the days between two rows`() {
    let found = Self.remarks(
      Self.row("52", slot: .reduced, "2020-01-01", "2022-12-31"), Self.row("52", slot: .reduced, "2024-01-01"))
    let between = Self.dates("2023-01-01", "2023-12-31")
    #expect(found == [PolicyRemark(.item("modifiers", 0), .gap(["52"], .reduced, between, [[:]]))])
  }

  @Test func `tells of the days between two rows for the indicators that lack them alone`() {
    let other = IndicatorConditions(coSurgeon: [.notPermitted, .notApplicable])
    let found = Self.remarks(
      Self.row("62", slot: .coSurgeon, when: other),
      Self.row("62", slot: .coSurgeon, when: Self.coSurgeons, "2020-01-01", "2022-12-31"),
      Self.row("62", slot: .coSurgeon, when: Self.coSurgeons, "2023-01-02"))
    let between = Self.dates("2023-01-01", "2023-01-01")
    #expect(
      found == [
        PolicyRemark(.item("modifiers", 0), .gap(["62"], .coSurgeon, between, [[.coSurgeon: ["1", "2"]]]))
      ])
  }

  @Test func `tells of a last day after which nothing is said`() {
    let found = Self.remarks(Self.row("52", slot: .reduced, "2020-01-01", "2025-12-31"))
    #expect(
      found == [
        PolicyRemark(.item("modifiers", 0), .ends(["52"], .reduced, after: Self.day("2025-12-31"), [[:]]))
      ])
  }

  // MARK: Indicators

  @Test func `tells of the indicators that no row has`() {
    let found = Self.remarks(Self.row("62", slot: .coSurgeon, when: Self.coSurgeons))
    #expect(
      found == [
        PolicyRemark(.item("modifiers", 0), .leavesOut(["62"], .coSurgeon, [[.coSurgeon: ["0", "9"]]]))
      ])
    let split = Self.remarks(
      Self.row("54", slot: .splitCare, when: IndicatorConditions(hasPackagePercentages: true)))
    #expect(
      split == [
        PolicyRemark(.item("modifiers", 0), .leavesOut(["54"], .splitCare, [[.packagePercentages: ["false"]]]))
      ])
  }

  @Test func `is content where the fee schedule has the row for 53`() {
    let found = Self.remarks(
      Self.row("53", slot: .discontinued, when: IndicatorConditions(hasDiscontinuedRow: false)))
    #expect(found == [])
  }

  // MARK: Numbers and lists

  @Test func `tells of factors above one, for both sides and more work above two`() {
    let found = Self.remarks(
      Self.row("50", slot: .bilateral, factor: 2_000_000), Self.row("22", slot: .extended, factor: 1_250_000),
      Self.row("52", slot: .reduced, factor: 1_000_000), Self.row("62", slot: .coSurgeon, factor: 6_250_000),
      Self.row("50", slot: .several, factor: 1_000_001))
    #expect(
      found == [
        PolicyRemark(.item("modifiers", 3), .raises(["62"], .coSurgeon, Factor(625, over: 100))),
        PolicyRemark(.item("modifiers", 4), .raises(["50"], .several, Factor(millionths: 1_000_001))),
      ])
    #expect(Self.remarks(Self.row("50", slot: .bilateral, factor: 2_000_001)).count == 1)
  }

  @Test func `tells of a modifier that is both valued and listed as changing nothing`() {
    let found = Self.remarks(
      Self.policy {
        $0.modifierRows = [Self.row("52", slot: .reduced)]
        $0.informationalModifiers = ["52", "AA"]
      })
    #expect(found == [PolicyRemark(.value("informational", "52"), .alsoInformational("52"))])
  }

  @Test func `notes each modifier once that no built-in policy has`() {
    let found = Self.remarks(
      Self.policy {
        $0.modifierRows = [Self.row("52", "ZZ", slot: .reduced)]
        $0.informationalModifiers = ["ZZ", "YY"]
        $0.attribution = [
          AttributionRow(
            modifiers: ["XX"], shares: [.init(.billing, millionths: 1_000_000)], dates: Self.dates("2020-01-01"),
            citation: "invented")
        ]
      })
    #expect(
      found.filter { $0.severity == .note } == [
        PolicyRemark(.item("modifiers", 0), .modifierOfNoBuiltIn("ZZ")),
        PolicyRemark(.value("informational", "YY"), .modifierOfNoBuiltIn("YY")),
        PolicyRemark(.item("attribution", 0), .modifierOfNoBuiltIn("XX")),
      ])
    #expect(found.filter { $0.severity != .note }.map(\.kind) == [.alsoInformational("ZZ")])
  }

  @Test func `tells of a status in both lists`() {
    let found = Self.remarks(Self.policy { $0.creditedWhenValued = [.active, .noncovered] })
    #expect(found == [PolicyRemark(.key("statuses"), .inBothStatusLists([.active]))])
  }

  @Test func `tells of codes that no release has, and only of those`() {
    func exclusion(_ first: ProcedureCode, _ last: ProcedureCode) -> CodeExclusion {
      CodeExclusion(first: first, last: last, reason: "invented")
    }
    let none = exclusion("90460", "90470")
    let found = Self.remarks(
      Self.policy { $0.exclusions = [exclusion("90460", "90474"), none, exclusion("99213", "99213")] })
    #expect(found == [PolicyRemark(.item("exclude", 1), .excludesNoCode(none))])
  }

  @Test func `takes a frozen release that is not on board for an error`() {
    #expect(Self.remarks(Self.policy { $0.vintage = .frozen(release: "2025d") }) == [])
    let found = Self.remarks(Self.policy { $0.vintage = .frozen(release: "2021A") })
    #expect(
      found == [PolicyRemark(.key("vintage"), .releaseNotOnBoard("2021A", releases: ["2025D", "2026A"]))])
    #expect(found.map(\.severity) == [.error])
  }

  @Test func `tells of a row of attribution or anesthesia behind one for every line`() {
    func share(_ modifiers: [Modifier], _ from: String = "2020-01-01") -> AttributionRow {
      AttributionRow(
        modifiers: modifiers, shares: [.init(.billing, millionths: 1_000_000)], dates: Self.dates(from),
        citation: "invented")
    }
    #expect(Self.remarks(Self.policy { $0.attribution = [share(["FS"]), share([])] }) == [])
    #expect(Self.remarks(Self.policy { $0.attribution = [share([], "2021-01-01"), share(["FS"])] }) == [])
    #expect(
      Self.remarks(Self.policy { $0.attribution = [share([]), share(["FS"])] }) == [
        PolicyRemark(.item("attribution", 1), .rowAfterOneForAll(row: 1, earlier: 0))
      ])
    func units(_ modifiers: [Modifier]) -> AnesthesiaPolicy.Row {
      AnesthesiaPolicy.Row(
        modifiers: modifiers, amount: .factor(.one), dates: Self.dates("2020-01-01"), citation: "invented")
    }
    let measure = AnesthesiaPolicy(
      minutesPerUnit: 15_000, decimals: 1, rows: [units([]), units(["AA"])], dates: Self.dates("2020-01-01"),
      citation: "invented")
    #expect(
      Self.remarks(Self.policy { $0.anesthesia = measure }) == [
        PolicyRemark(.key("anesthesia"), .rowAfterOneForAll(row: 1, earlier: 0))
      ])
  }
}
