import Benchmarking
import ProductivityModel

/// The picture of work to date beside each target, those who are farthest behind first.
enum GoalPaceChart {
  /// The most bars of one chart.
  private static let bars = 60

  /// Those whose pace is known, the lowest pace first; of equal ones by name and id.
  static func worstFirst(_ goals: [GoalStanding]) -> [GoalStanding] {
    goals.compactMap { goal in goal.pace.map { (goal, ($0, NameOrder(goal.name, id: goal.id))) } }
      .sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// The chart, and what it leaves out.
  static func blocks(of goals: [GoalStanding]) -> [ReportBlock] {
    let known = worstFirst(goals)
    guard !known.isEmpty else {
      return [.paragraph("There is no pace of anybody to draw; the table says why.")]
    }
    let behind = GoalsReport.count(.behind, known)
    let rows = known.prefix(bars).map { goal in
      let share = share(goal.actual ?? .zero, of: goal.target)
      let standing = GoalWording.standing(of: goal)
      return BulletChart.Row(
        label: goal.name, value: share, points: [], target: self.share(goal.expected, of: goal.target),
        text:
          "\(standing.rawValue): \(CellValue.percent(Double(share) / 1_000_000).text) of \(GoalWording.target(goal.target))",
        shade: standing == .behind ? .dark : .pale)
    }
    var blocks: [ReportBlock] = [
      .chart(
        .bullets(
          BulletChart(
            title: "Work to date as a share of each target, the lowest pace first",
            description:
              "\(CountWording.sentence(CountWording.count(known.count, "clinician"))) with a pace; \(behind == 0 ? "nobody is" : "\(behind) \(behind == 1 ? "is" : "are")") behind the pace of working days. The table gives every figure.",
            axis: "percent of the year's target",
            legend:
              "Bar: work to date, dark for those behind, pale for the others. Tick: the part of the target that falls to the working days so far.",
            rows: Array(rows))))
    ]
    if known.count > bars {
      blocks.append(.paragraph("The picture shows the \(bars) with the lowest pace; the table has all."))
    }
    if known.count < goals.count {
      let rest = goals.count - known.count
      blocks.append(
        .paragraph(
          "\(CountWording.sentence(CountWording.count(rest, "clinician"))) without a pace \(rest == 1 ? "is" : "are") not in the picture; the table says why."
        ))
    }
    return blocks
  }

  /// A part of a whole in millionths of a percent.
  private static func share(_ part: WorkRVU, of whole: WorkRVU) -> Int64 {
    whole.millionths == 0 ? 0 : Int64((Double(part.millionths) / Double(whole.millionths) * 100_000_000).rounded())
  }
}
