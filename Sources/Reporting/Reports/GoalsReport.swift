import Benchmarking
import ProductivityModel

/// One page on targets: how far everyone has come, where the year ends at this pace, and where that stands.
public enum GoalsReport: RunReport {
  /// The most bars of one chart.
  private static let bars = 60

  /// The one page; none where the job has no targets.
  public static func reports(of results: RunResults) -> [Report] {
    guard let year = results.goals.first?.year else { return [] }
    var sections = [
      ReportSection("In short", short(of: results.goals, in: results)),
      ReportSection("Pace", pace(of: results.goals)),
      ReportSection("Clinicians", [.table(table(of: results.goals, in: results))]),
    ]
    let months = results.goals.filter { $0.actual != nil }
    if !months.isEmpty { sections.append(ReportSection("Month by month", [.table(monthly(of: months))])) }
    sections.append(ReportSection("Basis", [.list(basis(of: results))]))
    return [
      Report(
        address: .goals, title: "Goals and pace",
        subtitle: "Work RVU targets for \(BridgeWording.name(of: year)), and how far the work has come",
        summary: summary(of: results.goals, in: results), sections: sections, from: results)
    ]
  }

  private static func count(_ standing: GoalWording.Standing, _ goals: [GoalStanding]) -> Int {
    goals.count { GoalWording.standing(of: $0) == standing }
  }

  /// How many are where, and what all of them together come to.
  static func summary(of goals: [GoalStanding], in results: RunResults) -> String {
    let known = GoalWording.Standing.allCases.compactMap { standing -> String? in
      let number = count(standing, goals)
      return number == 0 ? nil : "\(CellValue.integer(number).text) \(standing.rawValue)"
    }
    var text = "Of \(CountWording.count(goals.count, "clinician")) with a target, \(CountWording.list(known))."
    let told = goals.filter { $0.actual != nil }
    for ledger in [GoalStanding.Ledger.pay, .benchmark] {
      let own = told.filter { $0.ledger == ledger }
      guard !own.isEmpty else { continue }
      let actual = own.reduce(WorkRVU.zero) { $0 + ($1.actual ?? .zero) }
      let expected = own.reduce(WorkRVU.zero) { $0 + $1.expected }
      text +=
        " Together they have \(CellValue.workRVU(actual).text) wRVUs in the \(ledger.rawValue) ledger, where their targets by working days come to \(CellValue.workRVU(expected).text)."
    }
    let without = missing(in: results)
    if without > 0 {
      text +=
        " \(CountWording.sentence(CountWording.count(without, "clinician"))) \(without == 1 ? "has" : "have") no target."
    }
    return text
  }

  private static func missing(in results: RunResults) -> Int {
    Set(results.clinicians.map(\.id)).subtracting(results.goals.map(\.id)).count
  }

  private static func short(of goals: [GoalStanding], in results: RunResults) -> [ReportBlock] {
    let reach = goals.filter { goal in goal.projected.map { $0 >= goal.target } ?? false }.count
    let projected = goals.count { $0.projected != nil }
    var figures = [
      KeyFigure("Behind", .integer(count(.behind, goals)), "clinicians, by more than 2 percent", isLeading: true),
      KeyFigure("On pace", .integer(count(.onPace, goals)), "within 2 percent"),
      KeyFigure("Ahead", .integer(count(.ahead, goals)), "by more than 2 percent"),
    ]
    let unknown = count(.unknown, goals)
    if unknown > 0 { figures.append(KeyFigure("Not known", .integer(unknown), "the table says why")) }
    figures.append(
      KeyFigure(
        "Reach the target", projected == 0 ? .notAvailable("no year is projected") : .rank(reach, of: projected),
        "at the pace so far, of those that are projected"))
    if let first = goals.first, goals.allSatisfy({ $0.workingDays == first.workingDays }) {
      figures.append(
        KeyFigure(
          "Working days", .rank(first.workingDaysCounted, of: first.workingDays),
          "of \(BridgeWording.name(of: first.year)) have passed"))
    }
    return [.figures(figures)]
  }

  private static func pace(of goals: [GoalStanding]) -> [ReportBlock] {
    let shown = goals.filter { $0.actual != nil && $0.target.millionths > 0 }
    guard !shown.isEmpty else {
      return [.paragraph("How far the work has come is known of nobody; the table says why.")]
    }
    let rows = shown.prefix(bars).map { goal in
      BulletChart.Row(
        label: goal.name, value: share(goal.actual ?? .zero, of: goal.target), points: [],
        target: share(goal.expected, of: goal.target),
        text:
          "\(CellValue.percent(Double(share(goal.actual ?? .zero, of: goal.target)) / 1_000_000).text) of \(CellValue.workRVURate(goal.target).text)"
      )
    }
    let behind = count(.behind, goals)
    var blocks: [ReportBlock] = [
      .chart(
        .bullets(
          BulletChart(
            title: "Work to date as a share of each target",
            description:
              "\(CountWording.sentence(CountWording.count(shown.count, "clinician"))) with a target; \(behind == 0 ? "nobody is" : "\(behind) \(behind == 1 ? "is" : "are")") behind the pace of working days. The table gives every figure.",
            axis: "percent of the year's target",
            legend: "Bar: work to date. Tick: the part of the target that falls to the working days so far.",
            rows: Array(rows))))
    ]
    if shown.count > bars {
      blocks.append(.paragraph("The picture shows the first \(bars); the table has all."))
    }
    return blocks
  }

  /// A part of a whole in millionths of a percent.
  private static func share(_ part: WorkRVU, of whole: WorkRVU) -> Int64 {
    Int64((Double(part.millionths) / Double(whole.millionths) * 100_000_000).rounded())
  }

  private static func table(of goals: [GoalStanding], in results: RunResults) -> ReportTable {
    let rows = goals.map { goal in
      let why = goal.gap ?? "it is not projected"
      return [
        Cell(.text(goal.name), link: .clinician(goal.id), detail: StandingWording.specialty(goal.specialty)),
        Cell(.workRVU(goal.target)), Cell(.of(goal.actual, CellValue.workRVU, otherwise: why)),
        Cell(.workRVU(goal.expected)), Cell(GoalWording.pace(of: goal)),
        Cell(.text(GoalWording.standing(of: goal).rawValue)),
        Cell(.of(goal.projected, CellValue.workRVU, otherwise: why)),
        Cell(
          .of(
            goal.projectedPlacement, CellValue.placement,
            otherwise: goal.projected == nil ? why : "no row of a survey can be used")),
        Cell(
          .of(
            goal.neededPerWorkingDay, CellValue.workRVU,
            otherwise: goal.gap ?? "no working day is left")),
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

  private static func basis(of results: RunResults) -> [String] {
    var sentences = [GoalWording.rule]
    for sentence in results.goals.flatMap(\.basis) where !sentences.contains(sentence) { sentences.append(sentence) }
    return sentences
  }
}
