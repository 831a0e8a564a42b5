import Benchmarking
import ProductivityModel

/// The page of a bridge: the change, how it comes about step by step, and by whom and by which codes.
public enum BridgeReport {
  /// The most families of codes that are shown.
  private static let families = 20

  /// The page.
  public static func report(of bridge: Bridge) -> Report {
    let sum = bridge.total
    let steps = BridgeStep.steps(of: sum, in: bridge)
    var sections = [
      ReportSection(
        "The change",
        [
          .headline(
            Headline(
              "\(BridgeWording.signed(sum.change)) wRVUs",
              addition: BridgeWording.percent(sum.change, of: sum.from), context: BridgeNotes.headline(of: bridge))),
          .chart(.waterfall(chart(of: bridge))), .table(table(of: steps, in: bridge)),
        ])
    ]
    let unknowns = BridgeNotes.unknowns(of: bridge)
    if !unknowns.isEmpty { sections.append(ReportSection("What is not known", [.list(unknowns)])) }
    if !bridge.families.isEmpty { sections.append(ReportSection("Mix", [.table(families(of: bridge))])) }
    if bridge.specialties.count > 1 {
      sections.append(
        ReportSection("Specialties", [.table(sums(bridge.specialties, "The change by specialty", "Specialty", bridge))])
      )
    }
    if bridge.rows.count > 1 {
      let rows = bridge.rows.map { row in
        let name = row.id == row.name ? row.id : "\(row.id) \(row.name)"
        return Bridge.Sum(bridge.specialties.isEmpty ? StandingWording.specialty(row.specialty) : name, [row])
      }
      sections.append(
        ReportSection("Clinicians", [.table(sums(rows, "The change by clinician", "Clinician", bridge))]))
    }
    sections.append(ReportSection("Basis", [.list(BridgeNotes.basis(of: bridge))]))
    return Report(
      address: .bridge, title: BridgeNotes.title(of: bridge),
      subtitle: "What makes the change in work RVUs, \(bridge.ledger.rawValue) ledger", practice: bridge.practice,
      period: bridge.kind == .periods
        ? "\(bridge.from.name), then \(bridge.to.name)" : DateWording.period(bridge.to.period),
      cautions: bridge.cautions, sections: sections, footing: [])
  }

  /// The steps as a picture.
  static func chart(of bridge: Bridge) -> WaterfallChart {
    let sum = bridge.total
    let steps = BridgeStep.steps(of: sum, in: bridge)
    let told = steps.compactMap { step in step.amount.map { "\(step.label) \(BridgeWording.signed($0))" } }
    return WaterfallChart(
      title: "From \(bridge.from.name) to \(bridge.to.name), step by step",
      description: "\(BridgeNotes.headline(of: bridge)) \(told.joined(separator: ", ")).", axis: "Work RVUs",
      start: WaterfallChart.Step(CountWording.sentence(bridge.from.name), sum.from),
      steps: steps.compactMap { step in step.amount.map { WaterfallChart.Step(step.label, $0) } },
      end: WaterfallChart.Step(CountWording.sentence(bridge.to.name), sum.to))
  }

  private static func table(of steps: [BridgeStep], in bridge: Bridge) -> ReportTable {
    var running = bridge.total.from
    var rows: [[Cell]] = [
      [Cell(.text(CountWording.sentence(bridge.from.name))), Cell(.text("")), Cell(.workRVU(running)), Cell(.text(""))]
    ]
    for step in steps {
      running += step.amount ?? .zero
      rows.append([
        Cell(.text(step.label)),
        Cell(step.amount.map { .text(BridgeWording.signed($0)) } ?? .notAvailable("in the volume")),
        Cell(.workRVU(running)), Cell(.text(step.sentence)),
      ])
    }
    return ReportTable(
      "The steps",
      columns: [.words("Step"), .numbers("wRVUs"), .numbers("Then"), .words("What stands behind it")], rows: rows,
      totals: [
        Cell(.text(CountWording.sentence(bridge.to.name))), Cell(.text(BridgeWording.signed(bridge.total.change))),
        Cell(.workRVU(bridge.total.to)), Cell(.text("")),
      ])
  }

  private static func families(of bridge: Bridge) -> ReportTable {
    var rows = bridge.families.prefix(families).map { family in
      [
        Cell(.text(family.name), detail: family.range), Cell(.units(family.from.services)),
        Cell(.units(family.to.services)), Cell(.workRVU(family.from.work)), Cell(.workRVU(family.to.work)),
        Cell(.text(BridgeWording.signed(family.mix))),
      ]
    }
    let rest = bridge.families.dropFirst(families)
    if !rest.isEmpty {
      rows.append([
        Cell(.text(CountWording.count(rest.count, "other family", "other families"))),
        Cell(.units(rest.reduce(.zero) { $0 + $1.from.services })),
        Cell(.units(rest.reduce(.zero) { $0 + $1.to.services })),
        Cell(.workRVU(rest.reduce(.zero) { $0 + $1.from.work })),
        Cell(.workRVU(rest.reduce(.zero) { $0 + $1.to.work })),
        Cell(.text(BridgeWording.signed(rest.reduce(.zero) { $0 + $1.mix }))),
      ])
    }
    let (from, to) = (CountWording.sentence(bridge.from.name), CountWording.sentence(bridge.to.name))
    return ReportTable(
      "The step of the mix by family of codes, of those told by cause",
      columns: [
        .words("Family"), .numbers("Services", from), .numbers("Services", to), .numbers("wRVUs", from),
        .numbers("wRVUs", to), .numbers("Mix", "wRVUs"),
      ], rows: rows,
      totals: [
        Cell(.text("All")), Cell(.units(bridge.total.services.from)), Cell(.units(bridge.total.services.to)),
        Cell(.workRVU(bridge.families.reduce(.zero) { $0 + $1.from.work })),
        Cell(.workRVU(bridge.families.reduce(.zero) { $0 + $1.to.work })),
        Cell(.text(BridgeWording.signed(bridge.total.steps.mix))),
      ])
  }

  private static func sums(_ sums: [Bridge.Sum], _ caption: String, _ title: String, _ bridge: Bridge) -> ReportTable {
    let apart = BridgeStep.Cause.apart(in: bridge)
    func cells(_ sum: Bridge.Sum) -> [Cell] {
      [Cell(.text(sum.name)), Cell(.workRVU(sum.from)), Cell(.workRVU(sum.to)), Cell(.workRVU(sum.change))]
        + (apart.map { sum.steps[$0] }
        + [sum.steps.time, sum.steps.volume, sum.steps.mix, sum.steps.vintage, sum.steps.policy]).map {
          Cell(.workRVU($0))
        }
    }
    return ReportTable(
      caption,
      columns: [
        .words(title), .numbers("wRVUs", CountWording.sentence(bridge.from.name)),
        .numbers("wRVUs", CountWording.sentence(bridge.to.name)), .numbers("Change"),
      ] + apart.map { .numbers(BridgeWording.label($0)) } + [
        .numbers("Time", "days, FTE"), .numbers("Volume"), .numbers("Mix"), .numbers("Fee schedule"),
        .numbers("Policy"),
      ], rows: sums.map(cells), totals: cells(bridge.total), isSortable: true,
      notes: ["Where clinical time is not known a change of it is in the volume."])
  }
}
