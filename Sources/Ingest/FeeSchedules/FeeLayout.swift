import MedicareFees

/// A layout in which a fee schedule release comes, recognised by the names of its columns and never by their order.
public enum FeeLayout: String, CaseIterable, Sendable {
  /// CMS's own comma-delimited Relative Value File: a preamble, then a header over several rows.
  case cms
  /// A tidy re-export of it: one header row with CMS's column names joined by underscores.
  case reexport
  /// Figures with short column names, one header row, in which rows may come from several sources.
  case figures

  /// What a column of a source file is to us.
  enum Meaning: Hashable {
    /// A column that is kept.
    case figure(FeeColumn)
    /// The descriptor, which stays on the machine that imports it.
    case description
    /// The sum of work, practice expense and malpractice outside a facility, for checking.
    case nonfacilityTotal
    /// The sum of work, practice expense and malpractice in a facility, for checking.
    case facilityTotal
    /// The conversion factor, the same on every row.
    case conversionFactor
  }

  /// Whether a file of this layout is somebody's re-export, and not the file that CMS publishes.
  var isReexport: Bool { self != .cms }

  /// What a file of this layout is, for `release.json`.
  func sourceDescription(_ form: FileForm) -> String {
    switch self {
    case .cms: "CMS Physician Fee Schedule Relative Value File, \(form.words), as published"
    case .reexport: "re-export of the CMS Physician Fee Schedule Relative Value File under a single header row"
    case .figures:
      "figures of the CMS Physician Fee Schedule Relative Value File under short column names, re-published"
    }
  }

  /// What the column of a header cell is; nil for a name that this layout does not have.
  func meaning(of name: String) -> Meaning? { names[Self.plain(name)] }

  /// A column name without case, blanks and punctuation, in which CMS's header and its re-exports differ.
  static func plain(_ name: String) -> String {
    String(decoding: name.utf8.filter { isLetterOrDigit($0) }.map { $0 >= 0x61 ? $0 - 0x20 : $0 }, as: UTF8.self)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
  }

  private var names: [String: Meaning] {
    switch self {
    case .cms: Self.publishedNames
    case .reexport: Self.publishedNames.merging(Self.reexportNames) { _, own in own }
    case .figures: Self.figureNames
    }
  }

  /// CMS's names, each merged from the rows of its header, without blanks and punctuation.
  private static let publishedNames: [String: Meaning] = [
    "HCPCS": .figure(.code), "MOD": .figure(.modifier), "DESCRIPTION": .description, "STATUSCODE": .figure(.status),
    "NOTUSEDFORMEDICAREPAYMENT": .figure(.notUsedForMedicare), "WORKRVU": .figure(.work),
    "NONFACPERVU": .figure(.nonfacilityPE), "NONFACNAINDICATOR": .figure(.nonfacilityNA),
    "FACILITYPERVU": .figure(.facilityPE), "FACILITYNAINDICATOR": .figure(.facilityNA), "MPRVU": .figure(.malpractice),
    "NONFACILITYTOTAL": .nonfacilityTotal, "FACILITYTOTAL": .facilityTotal, "PCTCIND": .figure(.component),
    "GLOBDAYS": .figure(.globalPeriod), "PREOP": .figure(.preoperative), "INTRAOP": .figure(.intraoperative),
    "POSTOP": .figure(.postoperative), "MULTPROC": .figure(.multipleProcedure), "BILATSURG": .figure(.bilateral),
    "ASSTSURG": .figure(.assistant), "COSURG": .figure(.coSurgeon), "TEAMSURG": .figure(.team),
    "PRICIND": .figure(.pricing), "ENDOBASE": .figure(.endoscopicBase), "CONVFACTOR": .conversionFactor,
    "PHYSICIANSUPERVISIONOFDIAGNOSTICPROCEDURES": .figure(.supervision), "CALCULATIONFLAG": .figure(.calculationFlag),
    "DIAGNOSTICIMAGINGFAMILYINDICATOR": .figure(.imagingFamily),
    "NONFACILITYPEUSEDFOROPPSPAYMENTAMOUNT": .figure(.cappedNonfacilityPE),
    "FACILITYPEUSEDFOROPPSPAYMENTAMOUNT": .figure(.cappedFacilityPE),
    "MPUSEDFOROPPSPAYMENTAMOUNT": .figure(.cappedMalpractice),
  ]

  /// Where the tidy re-export's names differ from CMS's.
  private static let reexportNames: [String: Meaning] = [
    "NONFACINDICATOR": .figure(.nonfacilityNA), "FACILITYINDICATOR": .figure(.facilityNA),
  ]

  private static let figureNames: [String: Meaning] = [
    "HCPCS": .figure(.code), "MOD": .figure(.modifier), "DESCRIPTION": .description, "STATUS": .figure(.status),
    "NOTUSED": .figure(.notUsedForMedicare), "WORK": .figure(.work), "NFPE": .figure(.nonfacilityPE),
    "NFNA": .figure(.nonfacilityNA), "FPE": .figure(.facilityPE), "FNA": .figure(.facilityNA),
    "MP": .figure(.malpractice),
    "NFTOTAL": .nonfacilityTotal, "FTOTAL": .facilityTotal, "PCTC": .figure(.component),
    "GLOB": .figure(.globalPeriod), "PRE": .figure(.preoperative), "INTRA": .figure(.intraoperative),
    "POST": .figure(.postoperative), "MULT": .figure(.multipleProcedure), "BILAT": .figure(.bilateral),
    "ASST": .figure(.assistant), "COSURG": .figure(.coSurgeon), "TEAM": .figure(.team), "PRIC": .figure(.pricing),
    "ENDOBASE": .figure(.endoscopicBase), "CF": .conversionFactor, "SUPERVISION": .figure(.supervision),
    "CALC": .figure(.calculationFlag), "FAMILY": .figure(.imagingFamily), "OPPSNF": .figure(.cappedNonfacilityPE),
    "OPPSF": .figure(.cappedFacilityPE), "OPPSMP": .figure(.cappedMalpractice), "SOURCE": .figure(.rowSource),
  ]
}
