import ProductivityModel

/// One page on what the same lines come to under two fee schedules: by cause, specialty, clinician and family of codes.
public enum FeeImpactReport: RunReport {
  /// The most families of codes that are shown.
  private static let families = 25

  /// The page; none where the run compares no fee schedules.
  public static func reports(of results: RunResults) -> [Report] {
    guard let impact = results.feeImpact else { return [] }
    let (from, to) = (ImpactWording.name(impact.from), ImpactWording.name(impact.to))
    var sections = [ReportSection("The change", change(of: impact))]
    sections.append(
      ReportSection(
        "Specialties",
        [
          .table(table("Work and payments by specialty", "Specialty", impact.specialties, impact) { .specialty($0.id) })
        ]))
    sections.append(
      ReportSection(
        "Clinicians",
        [.table(table("Work and payments by clinician", "Clinician", impact.clinicians, impact) { .clinician($0.id) })])
    )
    sections.append(ReportSection("Families of codes", [.table(familyTable(of: impact))]))
    sections.append(ReportSection("Basis", [.list(basis(of: impact))]))
    var report = Report(
      address: .feeImpact, title: "\(from) and \(to) compared",
      subtitle: "What a change of the fee schedule does to the work credited",
      summary: ImpactWording.summary(of: impact), sections: sections, from: results)
    report.cautions += impact.cautions.filter { !report.cautions.contains($0) }
    return [report]
  }

  // MARK: The change

  private static func change(of impact: Impact) -> [ReportBlock] {
    let total = impact.total
    let (from, to) = (ImpactWording.name(impact.from), ImpactWording.name(impact.to))
    let paid = total.paymentTo - total.paymentFrom
    var blocks: [ReportBlock] = [
      .headline(
        Headline(
          "\(BridgeWording.signed(total.difference)) wRVUs",
          addition: ImpactWording.percent(total.difference, of: total.from),
          context: (total.lines == 0
            ? "No line has work under \(from) or \(to)"
            : "The same \(CountWording.count(total.lines, "line")) with work under \(to) in place of \(from)")
            + ", pay ledger, policy \(impact.from.policy)."
        )),
      .figures([
        KeyFigure("Work", .workRVU(total.from), "wRVUs under \(from)"),
        KeyFigure("Work", .workRVU(total.to), "wRVUs under \(to)", isLeading: true),
        KeyFigure("Payments", .money(total.paymentFrom), payments(impact.from)),
        KeyFigure("Payments", .money(total.paymentTo), payments(impact.to)),
        KeyFigure(
          "Change of payments", .text(ImpactWording.signed(paid)),
          ImpactWording.percent(paid, of: total.paymentFrom).map {
            "\($0) of \(CellValue.money(total.paymentFrom).text)"
          }
            ?? "national amounts"),
      ]),
    ]
    let steps = steps(of: impact)
    if steps.contains(where: { $0.amount != .zero }) {
      let told = steps.map { "\($0.label) \(BridgeWording.signed($0.amount))" }.joined(separator: ", ")
      blocks.append(
        .chart(
          .waterfall(
            WaterfallChart(
              title: "From the work under \(from) to the work under \(to), by cause",
              description:
                "\(CellValue.workRVU(total.from).text) wRVUs under \(from), \(CellValue.workRVU(total.to).text) under \(to): \(told).",
              axis: "Work RVUs", start: WaterfallChart.Step(from, total.from),
              steps: steps.map { WaterfallChart.Step($0.label, $0.amount) }, end: WaterfallChart.Step(to, total.to)))))
    }
    blocks.append(.table(stepTable(of: steps, in: impact)))
    return blocks
  }

  private static func payments(_ side: Impact.Side) -> String {
    "\(ImpactWording.name(side)), " + (side.factor.map { "conversion factor $\($0)" } ?? "factors of the days")
  }

  private typealias Step = (label: String, amount: WorkRVU, sentence: String)

  private static func steps(of impact: Impact) -> [Step] {
    var steps: [Step] = []
    if let name = ImpactWording.adjustments(of: impact) {
      let cited = impact.adjustments.map(\.citation).joined(separator: "; ")
      steps.append(
        (
          CountWording.sentence(name), impact.total.adjustment,
          "Codes whose work is just what the adjustment makes of it: \(cited)."
        ))
    }
    steps.append(
      (
        "Revalued", impact.total.other,
        "Codes valued anew, and lines whose rank or rule changes with the values or indicators of the fee schedule."
      ))
    steps.append(("One side only", impact.total.onlyOneSide, "Codes that only one of the two fee schedules values."))
    return steps
  }

