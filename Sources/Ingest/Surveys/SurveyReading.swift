import ProductivityModel

/// How a survey's file is to be read, beyond what the file says itself.
public struct SurveyReading: Sendable {
  /// The map; nil where it follows from the header.
  public var map: SurveyMap?
  /// The maps among which the header's is looked for, besides the standard one.
  public var maps: [SurveyMap]
  /// The sheet of a workbook; nil for the map's, or the first that fits.
  public var sheet: String?
  /// The survey's name, in place of the file's.
  public var name: String?
  /// The year of publication, in place of the file's.
  public var year: Int?
  /// The year in which the data were earned, in place of the file's.
  public var dataYear: Int?

  /// Nothing beyond what the file says, unless given.
  public init(
    map: SurveyMap? = nil, among maps: [SurveyMap] = [], sheet: String? = nil, name: String? = nil, year: Int? = nil,
    dataYear: Int? = nil
  ) {
    self.map = map
    self.maps = maps
    self.sheet = sheet
    self.name = name
    self.year = year
    self.dataYear = dataYear
  }

  /// The maps that a header is held against, in this order.
  var candidates: [SurveyMap] { map.map { [$0] } ?? [.standard] + maps }

  /// What a map says, with what is stated over it.
  func constants(of map: SurveyMap) -> SurveyMap.Fixed {
    var fixed = map.fixed
    fixed.survey = name ?? fixed.survey
    fixed.year = year ?? fixed.year
    fixed.dataYear = dataYear ?? fixed.dataYear
    return fixed
  }
}
