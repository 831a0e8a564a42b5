/// Which row of surveys a specialty is held against.
public struct SurveySelection: Hashable, Sendable {
  /// What is measured.
  public var metric: SurveyMetric
  /// The region; nil for the rows of all regions.
  public var region: String?
  /// The kind of provider; nil for physicians.
  public var providerType: String?

  /// A selection; of all regions and of physicians unless given.
  public init(metric: SurveyMetric = .workRVU, region: String? = nil, providerType: String? = nil) {
    self.metric = metric
    self.region = region
    self.providerType = providerType
  }

  /// What was found.
  public enum Outcome: Hashable, Sendable {
    /// The row, and how its specialty's name was found.
    case row(SurveyRow, SpecialtyNames.Match)
    /// The metric has no row of the specialty by this name or a synonym.
    case noSpecialty
    /// The specialty is there, and not for the region and the kind of provider.
    case otherCells([SurveyRow])
    /// Several rows of the latest data year fit, and none goes before the others.
    case several([SurveyRow])
  }

  /// The words for all regions, in small letters.
  public static let everywhere = ["", "national", "all", "all regions"]
  /// The words for physicians, in small letters.
  public static let physicians = ["", "physician", "physicians", "staff physician", "all"]

  /// The row of a specialty: of those that fit, the one of the latest data year, and then of the latest publication.
  public func row(of specialty: String, in rows: [SurveyRow], by names: SpecialtyNames) -> Outcome {
    let measured = rows.filter { $0.metric == metric }
    guard let match = names.find(specialty, among: measured.map(\.specialty)),
      let name = match.name.map(SpecialtyNames.normalized)
    else { return .noSpecialty }
    let own = measured.filter { SpecialtyNames.normalized($0.specialty) == name }
    let usable = own.filter {
      Self.fits($0.region, region, orAny: Self.everywhere)
        && Self.fits($0.providerType, providerType, orAny: Self.physicians)
    }
    guard let latest = usable.max(by: { ($0.dataYear ?? $0.year, $0.year) < ($1.dataYear ?? $1.year, $1.year) }) else {
      return .otherCells(own)
    }
    let rivals = usable.filter { $0.dataYear == latest.dataYear && $0.year == latest.year }
    return rivals.count > 1 ? .several(rivals) : .row(latest, match)
  }

  private static func fits(_ text: String, _ wanted: String?, orAny usual: [String]) -> Bool {
    let word = SpecialtyNames.normalized(text)
    guard let wanted = wanted.map(SpecialtyNames.normalized) else { return usual.contains(word) }
    return word == wanted || usual.contains(word) && usual.contains(wanted)
  }
}
