import MedicareFees
import ProductivityModel
import Reporting

/// A release of a few invented codes, and pages made from it.
enum CodePageFixture {
  static let release = ReleaseInfo(
    release: "2026A", title: "2026 January release", effective: DayRange(year: 2026),
    conversionFactors: [
      DatedConversionFactor(
        kind: .national, factor: ConversionFactor(tenThousandths: 334_009), effective: DayRange(year: 2026),
        citation: "invented rule"),
      DatedConversionFactor(
        kind: .qualifying, factor: ConversionFactor(tenThousandths: 335_675), effective: DayRange(year: 2026),
        citation: "invented rule"),
    ], source: ReleaseInfo.Source(file: "invented.csv", sha256: "", isReexport: true, description: "invented figures"),
    caution: "invented & <to be replaced>")

  /// The values and indicators of 44310 in 2026.
  static func surgery(_ code: ProcedureCode = "44310", work: Int64 = 1715) -> FeeRow {
    FeeRow(
      code: code, status: .active, work: WorkRVU(hundredths: work), nonfacilityPE: RVU(hundredths: 797),
      facilityPE: RVU(hundredths: 797), nonfacilityIsNA: true, malpractice: RVU(hundredths: 385),
      componentIndicator: .physicianService, globalPeriod: .ninetyDays, preoperative: 9, intraoperative: 81,
      postoperative: 10, multipleProcedure: .standard, bilateral: .noIncrease, assistant: .payable,
      coSurgeon: .documentationRequired, team: .notPermitted, rowSource: .releaseFile)
  }

  static let localities = LocalityTable(
    [
      locality(2102, 1, "AK", "ALASKA*", GPCI(work: 1_500, practiceExpense: 1_100, malpractice: 600)),
      locality(5402, 0, "NE", "NEBRASKA", GPCI(work: 1_000, practiceExpense: 900, malpractice: 300)),
    ].compactMap { $0 })

  private static func locality(_ mac: Int, _ number: Int, _ state: String, _ name: String, _ gpci: GPCI) -> Locality? {
    LocalityKey(mac: mac, number: number).map { Locality(key: $0, state: state, name: name, gpci: gpci) }
  }

  static let note = CodeNote(
    code: "44310", title: "Invented <title> & \"quotes\"", alsoKnownAs: ["one name", "another `name`"],
    description: "An invented description.", plainLanguage: "Plainly invented.", clinicalContext: "Invented context.")

  /// A page of one row among a few neighbours.
  static func page(
    _ row: FeeRow = surgery(), note: CodeNote? = nil, descriptor: String? = nil, history: WorkHistory? = nil,
    usage: CodeUsage? = nil, locality: Locality? = nil
  ) throws -> CodePage {
    let neighbours = [(44300, 1000), (44314, 1650), (44316, 2300), (27488, 1716)].compactMap { number, work in
      ProcedureCode("\(number)").map { surgery($0, work: Int64(work)) }
    }
    let schedule = try FeeSchedule(info: release, rows: [row] + neighbours.filter { $0.code != row.code })
    let standings = StandingTable(schedule)
    guard let facts = CodeFacts(row.code, in: schedule, standings: standings) else { throw Missing() }
    var context = CodePage.Context()
    context.note = note
    context.descriptor = descriptor
    context.localities = localities
    context.standings = standings
    context.history = history
    context.usage = usage
    context.locality = locality
    return CodePage(facts, context)
  }

  /// The work of 44310 in two releases, the second less by an adjustment.
  static let history = WorkHistory(
    "44310",
    sources: [(2025, 1759), (2026, 1715)].map { year, work in
      var info = release
      info.release = "\(year)A"
      info.effective = DayRange(year: year)
      return WorkHistory.Source(release: info, rows: [surgery(work: Int64(work))])
    },
    adjustments: [
      WorkAdjustment(
        name: "efficiency-adjustment", effective: DayRange(year: 2026), factorMillionths: 975_000, citation: "invented")
    ])

  static let usage = CodeUsage(
    rows: [
      CodeUsage.Row(specialty: "General <Surgery>", units: Units(30), lines: 30, clinicians: 2),
      CodeUsage.Row(specialty: "Urology", units: Units(10), lines: 9, clinicians: 1),
    ], basis: "Counted from invented logs.")

  /// The fixture is not as it should be.
  struct Missing: Error {}
}

extension ProcedureCode: ExpressibleByStringLiteral {
  /// A code written in a test.
  public init(stringLiteral text: String) {
    guard let code = ProcedureCode(text) else { preconditionFailure("not a code: \(text)") }
    self = code
  }
}
