import ProductivityModel

/// A policy indicator or flag of a fee schedule row, by its name in `rvu.csv`.
public enum RowIndicator: String, CaseIterable, Sendable {
  /// The status letter.
  case status
  /// `+` where values are shown that Medicare does not pay by.
  case notUsedForMedicare = "not_used_for_medicare"
  /// `NA` where the service is rarely or never done outside a facility.
  case nonfacilityNA = "nonfacility_na"
  /// `NA` where the service is rarely or never done in a facility.
  case facilityNA = "facility_na"
  /// The PC/TC indicator.
  case component = "pctc"
  /// The global period.
  case globalPeriod = "global"
  /// The preoperative share of the global package, in percent.
  case preoperative = "pre"
  /// The intraoperative share of the global package, in percent.
  case intraoperative = "intra"
  /// The postoperative share of the global package, in percent.
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
  /// The base code of the endoscopy family.
  case endoscopicBase = "endoscopic_base"

  /// The name for people.
  public var title: String {
    switch self {
    case .status: "status"
    case .notUsedForMedicare: "not used for Medicare"
    case .nonfacilityNA: "NA outside a facility"
    case .facilityNA: "NA in a facility"
    case .component: "professional and technical component"
    case .globalPeriod: "global period"
    case .preoperative: "preoperative share"
    case .intraoperative: "intraoperative share"
    case .postoperative: "postoperative share"
    case .multipleProcedure: "multiple procedures"
    case .bilateral: "bilateral"
    case .assistant: "assistant at surgery"
    case .coSurgeon: "co-surgeons"
    case .team: "team surgery"
    case .endoscopicBase: "endoscopy family"
    }
  }

  /// The indicator of a row as published, shares as whole percent; empty where the row has none of it, nil where it is not
  /// known.
  public func text(of row: FeeRow) -> String? {
    switch self {
    case .status: row.status?.published
    case .notUsedForMedicare: row.isNotUsedForMedicare ? "+" : ""
    case .nonfacilityNA: row.nonfacilityIsNA ? "NA" : ""
    case .facilityNA: row.facilityIsNA ? "NA" : ""
    case .component: row.componentIndicator?.published
    case .globalPeriod: row.globalPeriod?.published
    case .preoperative: row.preoperative.map { "\($0)" }
    case .intraoperative: row.intraoperative.map { "\($0)" }
    case .postoperative: row.postoperative.map { "\($0)" }
    case .multipleProcedure: row.multipleProcedure?.published
    case .bilateral: row.bilateral?.published
    case .assistant: row.assistant?.published
    case .coSurgeon: row.coSurgeon?.published
    case .team: row.team?.published
    case .endoscopicBase: row.endoscopicBase?.description ?? ""
    }
  }
}
