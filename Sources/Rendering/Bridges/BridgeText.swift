import ProductivityModel
import Reporting

/// A bridge as text for a terminal.
public enum BridgeText {
  /// The most families that are shown.
  private static let families = 12

  /// The lines of text, without line ends.
  public static func lines(of bridge: Bridge) -> [String] {
    var lines = [
      TextLayout.plain(bridge.practice), TextLayout.plain(BridgeNotes.title(of: bridge)), "",
      TextLayout.wrapped(BridgeNotes.headline(of: bridge)), "",
    ]
    lines += steps(of: bridge)
    lines += families(of: bridge)
    if bridge.specialties.count > 1 { lines += table("By specialty", bridge.specialties, bridge) }
    if bridge.rows.count > 1 {
      lines += table(
        bridge.specialties.isEmpty ? "By specialty" : "By clinician",
        bridge.rows.map { row in
          let name = row.id == row.name ? row.id : "\(row.id) \(row.name)"
          return Bridge.Sum(bridge.specialties.isEmpty ? row.specialty : name, [row])
        }, bridge)
    }
    let unknowns = BridgeNotes.unknowns(of: bridge)
    if !unknowns.isEmpty {
      lines += ["", "What is not known"] + unknowns.map { TextLayout.wrapped($0, first: "  ", next: "  ") }
    }
    lines.append("")
    for note in BridgeNotes.basis(of: bridge) + bridge.cautions { lines.append(TextLayout.wrapped(note)) }
    return lines
  }

  private static func steps(of bridge: Bridge) -> [String] {
    let steps = BridgeStep.steps(of: bridge.total, in: bridge)
    var running = bridge.total.from
    var rows = [["", "wRVUs", "then"], [name(bridge.from), "", work(running)]]
    for step in steps {
      running += step.amount ?? .zero
      rows.append([step.label, step.amount.map(BridgeWording.signed) ?? "n/a", work(running)])
    }
    rows.append([name(bridge.to), BridgeWording.signed(bridge.total.change), work(bridge.total.to)])
    let indent = String(repeating: " ", count: TextLayout.labels)
    return TextLayout.columns(rows, indent: "  ") + [""]
      + steps.map { TextLayout.wrapped($0.sentence, first: padded($0.label), next: indent) }
  }

  private static func padded(_ label: String) -> String {
    label + String(repeating: " ", count: max(1, TextLayout.labels - label.count))
  }

  private static func families(of bridge: Bridge) -> [String] {
    let shown = bridge.families.prefix(families)
    guard !shown.isEmpty else { return [] }
    let header = ["", "services", "then", "wRVUs", "then", "mix"]
    var rows = shown.map { family in
      [
        TextLayout.plain(family.name), CellValue.units(family.from.services).text,
        CellValue.units(family.to.services).text, work(family.from.work), work(family.to.work),
        BridgeWording.signed(family.mix),
      ]
    }
    let rest = bridge.families.dropFirst(families)
    if !rest.isEmpty {
      rows.append([
        CountWording.count(rest.count, "other family", "other families"),
        CellValue.units(rest.reduce(.zero) { $0 + $1.from.services }).text,
        CellValue.units(rest.reduce(.zero) { $0 + $1.to.services }).text,
        work(rest.reduce(.zero) { $0 + $1.from.work }), work(rest.reduce(.zero) { $0 + $1.to.work }),
        BridgeWording.signed(rest.reduce(.zero) { $0 + $1.mix }),
      ])
    }
    return ["", "Mix by family of codes"] + TextLayout.columns([header] + rows, indent: "  ")
  }

  private static func table(_ title: String, _ sums: [Bridge.Sum], _ bridge: Bridge) -> [String] {
    let apart = BridgeStep.Cause.apart(in: bridge)
    let header =
      ["", "from", "to", "change"] + apart.map { BridgeStep.label($0).lowercased() }
      + ["time", "volume", "mix", "fees", "policy"]
    func cells(_ name: String, _ sum: Bridge.Sum) -> [String] {
      let steps = sum.steps
      return [TextLayout.plain(name)]
        + ([sum.from, sum.to, sum.change] + apart.map { steps[$0] }
        + [steps.time, steps.volume, steps.mix, steps.vintage, steps.policy]).map(work)
    }
    let body = sums.map { cells($0.name, $0) }
    return ["", title] + TextLayout.columns([header] + body + [cells("All", bridge.total)], indent: "  ")
  }

  private static func name(_ side: Bridge.Side) -> String { TextLayout.plain(CountWording.sentence(side.name)) }

  private static func work(_ work: WorkRVU) -> String { CellValue.workRVU(work).text }
}
