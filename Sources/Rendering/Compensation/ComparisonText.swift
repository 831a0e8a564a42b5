import Compensation
import ProductivityModel
import Reporting

/// A comparison of scenarios as text for a terminal: the budget, who gains and who loses, groups and clinicians.
public enum ComparisonText {
  /// The most clinicians that are named on either side.
  private static let named = 10

  /// The lines of text, without line ends.
  public static func lines(of comparison: ScenarioComparison) -> [String] {
    let scenarios = comparison.comparison.scenarios
    var lines = [
      TextLayout.plain(comparison.practice),
      "What the same lines pay under \(CountWording.count(scenarios.count, "scenario")), \(DateWording.period(comparison.period))",
      "",
    ]
    for (name, change) in zip(scenarios, comparison.changes) {
      lines.append(TextLayout.wrapped(change, first: "  \(TextLayout.plain(name)): ", next: "    "))
    }
    lines += budget(comparison)
    for index in scenarios.indices.dropFirst() { lines += sides(comparison, index) }
    lines += groups("By plan", comparison.comparison.plans, scenarios)
    if comparison.comparison.specialties.count > 1 {
      lines += groups("By specialty", comparison.comparison.specialties, scenarios)
    }
    lines += members(comparison)
    lines.append("")
    for sentence in comparison.basis + comparison.cautions { lines.append(TextLayout.wrapped(sentence)) }
    return lines
  }

  private static func budget(_ comparison: ScenarioComparison) -> [String] {
    let header = ["", "wRVUs", "pay", "difference", "percent", "gain", "lose", "stay"]
    let base = comparison.comparison.total.first?.outcome.pay ?? .zero
    let rows = zip(comparison.comparison.scenarios, comparison.comparison.total).map { name, sum in
      [
        TextLayout.plain(name), CellValue.workRVU(sum.outcome.work).text, PayWording.dollars(sum.outcome.pay),
        PayWording.signed(sum.difference), percent(sum.difference, of: base), String(sum.gain), String(sum.lose),
        String(sum.stay),
      ]
    }
    return ["", "The budget: all clinicians together"] + TextLayout.columns([header] + rows, indent: "  ")
  }

  /// A difference as a share of an amount, to a tenth of a percent; `n/a` of nothing.
  static func percent(_ difference: Money, of base: Money) -> String {
    guard base > .zero else { return "n/a" }
    let tenths = rounded(Int128(difference.cents) * 1_000, over: Int128(base.cents))
    return (tenths > 0 ? "+" : "") + DecimalText.fixed(Int64(tenths), scale: 1, decimals: 1, grouping: true) + "%"
  }

  private static func sides(_ comparison: ScenarioComparison, _ index: Int) -> [String] {
    let name = TextLayout.plain(comparison.comparison.scenarios[index])
    return [(true, "gains"), (false, "loses")].flatMap { gains, word -> [String] in
      let all = comparison.changed(under: index, gains: gains)
      guard !all.isEmpty else { return ["", "Nobody \(word) under \(name)."] }
      let rows = all.prefix(named).map { member, difference in
        [
          identity(of: member, comparison), TextLayout.plain(member.plan),
          PayWording.dollars(member.outcomes[index].pay), PayWording.signed(difference),
        ]
      }
      let more = all.count > named ? ["  and \(all.count - named) more"] : []
      return ["", "Who \(word) under \(name)"] + TextLayout.columns(Array(rows), indent: "  ") + more
    }
  }

  private static func groups(
    _ title: String, _ groups: [PlanComparison.Group], _ scenarios: [String]
  ) -> [String] {
    let header = ["", "clinicians"] + scenarios.map(TextLayout.plain) + differences(scenarios)
    let rows = groups.map { group in
      [TextLayout.plain(StandingWording.specialty(group.name)), String(group.members)]
        + group.sums.map { PayWording.dollars($0.outcome.pay) }
        + group.sums.dropFirst().map { PayWording.signed($0.difference) }
    }
    return ["", title] + TextLayout.columns([header] + rows, indent: "  ")
  }

  private static func members(_ comparison: ScenarioComparison) -> [String] {
    let scenarios = comparison.comparison.scenarios
    let header = ["", "plan"] + scenarios.map(TextLayout.plain) + differences(scenarios)
    let rows = comparison.comparison.members.map { member in
      let own = member.outcomes.first?.pay ?? .zero
      return [identity(of: member, comparison), TextLayout.plain(member.plan)]
        + member.outcomes.map { PayWording.dollars($0.pay) }
        + member.outcomes.dropFirst().map { PayWording.signed($0.pay - own) }
    }
    return ["", "By clinician"] + TextLayout.columns([header] + rows, indent: "  ")
  }

  /// The headings over differences from the job as it stands.
  private static func differences(_ scenarios: [String]) -> [String] {
    scenarios.dropFirst().map { "\(TextLayout.plain($0)) +/-" }
  }

  private static func identity(of member: PlanComparison.Member, _ comparison: ScenarioComparison) -> String {
    let name = comparison.name(of: member.id)
    return TextLayout.plain(name == member.id ? name : "\(member.id) \(name)")
  }
}
