import Ingest
import MedicareFees
import ProductivityModel
import TestSupport

@testable import Crediting

/// A policy that is published with the program.
enum Shipped: String, CaseIterable {
  /// The policies of work credit; that of Medicare's payments has tests of its own.
  static let allCases: [Shipped] = [.unadjusted, .surveyComparable, .flatFactors]

  case unadjusted
  case surveyComparable = "survey-comparable"
  case flatFactors = "flat-factors"
  case cmsPayment = "cms-payment"

  /// The policy's file, relative to the package.
  var path: String { "benchmarks-data/credit-policies/\(rawValue).yaml" }

  /// The policy.
  func policy() throws -> CreditPolicy {
    try CreditPolicyFile.read(FileSource.contents(PackageRoot.path(path)).bytes, file: path)
  }

  /// The policy's engine on a day of 2026, when all of its rows are in force.
  func engine() throws -> CreditEngine {
    try CreditEngine(policy().inEffect(on: CalendarDate(iso: "2026-06-30") ?? CalendarDate(daysSinceEpoch: 20_000)))
  }

  /// A release that is published with the program.
  static func release(_ name: String) throws -> FeeSchedule {
    try FeeLibrary(dataFolder: PackageRoot.path("benchmarks-data")).load(name).schedule
  }
}

/// A fee schedule of a few invented rows.
enum Invented {
  /// A row of work 10.00 and total 20.00 that nothing adjusts unless told.
  static func row(
    _ code: ProcedureCode = "10000", _ component: Modifier? = nil, status: StatusCode? = .active,
    work: Int64 = 1_000, nonfacilityPE: Int32 = 800, facilityPE: Int32 = 800, malpractice: Int32 = 200,
    package: (Int, Int, Int)? = (10, 70, 20), global: GlobalPeriod = .ninetyDays,
    multiple: MultipleProcedureIndicator? = .noReduction, bilateral: BilateralIndicator? = .noIncrease,
    assistant: AssistantIndicator? = .payable, coSurgeon: CoSurgeonIndicator? = .permitted,
    componentIndicator: ComponentIndicator? = nil, endoscopicBase: ProcedureCode? = nil
  ) -> FeeRow {
    FeeRow(
      code: code, component: component, status: status, work: WorkRVU(hundredths: work),
      nonfacilityPE: RVU(hundredths: nonfacilityPE), facilityPE: RVU(hundredths: facilityPE),
      malpractice: RVU(hundredths: malpractice), componentIndicator: componentIndicator, globalPeriod: global,
      preoperative: package?.0, intraoperative: package?.1, postoperative: package?.2, multipleProcedure: multiple,
      bilateral: bilateral, assistant: assistant, coSurgeon: coSurgeon, endoscopicBase: endoscopicBase)
  }

  /// A schedule of rows.
  static func schedule(_ rows: FeeRow...) throws -> FeeSchedule { try schedule(rows) }

  /// A schedule of rows.
  static func schedule(_ rows: [FeeRow]) throws -> FeeSchedule {
    try FeeSchedule(
      info: ReleaseInfo(
        release: "2025A", title: "invented", effective: DayRange(year: 2025), conversionFactors: [],
        source: ReleaseInfo.Source(file: "", sha256: "", isReexport: false, description: "invented")),
      rows: rows)
  }
}

extension CreditEngine {
  /// What a line of one code earns by itself.
  func credit(
    _ code: ProcedureCode = "10000", _ modifiers: Modifier..., in schedule: FeeSchedule, _ setting: Setting = .facility
  ) -> LineCredit {
    lineCredit(code: code, modifiers: ModifierList(modifiers), setting: setting, schedule: schedule)
  }

  /// What the lines of one session earn together, by the rules themselves: line credits, ranked within their roles.
  func session(_ lines: [BilledLine], in schedule: FeeSchedule) -> [WorkRVU] {
    let credits = lines.map {
      lineCredit(code: $0.code, modifiers: ModifierList($0.modifiers), setting: $0.setting, schedule: schedule)
    }
    var results = zip(lines, credits).map { line, credit in
      credit.fate == .credited ? credit.credit(units: line.units) : .zero
    }
    let texts = Set(lines.map(\.modifierText)).sorted()
    var session: [SessionLine] = []
    for (index, credit) in credits.enumerated() where credit.row != nil {
      let line = lines[index]
      session.append(
        SessionLine(
          index: index, terms: credit.session, code: line.code.packed,
          modifiers: Int32(texts.firstIndex(of: line.modifierText) ?? 0), lineID: LineID(text: line.id),
          units: credit.countsUnits ? abs(line.units.tenThousandths) : 10_000))
    }
    self.session.settle(&session)
    for line in session where !line.isUnchanged {
      let credit = credits[line.index].fate == .credited ? credits[line.index].credit(line) : .zero
      results[line.index] = lines[line.index].units < .zero ? -credit : credit
    }
    return results
  }
}

/// A line of a session.
struct BilledLine {
  var code: ProcedureCode
  var modifiers: [Modifier] = []
  var units = Units.one
  var setting = Setting.facility
  var id = ""

  init(
    _ code: ProcedureCode, _ modifiers: Modifier..., units: Units = .one, setting: Setting = .facility, id: String = ""
  ) {
    self.code = code
    self.modifiers = modifiers
    self.units = units
    self.setting = setting
    self.id = id
  }

  var modifierText: String { modifiers.sorted().map(\.description).joined(separator: " ") }
}

extension LineID {
  /// The id of a text.
  init(text: String) {
    var copy = text
    self = copy.withUTF8 { LineID($0) }
  }
}

extension WorkRVU {
  /// A quantity written as a decimal, such as `10.71875`.
  static func of(_ text: String) -> WorkRVU {
    guard case .success(let value) = DecimalText.parse(text, scale: 6) else { return WorkRVU(millionths: .min) }
    return WorkRVU(millionths: value)
  }
}

extension [WorkRVU] {
  var sum: WorkRVU { reduce(.zero, +) }
}

extension ProcedureCode: ExpressibleByStringLiteral {
  /// A code written in a test.
  public init(stringLiteral text: String) {
    guard let code = ProcedureCode(text) else { preconditionFailure("not a code: \(text)") }
    self = code
  }
}
