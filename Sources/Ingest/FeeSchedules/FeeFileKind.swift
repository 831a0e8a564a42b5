/// What a file of a CMS release holds, of what is imported.
public enum FeeFileKind: String, CaseIterable, Sendable {
  /// Relative values and policy indicators by code: PPRRVU.
  case relativeValues
  /// Geographic practice cost indices by locality: GPCI, Addendum E.
  case geographicIndices
  /// Anesthesia conversion factors by locality: ANES.
  case anesthesiaFactors
  /// The counties of each locality: LOCCO.
  case counties
  /// Base units by anesthesia code, published once a year apart from the releases.
  case anesthesiaBaseUnits

  /// What it is, in words.
  public var words: String {
    switch self {
    case .relativeValues: "relative values (PPRRVU)"
    case .geographicIndices: "geographic indices (GPCI)"
    case .anesthesiaFactors: "anesthesia conversion factors (ANES)"
    case .counties: "counties of localities (LOCCO)"
    case .anesthesiaBaseUnits: "anesthesia base units"
    }
  }

  /// The file of a release folder that it becomes.
  public var fileName: String {
    switch self {
    case .relativeValues: FeeFigures.fileName
    case .geographicIndices: LocalityFiles.indexFile
    case .anesthesiaFactors: LocalityFiles.anesthesiaFile
    case .counties: "counties.csv"
    case .anesthesiaBaseUnits: "anesthesia-base-units.csv"
    }
  }

  /// What a file of this kind is, for `release.json`.
  var sourceDescription: String {
    switch self {
    case .relativeValues: "CMS Physician Fee Schedule Relative Value File"
    case .geographicIndices: "CMS geographic practice cost indices by locality (Addendum E)"
    case .anesthesiaFactors: "CMS anesthesia conversion factors by locality"
    case .counties: "CMS list of the counties in each payment locality"
    case .anesthesiaBaseUnits: "CMS anesthesia base units by code"
    }
  }

  /// The kind that CMS's files of such a name have; nil for any other name.
  ///
  /// A name decides nothing that is imported: it tells which file must not be passed over when its layout is unknown.
  init?(fileName: String) {
    let name = fileName.uppercased()
    let words: [(String, FeeFileKind)] = [
      ("PPRRVU", .relativeValues), ("GPCI", .geographicIndices), ("LOCCO", .counties), ("ANES", .anesthesiaFactors),
    ]
    guard let kind = words.first(where: { name.contains($0.0) })?.1 else { return nil }
    self = kind
  }
}
