import Benchmarking
import ProductivityModel

/// The words for targets and pace.
enum GoalWording {
  /// How far from the target's part to date the work may be and still be on pace, as a share of it.
  static let tolerance = 0.02

  /// Where the work stands beside the target's part to date.
  enum Standing: String, CaseIterable {
    case ahead
    case onPace = "on pace"
    case behind
    case unknown = "not known"
  }

  /// Where a clinician stands.
  static func standing(of goal: GoalStanding) -> Standing {
    guard let pace = goal.pace else { return .unknown }
    if pace < 1 - tolerance { return .behind }
    return pace > 1 + tolerance ? .ahead : .onPace
  }

  /// A ratio as a percent of the target's part: `104.2%`.
  static func pace(of goal: GoalStanding) -> CellValue {
    .of(
      goal.pace.map { 100 * $0 }, CellValue.percent,
      otherwise: goal.gap ?? "nothing of the target falls to the days so far")
  }

  /// A clinician's goal in a sentence or two.
  static func sentence(of goal: GoalStanding) -> String {
    let target = CellValue.workRVU(goal.target).text
    let year = BridgeWording.name(of: goal.year)
    guard let actual = goal.actual, let pace = goal.pace else {
      return
        "The target for \(year) is \(target) wRVUs; how far the work has come is not known: \(goal.gap ?? "nothing of it falls to the days so far")."
    }
    let percent = CellValue.percent(100 * pace).text
    var text =
      "The work so far, \(CellValue.workRVU(actual).text) wRVUs in the \(goal.ledger.rawValue) ledger, is \(percent) of the share of the target that falls to the working days so far (target for \(year): \(target))"
    if goal.workingDaysCounted < goal.workingDays, let projected = goal.projected {
      text += "; at this pace the year ends at \(CellValue.workRVU(projected).text)"
      if let placement = goal.projectedPlacement { text += " (\(PlacementWording.headline(placement)))" }
    }
    return text + "."
  }

  /// What the words for pace mean.
  static let rule =
    "On pace: within 2 percent of the part of the target that falls to the days so far. Working days are Monday to Friday without the job's holidays, on which the clinician is employed."
}
