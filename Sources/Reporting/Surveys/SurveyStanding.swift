import Benchmarking
import ProductivityModel

/// Where a value stands in a survey's row, and whether what somebody states of it agrees.
public struct SurveyStanding: Sendable {
  /// The row.
  public let row: SurveyRow
  /// The value, in millionths of the row's unit.
  public let millionths: Int64
  /// The standing; nil where the row has too few respondents.
  public let placement: Placement?
  /// What the standing rests on, in a sentence without a full stop.
  public let basis: String
  /// What there is to say of the row, the value and the statement.
  public let findings: [Finding]

  /// A value in a row.
  ///
  /// - Parameters:
  ///   - match: how the specialty's name was found.
  ///   - claims: what is stated, each with the text as given.
  ///   - minimumRespondents: the fewest in which a value is placed.
  public init(
    of millionths: Int64, in row: SurveyRow, found match: SpecialtyNames.Match,
    claims: [(text: String, standing: StatedStanding)] = [], minimumRespondents: Int
  ) {
    self.row = row
    self.millionths = millionths
    let isSmall = row.respondents.map { $0 < minimumRespondents } ?? false
    placement = isSmall ? nil : Placement(ofMillionths: millionths, among: row.points)
    var basis = SurveyWording.basis(of: row)
    if case .synonym(let name) = match { basis += "; found as \"\(name)\" by the table of synonyms" }
    self.basis = basis
    var findings: [Finding] = []
    if isSmall {
      findings.append(
        Finding(
          .fewRespondents, at: row.position,
          "the survey's row for \(row.specialty) has \(row.respondents ?? 0) respondents; at least \(minimumRespondents) are needed, so nobody is placed in it"
        ))
    }
    if placement?.isPlateau == true {
      findings.append(
        Finding(
          .plateau, at: row.position,
          "the value stands on a plateau of the survey, where neighbouring percentiles are equal: the middle is given"))
    }
    if let placement, Self.isHigh(placement), let note = SurveyWording.rateNote(on: row) { findings.append(note) }
    for claim in claims {
      guard let placement else {
        findings.append(Self.notTold(claim.text, "whose row has too few respondents to place anybody", row))
        continue
      }
      findings += claim.standing.disagreements(about: millionths, in: row).map {
        Self.finding($0, claim.text, millionths, row, placement)
      }
    }
    self.findings = findings
  }

  private static func isHigh(_ placement: Placement) -> Bool {
    switch placement.position {
    case .above: true
    case .at(let percentile): percentile >= 75
    case .below, .ratioOnly: false
    }
  }

  /// A statement that the survey cannot tell of: silence would read as agreement.
  private static func notTold(_ claim: String, _ why: String, _ row: SurveyRow) -> Finding {
    Finding(
      .unverifiedClaim, at: row.position, "\"\(claim)\": cannot be told from this survey, \(why)",
      hint: "state what the survey can tell, or take one that publishes more")
  }

  private static func finding(
    _ disagreement: StatedStanding.Disagreement, _ claim: String, _ value: Int64, _ row: SurveyRow,
    _ placement: Placement
  ) -> Finding {
    let shown = SurveyWording.value(value, of: row.metric)
    let place = standing(of: value, row, placement)
    let message: String
    switch disagreement {
    case .percentileNotTold:
      return notTold(claim, "in which \(shown) stands \(place), and nothing is known beyond", row)
    case .ratioNotTold:
      let why = row.medianMillionths == nil ? "which publishes no median" : "whose median is 0"
      return notTold(claim, why, row)
    case .percentile: message = "\"\(claim)\": \(shown) stands \(place) in this survey"
    case .ratio:
      message =
        "\"\(claim)\": \(shown) is \(placement.timesMedian.map { PlacementWording.ofMedian($0, decimals: 2) } ?? "n/a") the median of this survey"
    case .eachOther(let there):
      message =
        there.map {
          "\"\(claim)\": in this survey the stated percentile is \(PlacementWording.ofMedian($0, decimals: 2)) the median, so the two are not of one basis"
        } ?? "\"\(claim)\": the stated percentile and the stated multiple cannot both hold in this survey"
    }
    return Finding(
      .inconsistentClaim, at: row.position, message,
      hint: "state both from one survey, year, metric and FTE, or leave one out")
  }

  /// Where the value stands, in the words of a table; of a single published point on which side of it.
  private static func standing(of value: Int64, _ row: SurveyRow, _ placement: Placement) -> String {
    guard placement.position == .ratioOnly, let only = row.points.first else {
      return PlacementWording.cell(placement.position)
    }
    if value == only.millionths { return "at \(only.percent)" }
    return PlacementWording.cell(value < only.millionths ? .below(only.percent) : .above(only.percent))
  }
}
