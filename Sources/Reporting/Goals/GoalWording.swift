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
    case notDue = "nothing due yet"
    case unknown = "not known"
    case noTarget = "target of 0"
  }

  /// Where a clinician stands.
  static func standing(of goal: GoalStanding) -> Standing {
    if goal.target.millionths == 0 { return .noTarget }
    if goal.expected.millionths <= 0 { return .notDue }
    guard let pace = goal.pace else { return .unknown }
    if pace < 1 - tolerance { return .behind }
    return pace > 1 + tolerance ? .ahead : .onPace
  }

  /// Where a clinician stands, with how far: `9% behind`, `on pace`.
  static func distance(of goal: GoalStanding) -> String {
    let standing = standing(of: goal)
    guard let pace = goal.pace, standing == .ahead || standing == .behind else { return standing.rawValue }
    return "\(CellValue.integer(Int((abs(pace - 1) * 100).rounded())).text)% \(standing.rawValue)"
  }

  /// A ratio as a percent of the target's part: `104.2%`.
  static func pace(of goal: GoalStanding) -> CellValue {
    .of(goal.pace.map { 100 * $0 }, CellValue.percent, otherwise: whyNoPace(goal))
  }

  /// Why there is no pace.
  private static func whyNoPace(_ goal: GoalStanding) -> String {
    switch standing(of: goal) {
    case .noTarget: "the target is 0, so there is nothing to pace against"
    case .notDue: "nothing of the target is due yet: \(whyNothingDue(goal))"
    case .ahead, .onPace, .behind, .unknown: goal.gap ?? "it is not known"
    }
  }

  private static func whyNothingDue(_ goal: GoalStanding) -> String {
    goal.gap ?? (goal.workingDaysCounted == 0 ? "no working day has passed" : "the months so far have no target")
  }

  /// A target as it is given: without decimals where it is whole.
  static func target(_ work: WorkRVU) -> String {
    (work.millionths % 1_000_000 == 0 ? CellValue.surveyValue(work) : .workRVU(work)).text
  }

  /// A clinician's goal in a sentence or two.
  ///
  /// - Parameter last: the last day counted.
  static func sentence(of goal: GoalStanding, through last: CalendarDate) -> String {
    let (year, target) = (BridgeWording.name(of: goal.year), target(goal.target))
    let done = goal.actual.map { CellValue.workRVU($0).text }
    switch standing(of: goal) {
    case .noTarget:
      return "The target for \(year) is 0, so there is nothing to pace against"
        + (done.map { "; \($0) wRVUs are done so far in the \(goal.ledger.rawValue) ledger." } ?? ".")
    case .notDue:
      return
        "Nothing of the target for \(year), \(target) wRVUs in the \(goal.ledger.rawValue) ledger, is due yet: \(whyNothingDue(goal))."
    case .unknown:
      return
        "The target for \(year) is \(target) wRVUs in the \(goal.ledger.rawValue) ledger; how far the work has come is not known: \(whyNoPace(goal))."
    case .ahead, .onPace, .behind: break
    }
    let pace = goal.actual.map { self.pace($0, goal, through: last) } ?? ""
    return "\(pace) The target for \(year) is \(target) in the \(goal.ledger.rawValue) ledger\(end(of: goal))."
  }

  /// How far the work has come, in a sentence: `31% ahead of target: 8,789.58 of the 6,692.30 wRVUs due by September 30 are done.`
  private static func pace(_ actual: WorkRVU, _ goal: GoalStanding, through last: CalendarDate) -> String {
    let (done, due) = (CellValue.workRVU(actual).text, target(goal.expected))
    if actual >= goal.target {
      let more = goal.expected < goal.target ? ", beside \(due) due by \(day(min(last, goal.days.last)))" : ""
      return
        "Target reached: \(done) of the \(target(goal.target)) wRVUs for \(BridgeWording.name(of: goal.year)) are done\(more)."
    }
    return
      "\(distance(of: actual, goal.expected)): \(done) of the \(due) wRVUs due by \(day(min(last, goal.days.last))) are done."
  }

  /// Work beside what is due of it: `31% ahead of target`.
  private static func distance(of work: WorkRVU, _ due: WorkRVU) -> String {
    let pace = Double(work.millionths) / Double(due.millionths)
    let percent = CellValue.integer(Int((abs(pace - 1) * 100).rounded())).text
    if abs(pace - 1) <= tolerance { return "On pace at \(CellValue.percent(100 * pace).text)" }
    return "\(percent)% \(pace < 1 ? "behind" : "ahead of") target"
  }

  /// The year's end at this pace, as the end of a sentence; empty where the year is over or not projected.
  private static func end(of goal: GoalStanding) -> String {
    guard goal.workingDaysCounted < goal.workingDays, let projected = goal.projected else { return "" }
    // Surveys are met by the benchmark ledger, whatever ledger the target is in.
    let whose = goal.ledger == .benchmark ? "" : "its benchmark work: "
    let placement = goal.projectedPlacement.map { " (\(whose)\(PlacementWording.headline($0)))" } ?? ""
    return "; at this pace the year ends at \(CellValue.workRVU(projected).text)\(placement)"
  }

  /// How far the work of several has come, all their targets together; nil where nothing is due.
  static func together(_ goals: [GoalStanding], through last: CalendarDate) -> String? {
    let known = goals.filter { $0.actual != nil && $0.target.millionths > 0 }
    let actual = known.reduce(WorkRVU.zero) { $0 + ($1.actual ?? .zero) }
    let due = known.reduce(WorkRVU.zero) { $0 + $1.expected }
    guard due.millionths > 0, let first = known.first else { return nil }
    let words = distance(of: actual, due)
    return
      "Together they are \(words.prefix(1).lowercased() + words.dropFirst()): \(CellValue.workRVU(actual).text) of the \(CellValue.workRVU(due).text) wRVUs due by \(day(last)) are done, in the \(first.ledger.rawValue) ledger."
  }

  /// A day of the year: `September 30`.
  static func day(_ date: CalendarDate) -> String {
    let (_, month, day) = date.parts
    return "\(DateWording.name(ofMonth: month)) \(day)"
  }

  /// What the words for pace mean.
  static let rule =
    "On pace: within 2 percent of the part of the target that falls to the days so far. Working days are Monday to Friday without the job's holidays, on which the clinician is employed and not on leave."
}

extension GoalStanding {
  /// Where the work stands beside what is due: `ahead`, `on pace`, `behind`, `nothing due yet`, `not known` or `target of 0`.
  public var standing: String { GoalWording.standing(of: self).rawValue }
}
