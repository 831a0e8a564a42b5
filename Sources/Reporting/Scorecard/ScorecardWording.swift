import Benchmarking
import ProductivityModel

/// A scorecard in a paragraph.
enum ScorecardWording {
  /// What the numbers say of one role: the standing, the pace, the change, and nothing more.
  ///
  /// - Parameter isOnly: whether it is the clinician's one role; otherwise it is named.
  static func summary(
    of clinician: ClinicianResult, isOnly: Bool, goal: GoalStanding?, in results: RunResults
  ) -> String {
    let role = isOnly ? "" : " in \(StandingWording.role(clinician))"
    var sentences = [standing(of: clinician, role)]
    if let caution = ThinLogWording.caution(of: clinician) { sentences.append(caution) }
    if let goal, goal.pace != nil { sentences.append(GoalWording.sentence(of: goal, through: results.period.last)) }
    if let change = change(of: clinician) { sentences.append(change) }
    return sentences.joined(separator: " ")
  }

  private static func standing(of clinician: ClinicianResult, _ role: String) -> String {
    guard let placement = clinician.placement, let row = clinician.surveyRow, let value = clinician.annualizedPerFTE
    else { return "\(clinician.name) is not placed\(role): \(StandingWording.whyNotPlaced(clinician) ?? "")." }
    var text =
      "At \(CellValue.workRVURate(value).text) wRVUs a year per 1.0 clinical FTE\(role), \(clinician.name) is \(PlacementWording.isAt(placement)) of \(row.survey) \(row.year)"
    if let ratio = placement.timesMedian { text += ", \(PlacementWording.ofMedian(ratio, decimals: 2)) its median" }
    if let peers = clinician.peers {
      text += ", and \(StandingWording.ranks(peers, " of \(peers.count) here"))"
    }
    return text + "."
  }

  /// The last twelve months beside the twelve before; nil where they are not known.
  private static func change(of clinician: ClinicianResult) -> String? {
    guard let pair = clinician.recent?.rollingTwelve, let now = pair.now.totals, pair.yearBefore.totals != nil,
      case .text(let change) = RecentWording.change(pair, \.benchmark)
    else { return nil }
    var text =
      "The last twelve months brought \(CellValue.workRVU(now.benchmark).text) benchmark wRVUs, \(change) on the twelve before\(RecentWording.time(pair))"
    if TimeWording.change(pair) != nil, case .text(let perDay) = TimeWording.changePerDay(pair) {
      text += ": \(perDay) for each day at full clinical FTE"
    }
    return text + "."
  }
}
