/// A column of `cms-pfs/<release>/rvu.csv`, by its name there.
///
/// A release has the columns that its source has; the first ten are always there.
public enum FeeColumn: String, CaseIterable, Sendable {
  /// The procedure code.
  case code
  /// The component that the row values: 26, TC, 53 or nothing.
  case modifier
  /// The status letter.
  case status
  /// `+` where values are shown that Medicare does not pay by.
  case notUsedForMedicare = "not_used_for_medicare"
  /// Work RVUs.
  case work
  /// Practice expense RVUs outside a facility.
  case nonfacilityPE = "nonfacility_pe"
  /// `NA` where the service is rarely or never done outside a facility.
  case nonfacilityNA = "nonfacility_na"
  /// Practice expense RVUs in a facility.
  case facilityPE = "facility_pe"
  /// `NA` where the service is rarely or never done in a facility.
  case facilityNA = "facility_na"
  /// Malpractice RVUs.
  case malpractice = "mp"
  /// The PC/TC indicator.
  case component = "pctc"
  /// The global period.
  case globalPeriod = "global"
  /// The preoperative share of the global package.
  case preoperative = "pre"
  /// The intraoperative share of the global package.
  case intraoperative = "intra"
  /// The postoperative share of the global package.
  case postoperative = "post"
  /// The multiple-procedure indicator.
  case multipleProcedure = "multiple_procedure"
  /// The bilateral indicator.
  case bilateral
  /// The assistant-at-surgery indicator.
  case assistant
  /// The co-surgeon indicator.
  case coSurgeon = "co_surgeon"
  /// The team indicator.
  case team
  /// The pricing indicator, published from 2026.
  case pricing
  /// The base code of the endoscopy family.
  case endoscopicBase = "endoscopic_base"
  /// The supervision level of a diagnostic test.
  case supervision
  /// The calculation flag.
  case calculationFlag = "calculation_flag"
  /// The diagnostic imaging family.
  case imagingFamily = "imaging_family"
  /// Practice expense outside a facility under the outpatient cap.
  case cappedNonfacilityPE = "opps_nonfacility_pe"
  /// Practice expense in a facility under the outpatient cap.
  case cappedFacilityPE = "opps_facility_pe"
  /// Malpractice under the outpatient cap.
  case cappedMalpractice = "opps_mp"
  /// Where the row comes from, in a release put together from several sources.
  case rowSource = "row_source"

  /// The columns without which a file is no fee schedule.
  static let required: [FeeColumn] = [
    .code, .modifier, .work, .nonfacilityPE, .nonfacilityNA, .facilityPE, .facilityNA, .malpractice,
  ]

  /// The number of characters of its cells where all have as many, so that leading zeros can be put back; else nil.
  var width: Int? {
    switch self {
    case .code, .endoscopicBase: 5
    case .globalPeriod: 3
    case .supervision, .imagingFamily: 2
    default: nil
    }
  }
}
