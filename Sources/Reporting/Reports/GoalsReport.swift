import Benchmarking
import ProductivityModel

/// One page on targets: how far everyone has come, where the year ends at this pace, and where that stands.
public enum GoalsReport: RunReport {
  /// How many of those who are behind are named at the head.
  private static let named = 3

  /// The one page; none where the job has no targets.
  public static func reports(of results: RunResults) -> [Report] {
    guard let year = results.goals.first?.year else { return [] }
    let (goals, last) = (results.goals, results.period.last)
    var sections = [
      ReportSection("In short", short(of: goals, through: last)),
      ReportSection("Pace", GoalPaceChart.blocks(of: goals)),
      ReportSection("Clinicians", [.table(table(of: goals))]),
    ]
    let months = goals.filter { $0.actual != nil }
    if !months.isEmpty { sections.append(ReportSection("Month by month", [.table(monthly(of: months))])) }
    sections.append(ReportSection("Basis", GoalBasis.blocks(of: goals)))
    return [
      Report(
        address: .goals, title: "Goals and pace",
        subtitle: "Work RVU targets for \(BridgeWording.name(of: year)), and how far the work has come",
        summary: summary(of: goals, in: results), sections: sections, from: results)
    ]
  }

  static func count(_ standing: GoalWording.Standing, _ goals: [GoalStanding]) -> Int {
    goals.count { GoalWording.standing(of: $0) == standing }
  }

  /// How many are where, and what all of them together come to.
  static func summary(of goals: [GoalStanding], in results: RunResults) -> String {
    let known = GoalWording.Standing.allCases.compactMap { standing -> String? in
      let number = count(standing, goals)
      let words =
        switch standing {
        case .noTarget: "with a target of 0"
        case .notDue: "with nothing due yet"
        case .ahead, .onPace, .behind, .unknown: standing.rawValue
        }
      return number == 0 ? nil : "\(CellValue.integer(number).text) \(words)"
    }
    var sentences = ["Of \(CountWording.count(goals.count, "clinician")) with a target, \(CountWording.list(known))."]
    for ledger in [GoalStanding.Ledger.pay, .benchmark] {
      let own = goals.filter { $0.ledger == ledger }
      if own.count > 1, let sentence = GoalWording.together(own, through: results.period.last) {
        sentences.append(sentence)
      }
    }
    let without = missing(in: results)
    if without > 0 {
      sentences.append(
        "\(CountWording.sentence(CountWording.count(without, "clinician"))) \(without == 1 ? "has" : "have") no target."
      )
    }
    return sentences.joined(separator: " ")
  }

  private static func missing(in results: RunResults) -> Int {
    Set(results.clinicians.map(\.id)).subtracting(results.goals.map(\.id)).count
  }

  private static func short(of goals: [GoalStanding], through last: CalendarDate) -> [ReportBlock] {
    let projected = goals.filter { $0.projected != nil && $0.target.millionths > 0 }
    let reach = projected.count { goal in goal.projected.map { $0 >= goal.target } ?? false }
    var figures = [
      KeyFigure("Behind", .integer(count(.behind, goals)), "clinicians, by more than 2 percent", isLeading: true),
      KeyFigure("On pace", .integer(count(.onPace, goals)), "within 2 percent"),
      KeyFigure("Ahead", .integer(count(.ahead, goals)), "by more than 2 percent"),
    ]
    for (standing, label) in [(GoalWording.Standing.unknown, "Not known"), (.notDue, "Nothing due yet")] {
      let number = count(standing, goals)
      if number > 0 { figures.append(KeyFigure(label, .integer(number), "the table says why")) }
    }
    let without = count(.noTarget, goals)
    if without > 0 { figures.append(KeyFigure("Target of 0", .integer(without), "nothing to pace against")) }
    figures.append(
      KeyFigure(
        "Reach the target",
        projected.isEmpty ? .notAvailable("no year is projected") : .rank(reach, of: projected.count),
        "at the pace so far, of those that are projected"))
    if let first = goals.first, goals.allSatisfy({ $0.workingDays == first.workingDays }) {
      figures.append(
        KeyFigure(
          "Working days", .rank(first.workingDaysCounted, of: first.workingDays),
          "of \(BridgeWording.name(of: first.year)) have passed"))
    }
    let farthest = GoalPaceChart.worstFirst(goals).filter { GoalWording.standing(of: $0) == .behind }.prefix(named)
    guard goals.count > 1, !farthest.isEmpty else { return [.figures(figures)] }
    let sentences = farthest.map { "\($0.name): \(GoalWording.sentence(of: $0, through: last))" }
    return [.figures(figures), .paragraph("Farthest behind:"), .list(sentences)]
  }

  private static func table(of goals: [GoalStanding]) -> ReportTable {
    let rows = goals.map { goal in
      let isZero = GoalWording.standing(of: goal) == .noTarget
      let why = goal.projectionGap ?? "it is not projected"
      return [
        Cell(.text(goal.name), link: .clinician(goal.id), detail: StandingWording.specialty(goal.specialty)),
        Cell(.surveyValue(goal.target)),
        Cell(.of(goal.actual, CellValue.workRVU, otherwise: goal.gap ?? "it is not known")),
        Cell(.workRVU(goal.expected)), Cell(GoalWording.pace(of: goal)),
        Cell(.text(GoalWording.standing(of: goal).rawValue)),
        Cell(.of(goal.projected, CellValue.workRVU, otherwise: why)),
        Cell(.of(goal.projectedPlacement, CellValue.placement, otherwise: goal.placementGap ?? why)),
        Cell(
          .of(
            isZero ? nil : goal.neededPerWorkingDay, CellValue.workRVU,
            otherwise: isZero ? "the target is 0" : goal.gap ?? "no working day is left")),
      ]
    }
    return ReportTable(
      "Targets, pace and the year's end at this pace",
      columns: [
        .words("Clinician"), .numbers("Target", "the year"), .numbers("wRVUs", "to date"),
        .numbers("Target", "to date"), .numbers("Pace", "of target to date"), .words("Standing"),
        .numbers("Year's end", "at this pace"), .numbers("Percentile", "of the year's end"),
        .numbers("Needed", "wRVUs a working day"),
      ], rows: rows, isSortable: goals.count > 1, notes: [GoalWording.rule])
  }

  private static func monthly(of goals: [GoalStanding]) -> ReportTable {
    let months = (goals.first?.months.map(\.month) ?? []).filter { month in
      goals.contains { $0.months.contains { $0.month == month && $0.actual != nil } }
    }
    let rows = goals.map { goal in
      let highest = goal.months.compactMap(\.actual).max() ?? .zero
      let line = Sparkline(
        values: goal.months.map(\.actual), highest: highest,
        text: RecentWording.line(of: goal.months.map { ($0.month, $0.actual) }))
      return [Cell(.text(goal.name)), Cell(.sparkline(line))]
        + months.map { month -> Cell in
          guard let own = goal.months.first(where: { $0.month == month }), let actual = own.actual else {
            return Cell(.text(""))
          }
          return Cell(.workRVURate(actual), detail: "of \(CellValue.workRVURate(own.target).text)")
        }
    }
    return ReportTable(
      "wRVUs by month, with each month's part of the target",
      columns: [.words("Clinician"), .words("Through the year")]
        + months.map { .numbers(DateWording.shortName(ofMonth: $0.month)) }, rows: rows,
      notes: ["A month without a figure lies outside the clinician's time; months to come are left out."])
  }
}
