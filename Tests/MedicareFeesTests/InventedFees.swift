import Foundation
import ProductivityModel
import Tabular

@testable import Ingest
@testable import MedicareFees

/// Fee schedule files of a few rows with invented descriptions and values, in each layout.
enum InventedFees {
  /// One row's cells, by column name of the figures layout.
  struct Row {
    var code: String
    var mod = ""
    var description = "Invented service"
    var status = "A"
    var notUsed = ""
    var work = "1.00"
    var nonfacilityPE = "2.00"
    var nonfacilityNA = ""
    var facilityPE = "0.50"
    var facilityNA = ""
    var malpractice = "0.10"
    var nonfacilityTotal = "3.10"
    var facilityTotal = "1.60"
    var multiple = "2"
    var endoscopicBase = ""
    var factor = "32.3465"
    var source = "file-2026A"
  }

  /// CMS's header: for each column the parts of its name in the last five rows above the data.
  private static let header: [[String]] = [
    ["", "", "", "", "HCPCS"], ["", "", "", "", "MOD"], [" ", "", "", "", "DESCRIPTION"],
    ["", "", "", "STATUS", "CODE"],
    ["", "NOT USED", "FOR", "MEDICARE ", "PAYMENT"], ["", "", "", "WORK", "RVU"], ["", "", "", "NON-FAC", "PE RVU"],
    ["", "", "NON-FAC", "NA", "INDICATOR"], ["", "", "", "FACILITY", "PE RVU"],
    ["", "", "FACILITY ", "NA", "INDICATOR"],
    ["", "", "", "MP", "RVU"], ["", "", "", "NON-FACILITY", "TOTAL"], ["", "", "", "FACILITY", "TOTAL"],
    ["", "", "", "PCTC", "IND"], ["", "", "", "GLOB", "DAYS"], ["", "", "", "PRE", "OP"], ["", "", "", "INTRA", "OP"],
    ["", "", "", "POST", "OP"], ["", "", "", "MULT", "PROC"], ["", "", "", "BILAT", "SURG"],
    ["", "", "", "ASST", "SURG"],
    ["", "", "", "CO-", "SURG"], ["", "", "", "TEAM", "SURG"], ["", "", "", "PRIC", "IND"],
    ["", "", "", "ENDO", "BASE"],
    ["", "", "", "CONV", "FACTOR"], ["", "PHYSICIAN", "SUPERVISION OF", "DIAGNOSTIC", "PROCEDURES"],
    ["", "", "", "CALCULATION", "FLAG"], ["", "DIAGNOSTIC", "IMAGING", "FAMILY", "INDICATOR"],
    ["NON-FACILITY", "PE USED", "FOR OPPS", "PAYMENT", "AMOUNT"],
    ["FACILITY", "PE USED", "FOR OPPS", "PAYMENT", "AMOUNT"],
    ["", "MP USED", "FOR OPPS", "PAYMENT", "AMOUNT"],
  ]

  /// The place of the column that is published from 2026.
  private static let pricing = 23

  /// CMS's own layout: 31 columns, or 32 with the pricing indicator, CRLF, ending as RVU22A does.
  static func cms(
    _ rows: [Row], title: String = "2025 National Physician Fee Schedule Relative Value File October Release",
    withPricing: Bool = false, ending: String? = "\u{1A}"
  ) -> String {
    var columns = header
    if !withPricing { columns.remove(at: pricing) }
    let blank = [String](repeating: "", count: columns.count)
    func line(_ cells: [String]) -> String { cells.joined(separator: ",") + "\r\n" }
    func preamble(_ text: String) -> String {
      var cells = blank
      cells[2] = text
      return line(cells)
    }
    var text = preamble(title) + preamble("Invented rows  for a test.") + preamble("No more.") + preamble(" ")
    text += preamble("RELEASED 09/11/2025")
    for part in 0..<5 { text += line(columns.map { $0[part] }) }
    for row in rows {
      var cells = published(row)
      if !withPricing { cells.remove(at: pricing) }
      text += line(cells)
    }
    if let ending {
      text += line(blank)
      var cells = blank
      cells[0] = ending
      text += line(cells)
    }
    return text
  }

  private static func published(_ row: Row) -> [String] {
    let description = row.description.contains(",") ? "\"\(row.description)\"" : row.description
    return [
      row.code, row.mod, description, row.status, row.notUsed, row.work, row.nonfacilityPE, row.nonfacilityNA,
      row.facilityPE, row.facilityNA, row.malpractice, row.nonfacilityTotal, row.facilityTotal, "0", "090", "0.09",
      "0.81",
      "0.10", row.multiple, "1", "2", "0", "9", "7", row.endoscopicBase, row.factor, "09", "0", "88", "1.20", "1.30",
      "0.04",
    ]
  }