  private static func stepTable(of steps: [Step], in impact: Impact) -> ReportTable {
    let (from, to) = (ImpactWording.name(impact.from), ImpactWording.name(impact.to))
    var running = impact.total.from
    var rows: [[Cell]] = [[Cell(.text("Under \(from)")), Cell(.text("")), Cell(.workRVU(running)), Cell(.text(""))]]
    for step in steps {
      running += step.amount
      rows.append([
        Cell(.text(step.label)), Cell(.text(BridgeWording.signed(step.amount))), Cell(.workRVU(running)),
        Cell(.text(step.sentence)),
      ])
    }
    return ReportTable(
      "The change by cause",
      columns: [.words("Cause"), .numbers("wRVUs"), .numbers("Then"), .words("What stands behind it")], rows: rows,
      totals: [
        Cell(.text("Under \(to)")), Cell(.text(BridgeWording.signed(impact.total.difference))),
        Cell(.workRVU(impact.total.to)), Cell(.text("")),
      ])
  }

  // MARK: By whom and what

  private static func table(
    _ caption: String, _ what: String, _ rows: [Impact.Row], _ impact: Impact, link: (Impact.Row) -> ReportAddress?
  ) -> ReportTable {
    let (from, to) = (ImpactWording.name(impact.from), ImpactWording.name(impact.to))
    let adjustment = ImpactWording.adjustments(of: impact)
    func cells(_ first: Cell, _ sums: Impact.Sums) -> [Cell] {
      [
        first, Cell(.integer(sums.lines)), Cell(.workRVU(sums.from)), Cell(.workRVU(sums.to)),
        Cell(.workRVU(sums.difference)),
        Cell(
          .of(
            ImpactWording.percent(sums.difference, of: sums.from), CellValue.text,
            otherwise: "there is no work under \(from)")),
      ] + (adjustment == nil ? [] : [Cell(.workRVU(sums.adjustment))]) + [
        Cell(.workRVU(sums.other + sums.onlyOneSide)), Cell(.money(sums.paymentTo - sums.paymentFrom)),
      ]
    }
    return ReportTable(
      caption,
      columns: [
        .words(what), .numbers("Lines"), .numbers("wRVUs", from), .numbers("wRVUs", to), .numbers("Change"),
        .numbers("Change", "%"),
      ] + (adjustment == nil ? [] : [.numbers("Of it", "adjusted")]) + [
        .numbers("Of it", adjustment == nil ? "new values" : "other"), .numbers("Payments", "change"),
      ],
      rows: rows.map { row in
        cells(
          Cell(
            .text(row.name), link: link(row),
            detail: row.id == row.name || row.id.isEmpty ? "" : row.id), row.sums)
      }, totals: cells(Cell(.text("All")), impact.total), isSortable: rows.count > 1)
  }

  private static func familyTable(of impact: Impact) -> ReportTable {
    let ranked = impact.families.enumerated().sorted { a, b in
      let (one, other) = (abs(a.element.sums.difference.millionths), abs(b.element.sums.difference.millionths))
      return one != other ? one > other : a.offset < b.offset
    }.map(\.element)
    var shown = Array(ranked.prefix(families))
    let rest = ranked.dropFirst(families)
    if !rest.isEmpty {
      shown.append(
        Impact.Row(
          id: "", name: CountWording.count(rest.count, "other family", "other families"),
          sums: rest.reduce(into: Impact.Sums()) { $0 += $1.sums }))
    }
    return table(
      rest.isEmpty
        ? "Work and payments by family of codes, the largest change first"
        : "The \(families) families of codes with the largest changes", "Family", shown, impact
    ) { _ in nil }
  }

  private static func basis(of impact: Impact) -> [String] {
    var sentences = [
      "The lines of the days counted that have work on either side, credited twice: from \(ImpactWording.side(impact.from)); to \(ImpactWording.side(impact.to)). Services and volume are the same on both sides.",
      "The pay ledger's policy of the practice holds for everyone; policies that are assigned to some clinicians or plans are left out. Work stands with who rendered it.",
    ]
    if !impact.reason.isEmpty { sentences.append(impact.reason) }
    return sentences + ImpactWording.notes(of: impact)
  }
}
