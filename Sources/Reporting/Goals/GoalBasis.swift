import Benchmarking
import ProductivityModel

/// What the figures of targets stand on: once what holds for everybody, then a table of those for whom something differs.
enum GoalBasis {
  /// How many clinicians are named beside a sentence.
  private static let named = 8

  /// The sentences and the table.
  static func blocks(of goals: [GoalStanding]) -> [ReportBlock] {
    guard let first = goals.first else { return [] }
    var rules: [String] = []
    for rule in goals.flatMap(\.rules) where !rules.contains(rule) { rules.append(rule) }
    let usual = usual(goals)
    let year = BridgeWording.name(of: first.year)
    let counted = "Counted so far: \(usual.counted) of \(CountWording.count(usual.total, "working day")) of \(year)"
    let rows = goals.filter { differs($0, usual) }
    var general = [GoalWording.rule]
    var own: [String] = []
    for rule in rules {
      let theirs = goals.filter { $0.rules.contains(rule) }
      if theirs.count * 2 > goals.count {
        general.append(rule)
      } else {
        own.append("\(names(theirs)): \(rule)")
      }
    }
    general.append(rows.isEmpty ? counted + "." : counted + ", unless the table says otherwise.")
    var blocks: [ReportBlock] = [.list(general)]
    if !own.isEmpty { blocks += [.paragraph("Otherwise for:"), .list(own)] }
    if !rows.isEmpty { blocks.append(.table(table(of: rows))) }
    return blocks
  }

  private static func names(_ goals: [GoalStanding]) -> String {
    let names = goals.prefix(named).map(\.name)
    let rest = goals.count - names.count
    return CountWording.list(names + (rest > 0 ? ["\(CountWording.count(rest, "other"))"] : []))
  }

  /// The working days that most have; of equal numbers the most days.
  private struct Days: Hashable {
    var counted: Int
    var total: Int
  }

  private static func days(of goal: GoalStanding) -> Days {
    Days(counted: goal.workingDaysCounted, total: goal.workingDays)
  }

  private static func usual(_ goals: [GoalStanding]) -> Days {
    let groups = Dictionary(grouping: goals, by: days)
    return groups.max { a, b in
      (a.value.count, a.key.total, a.key.counted) < (b.value.count, b.key.total, b.key.counted)
    }?.key ?? Days(counted: 0, total: 0)
  }

  private static func differs(_ goal: GoalStanding, _ usual: Days) -> Bool {
    days(of: goal) != usual || goal.uncounted != .zero || goal.days != goal.year
  }

  private static func table(of goals: [GoalStanding]) -> ReportTable {
    let rows = goals.map { goal in
      [
        Cell(.text(goal.name), detail: StandingWording.specialty(goal.specialty)),
        Cell(.text(goal.days == goal.year ? "all year" : "\(goal.days.first) to \(goal.days.last)")),
        Cell(.rank(goal.workingDaysCounted, of: goal.workingDays)),
        Cell(goal.actual == nil ? .notAvailable(goal.gap ?? "it is not known") : .workRVU(goal.uncounted)),
      ]
    }
    return ReportTable(
      "Those with other days or work",
      columns: [
        .words("Clinician"), .words("Employed"), .numbers("Working days", "so far, of the year's"),
        .numbers("wRVUs to date", "on days of leave or outside employment"),
      ], rows: rows,
      notes: ["The sentences of each clinician, with every number, are in the column basis of data/goals.csv."])
  }
}
