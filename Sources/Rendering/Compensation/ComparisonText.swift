import Compensation
import ProductivityModel
import Reporting

/// A comparison of scenarios as text for a terminal: what each changes and what comes of it, the budget, groups, clinicians.
public enum ComparisonText {
  /// The most scenarios of which pay stands in a column of its own beside the difference.
  private static let widest = 2

  /// The lines of text, without line ends.
  public static func lines(of comparison: ScenarioComparison) -> [String] {
    let scenarios = comparison.comparison.scenarios
    let others = CountWording.count(scenarios.count - 1, "other scenario")
    var lines = [
      TextLayout.plain(comparison.practice),
      "What the same lines pay as it stands and under \(others), \(DateWording.period(comparison.period))",
    ]
    for index in scenarios.indices { lines += scenario(comparison, index) }
    lines += budget(comparison)
    lines += groups("By plan", comparison.comparison.plans, comparison)
    if comparison.comparison.specialties.count > 1 {
      lines += groups("By specialty", comparison.comparison.specialties, comparison)
    }
    lines += members(comparison) + caps(comparison)
    for index in scenarios.indices where index < comparison.levels.count && !comparison.levels[index].isEmpty {
      lines += LevelText.lines(of: comparison.levels[index], under: scenarios[index])
    }
    lines.append("")
    if !comparison.tellsLevels {
      lines.append(
        TextLayout.wrapped("With --level: the threshold and the rate that would hold pay level under each scenario."))
    }
    for sentence in comparison.basis + comparison.cautions { lines.append(TextLayout.wrapped(sentence)) }
    return lines
  }

  /// What a scenario changes and what comes of it.
  private static func scenario(_ comparison: ScenarioComparison, _ index: Int) -> [String] {
    let name = TextLayout.plain(comparison.comparison.scenarios[index])
    guard index > 0 else { return ["", TextLayout.wrapped(comparison.changes[index], first: "\(name): ", next: "  ")] }
    let words = ScenarioWording(comparison, index)
    var lines = ["", TextLayout.wrapped(comparison.changes[index], first: "\(name): ", next: "  ")]
    lines += words.plans.map { TextLayout.wrapped($0, first: "  ", next: "    ") }
    lines += ([words.budget] + [words.extremes, words.caps].compactMap { $0 })
      .map { TextLayout.wrapped($0, first: "  ", next: "  ") }
    return lines
  }

  private static func budget(_ comparison: ScenarioComparison) -> [String] {
    let sums = comparison.comparison.total
    let tellsCaps = sums.contains { $0.atCap > 0 }
    let header =
      ["", "wRVUs", "pay", "difference", "percent", "gain", "lose", "same"]
      + (tellsCaps ? ["at a cap", "without caps", "difference"] : [])
    let base = sums.first?.outcome ?? PlanComparison.Outcome(work: .zero, pay: .zero)
    let rows = zip(comparison.comparison.scenarios, sums).map { name, sum in
      [
        TextLayout.plain(name), CellValue.workRVU(sum.outcome.work).text, PayWording.dollars(sum.outcome.pay),
        PayWording.signed(sum.difference), ScenarioWording.percent(sum.difference, of: base.pay) ?? "n/a",
        String(sum.gain), String(sum.lose), String(sum.stay),
      ]
        + (tellsCaps
          ? [
            String(sum.atCap), PayWording.dollars(sum.outcome.withoutCaps),
            PayWording.signed(sum.outcome.withoutCaps - base.withoutCaps),
          ] : [])
    }
    return ["", "The budget: all clinicians together"] + TextLayout.columns([header] + rows, indent: "  ")
  }

  /// The headings over pay as it stands and the scenarios: of few pay and difference, of many only the difference.
  private static func headings(_ scenarios: [String]) -> [String] {
    [scenarios[0]]
      + scenarios.dropFirst().map(TextLayout.plain).flatMap { name in
        scenarios.count - 1 <= widest ? [name, "\(name) +/-"] : ["\(name) +/-"]
      }
  }

  private static func cells(_ pay: [Money]) -> [String] {
    [PayWording.dollars(pay[0])]
      + pay.dropFirst().flatMap { own in
        pay.count - 1 <= widest
          ? [PayWording.dollars(own), PayWording.signed(own - pay[0])] : [PayWording.signed(own - pay[0])]
      }
  }

  private static func groups(
    _ title: String, _ groups: [PlanComparison.Group], _ comparison: ScenarioComparison
  ) -> [String] {
    let header = ["", "clinicians"] + headings(comparison.comparison.scenarios)
    let rows = groups.map { group in
      [TextLayout.plain(StandingWording.specialty(group.name)), String(group.members)]
        + cells(group.sums.map(\.outcome.pay))
    }
    return ["", title] + TextLayout.columns([header] + rows, indent: "  ")
  }

  private static func members(_ comparison: ScenarioComparison) -> [String] {
    let all = comparison.comparison.members
    let isHeld = all.contains { !held($0, comparison).isEmpty }
    let header = ["", "plan"] + headings(comparison.comparison.scenarios) + (isHeld ? ["pay is held"] : [])
    let rows = all.map { member in
      [TextLayout.plain(comparison.identity(of: member.id)), TextLayout.plain(member.plan)]
        + cells(member.outcomes.map(\.pay)) + (isHeld ? [TextLayout.plain(held(member, comparison))] : [])
    }
    return ["", "By clinician"] + TextLayout.columns([header] + rows, indent: "  ")
  }

  /// What holds a clinician's pay, and under which scenarios where not under all.
  private static func held(_ member: PlanComparison.Member, _ comparison: ScenarioComparison) -> String {
    let scenarios = comparison.comparison.scenarios
    return PayHold.allCases.compactMap { hold in
      let under = scenarios.indices.filter { member.outcomes[$0].holds.contains(hold) }
      guard !under.isEmpty else { return nil }
      let names = under.count == scenarios.count ? "" : " (\(under.map { scenarios[$0] }.joined(separator: ", ")))"
      return LevelWording.state(hold) + names
    }.joined(separator: "; ")
  }

  /// What those at a cap would be paid without it.
  private static func caps(_ comparison: ScenarioComparison) -> [String] {
    let own = comparison.comparison.members.filter { $0.outcomes.contains { $0.holds.contains(.cap) } }
    guard !own.isEmpty else { return [] }
    let header = [""] + headings(comparison.comparison.scenarios)
    let rows = own.map { member in
      [TextLayout.plain(comparison.identity(of: member.id))] + cells(member.outcomes.map(\.withoutCaps))
    }
    return ["", "Without caps: what those at a cap would be paid if their plans had none"]
      + TextLayout.columns([header] + rows, indent: "  ")
  }
}