  /// The tidy re-export: one header row, LF.
  static func reexport(_ rows: [Row]) -> String {
    let names =
      "hcpcs,mod,description,status_code,not_used_for_medicare_payment,work_rvu,non_fac_pe_rvu,non_fac_indicator,"
      + "facility_pe_rvu,facility_indicator,mp_rvu,non_facility_total,facility_total,pctc_ind,glob_days,pre_op,intra_op,"
      + "post_op,mult_proc,bilat_surg,asst_surg,co_surg,team_surg,endo_base,conv_factor,"
      + "physician_supervision_of_diagnostic_procedures,calculation_flag,diagnostic_imaging_family_indicator,"
      + "non_facility_pe_used_for_opps_payment_amount,facility_pe_used_for_opps_payment_amount,"
      + "mp_used_for_opps_payment_amount"
    let lines = rows.map { row in
      var cells = published(row)
      cells.remove(at: pricing)
      return cells.joined(separator: ",")
    }
    return ([names] + lines).joined(separator: "\n") + "\n"
  }

  /// The figures layout of 2026A: short names, no totals, no factor, a source a row.
  static func figures(_ rows: [Row]) -> String {
    let names =
      "HCPCS,MOD,STATUS,NOT_USED,WORK,NF_PE,NF_NA,F_PE,F_NA,MP,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,COSURG,TEAM,"
      + "ENDO_BASE,SOURCE"
    let lines = rows.map { row in
      let indicators =
        row.source == "values-only"
        ? [String](repeating: "", count: 10) : ["0", "090", "0.09", "0.81", "0.10", row.multiple, "1", "2", "0", "9"]
      return
        ([
          row.code, row.mod, row.status, row.notUsed, row.work, row.nonfacilityPE, row.nonfacilityNA, row.facilityPE,
          row.facilityNA, row.malpractice,
        ] + indicators + [row.endoscopicBase, row.source]).joined(separator: ",")
    }
    return ([names] + lines).joined(separator: "\n") + "\n"
  }

  /// Reads a text as a fee schedule file, in pieces small enough to cross every boundary.
  static func read(_ text: String, name: String = "fees.csv") throws -> FeeFile {
    try FeeFile(MemorySource(text.utf8, piece: 7), path: name) { SHA256.hexadecimal(of: Array(text.utf8)) }
  }

  /// What stops the reading of a text; nil where nothing does.
  static func failure(_ text: String) -> InputFailure? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return error as? InputFailure
    }
  }

  /// Dated factors, as the shipped table has them for the days of the tests.
  static let factors: [DatedConversionFactor] = [
    factor(.national, "32.7442", 2024, (1, 1), (3, 8)), factor(.national, "33.2875", 2024, (3, 9), (12, 31)),
    factor(.national, "32.3465", 2025, (1, 1), (12, 31)), factor(.national, "33.4009", 2026, (1, 1), (12, 31)),
    factor(.qualifying, "33.5675", 2026, (1, 1), (12, 31)),
  ]

  private static func factor(
    _ kind: DatedConversionFactor.Kind, _ dollars: String, _ year: Int, _ first: (Int, Int), _ last: (Int, Int)
  ) -> DatedConversionFactor {
    DatedConversionFactor(
      kind: kind, factor: factor(dollars), effective: days(day(year, first.0, first.1), day(year, last.0, last.1)),
      citation: "invented")
  }

  /// A factor of dollars.
  static func factor(_ dollars: String) -> ConversionFactor {
    ConversionFactor(dollars) ?? ConversionFactor(tenThousandths: 0)
  }

  /// A day.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(daysSinceEpoch: 0)
  }

  /// A range of days.
  static func days(_ first: CalendarDate, _ last: CalendarDate) -> DayRange {
    DayRange(first, through: last) ?? DayRange(year: 1970)
  }

  /// A release's description, for tests that need nothing of it but a name and days.
  static func info(_ release: String, _ first: CalendarDate, _ last: CalendarDate) -> ReleaseInfo {
    ReleaseInfo(
      release: release, title: "invented", effective: days(first, last), conversionFactors: [],
      source: ReleaseInfo.Source(file: "fees.csv", sha256: "", isReexport: false, description: "invented"))
  }

  /// A code.
  static func code(_ text: String) -> ProcedureCode { ProcedureCode(text) ?? ProcedureCode.allZeros }
}

extension ProcedureCode {
  /// `00000`, which no fee schedule has.
  static var allZeros: ProcedureCode { ProcedureCode("00000").unsafelyUnwrapped }
}

/// A folder of a test's own, taken away at its end.
final class ScratchFolder {
  /// Its path.
  let path: String

  /// Makes it.
  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/rvubench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file in it, with the folders on the way.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// The text of a file in it.
  func text(_ name: String) throws -> String { try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }
}
