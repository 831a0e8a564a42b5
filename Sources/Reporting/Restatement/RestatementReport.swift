import ProductivityModel

/// The page of a restatement: what changed in a period that was reported before, by cause, clinician, month and line.
public enum RestatementReport {
  /// The most lines that the page shows; the data have all.
  private static let mostLines = 500

  /// The page.
  ///
  /// - Parameters:
  ///   - cautions: sentences that every page of the later run carries.
  public static func report(of restatement: Restatement, cautions: [String]) -> Report {
    var sections = [ReportSection("The change", change(of: restatement))]
    if !restatement.clinicians.isEmpty {
      sections.append(ReportSection("Clinicians", [.table(clinicians(of: restatement))]))
      sections.append(ReportSection("Months", [.table(months(of: restatement))]))
    }
    if !restatement.roles.isEmpty {
      sections.append(ReportSection("Time and placement", [.table(roles(of: restatement))]))
    }
    if let pay = restatement.pay, !pay.isEmpty {
      sections.append(ReportSection("Pay", [.table(self.pay(pay, of: restatement))]))
    }
    if !restatement.lines.isEmpty { sections.append(ReportSection("Lines", lines(of: restatement))) }
    sections.append(ReportSection("What is the same", [.list(same(in: restatement))]))
    sections.append(ReportSection("Basis", [.list(RestatementWording.basis(of: restatement))]))
    var report = Report(
      address: .restatement, title: "Restatement of \(BridgeWording.name(of: restatement.period))",
      subtitle: "What changed since the earlier run", practice: restatement.later.practice,
      period: DateWording.period(restatement.period), cautions: cautions, sections: sections, footing: [])
    report.summary = RestatementWording.summary(of: restatement)
    return report
  }

  // MARK: The change

  private static func change(of restatement: Restatement) -> [ReportBlock] {
    let total = restatement.total
    var blocks: [ReportBlock] = [
      .headline(
        Headline(
          "\(BridgeWording.signed(total.change.benchmark)) wRVUs",
          addition: ImpactWording.percent(total.change.benchmark, of: total.earlier.benchmark),
          context:
            "Benchmark ledger, \(CellValue.workRVU(total.later.benchmark).text) where the earlier run said \(CellValue.workRVU(total.earlier.benchmark).text); pay ledger \(BridgeWording.signed(total.change.pay))."
        ))
    ]
    let steps = RestatementCause.allCases.compactMap { cause in
      total.causes[cause].map { (cause: cause, effect: $0) }
    }
    let drawn = steps.filter { $0.effect.benchmark != .zero }
    if !drawn.isEmpty {
      let told = drawn.map {
        "\(RestatementWording.label($0.cause)) \(BridgeWording.signed($0.effect.benchmark))"
      }
      blocks.append(
        .chart(
          .waterfall(
            WaterfallChart(
              title: "From what the earlier run said to what holds now, benchmark ledger",
              description:
                "\(CellValue.workRVU(total.earlier.benchmark).text) wRVUs then, \(CellValue.workRVU(total.later.benchmark).text) now: \(told.joined(separator: ", ")).",
              axis: "Work RVUs", start: WaterfallChart.Step("Earlier run", total.earlier.benchmark),
              steps: drawn.map { WaterfallChart.Step(RestatementWording.label($0.cause), $0.effect.benchmark) },
              end: WaterfallChart.Step("This run", total.later.benchmark)))))
    }
    let rows = steps.map { step in
      [
        Cell(.text(RestatementWording.label(step.cause))),
        Cell(.integer(restatement.lines.count { $0.causes.contains(step.cause) })),
        Cell(.workRVU(step.effect.benchmark)), Cell(.workRVU(step.effect.pay)),
        Cell(.text(RestatementWording.sentence(step.cause))),
      ]
    }
    blocks.append(
      .table(
        ReportTable(
          "The change by cause",
          columns: [
            .words("Cause"), .numbers("Lines"), .numbers("wRVUs", "benchmark"), .numbers("wRVUs", "pay"),
            .words("What stands behind it"),
          ], rows: rows,
          totals: [
            Cell(.text("All")), Cell(.integer(restatement.lines.count)), Cell(.workRVU(total.change.benchmark)),
            Cell(.workRVU(total.change.pay)), Cell(.text("")),
          ])))
    return blocks
  }

  // MARK: By whom and when

  private static func sums(
    _ caption: String, _ first: [ReportTable.Column], _ rows: [([Cell], Restatement.Sums)], _ total: Restatement.Sums
  ) -> ReportTable {
    let causes = RestatementCause.allCases.filter { cause in
      total.causes[cause] != nil || rows.contains { row in row.1.causes[cause] != nil }
    }
    func cells(_ names: [Cell], _ sums: Restatement.Sums) -> [Cell] {
      names + [
        Cell(.workRVU(sums.earlier.benchmark)), Cell(.workRVU(sums.later.benchmark)),
        Cell(.workRVU(sums.change.benchmark)),
      ] + causes.map { Cell(.workRVU(sums.causes[$0]?.benchmark ?? .zero)) } + [Cell(.workRVU(sums.change.pay))]
    }
    var all = [Cell](repeating: Cell(.text("")), count: first.count)
    all[0] = Cell(.text("All that changed"))
    let changed = rows.reduce(into: Restatement.Sums()) { $0 += $1.1 }
    return ReportTable(
      caption,
      columns: first + [.numbers("Earlier", "benchmark"), .numbers("Now", "benchmark"), .numbers("Change")]
        + causes.map { .numbers("Of it", RestatementWording.label($0).lowercased()) } + [.numbers("Change", "pay")],
      rows: rows.map { cells($0.0, $0.1) }, totals: cells(all, changed), isSortable: rows.count > 1)
  }

  private static func clinician(_ id: String, _ restatement: Restatement) -> Cell {
    let name = restatement.name(of: id)
    return Cell(.text(name), detail: name == id ? "" : id)
  }

  private static func clinicians(of restatement: Restatement) -> ReportTable {
    sums(
      "wRVUs by clinician", [.words("Clinician")],
      restatement.clinicians.map { ([clinician($0.id, restatement)], $0.sums) }, restatement.total)
  }

  private static func months(of restatement: Restatement) -> ReportTable {
    sums(
      "wRVUs by clinician and month of service", [.words("Clinician"), .words("Month")],
      restatement.months.map { ([clinician($0.clinician, restatement), Cell(.month($0.month))], $0.sums) },
      restatement.total)
  }

  private static func roles(of restatement: Restatement) -> ReportTable {
    let surveys = Set(restatement.roles.flatMap { [$0.earlier?.survey, $0.later?.survey] }.compactMap { $0 })
      .filter { !$0.isEmpty }.sorted()
    func placement(_ role: RecordedRun.Role?) -> Cell {
      guard let role else { return Cell(.notAvailable("not there")) }
      guard !role.percentile.isEmpty else { return Cell(.notAvailable("not placed")) }
      return Cell(
        .text(Double(role.percentile).map(PlacementWording.cell) ?? role.percentile),
        detail: surveys.count > 1 ? role.survey : "")
    }
    func annual(_ role: RecordedRun.Role?) -> Cell {
      Cell(.of(role?.annualized, CellValue.workRVURate, otherwise: role == nil ? "not there" : "not annualised"))
    }
    func fte(_ role: RecordedRun.Role?) -> Cell {
      guard let role, !role.clinicalFTE.isEmpty else { return Cell(.notAvailable("not known")) }
      let fte = Double(role.clinicalFTE).map { CellValue.clinicalFTE(Int64(($0 * 1_000_000).rounded())).text }
      return Cell(.text(fte ?? role.clinicalFTE), detail: role.days.isEmpty ? "" : "\(role.days) days")
    }
    func rank(_ role: RecordedRun.Role?) -> Cell {
      guard let role else { return Cell(.notAvailable("not there")) }
      return Cell(role.rank.isEmpty ? .notAvailable("not ranked") : .text(role.rank))
    }
    return ReportTable(
      "Clinical time, annual benchmark wRVUs per 1.0 clinical FTE, percentile in the survey and rank here, where one changed",
      columns: [
        .words("Clinician"), .words("Specialty"), .numbers("FTE", "earlier"), .numbers("FTE", "now"),
        .numbers("wRVUs", "earlier"), .numbers("wRVUs", "now"), .numbers("Percentile", "earlier"),
        .numbers("Percentile", "now"), .numbers("Rank", "earlier"), .numbers("Rank", "now"),
      ],
      rows: restatement.roles.map { role in
        let any = role.later ?? role.earlier
        return [
          clinician(any?.clinician ?? "", restatement), Cell(.text(StandingWording.specialty(any?.specialty ?? ""))),
          fte(role.earlier), fte(role.later), annual(role.earlier), annual(role.later), placement(role.earlier),
          placement(role.later), rank(role.earlier), rank(role.later),
        ]
      }, isSortable: restatement.roles.count > 1,
      notes: (surveys.count == 1 ? ["Placed in \(surveys[0])."] : []) + [
        "What each placement stands on, in words, is in the JSON form of this report and in each run's data/placements.csv."
      ])
  }

  private static func pay(_ pay: [Restatement.Pay], of restatement: Restatement) -> ReportTable {
    let none = "no statement"
    func cells(_ first: Cell, _ before: Money?, _ after: Money?) -> [Cell] {
      let difference = before.flatMap { before in after.map { $0 - before } }
      return [before, after, difference].reduce(into: [first]) {
        $0.append(Cell(.of($1, CellValue.money, otherwise: none)))
      }
    }
    let known = pay.filter { $0.difference != nil }
    return ReportTable(
      "What the plans pay over all days of the run, where it changed",
      columns: [.words("Clinician"), .numbers("Earlier"), .numbers("Now"), .numbers("Difference")],
      rows: pay.map { cells(clinician($0.clinician, restatement), $0.before, $0.after) },
      totals: cells(
        Cell(.text("All with a statement in both")), known.reduce(.zero) { $0 + ($1.before ?? .zero) },
        known.reduce(.zero) { $0 + ($1.after ?? .zero) }),
      isSortable: pay.count > 1)
  }

  // MARK: Lines

  private static func lines(of restatement: Restatement) -> [ReportBlock] {
    let rows = restatement.lines.prefix(mostLines).map { line in
      // Only what falls into the days told comes to the sums above.
      func counted(_ recorded: RecordedLine?) -> LedgerPair {
        recorded.flatMap { restatement.period.contains($0.identity.date) ? $0.credit : nil } ?? LedgerPair()
      }
      let (before, after) = (counted(line.earlier), counted(line.later))
      let change = after - before
      return [
        Cell(.position(line.position)), clinician(of: line, restatement), Cell(.text(day(of: line))),
        Cell(.literal(RestatementWording.standing(line.earlier))),
        Cell(.literal(RestatementWording.standing(line.later))),
        Cell(
          .text(CountWording.sentence(CountWording.list(line.causes.map { RestatementWording.label($0).lowercased() })))
        ),
        Cell(.workRVU(before.benchmark)), Cell(.workRVU(after.benchmark)),
        Cell(.workRVU(change.benchmark)), Cell(.workRVU(change.pay)),
      ]
    }
    let table = ReportTable(
      "Lines that earn something else, or stand elsewhere",
      columns: [
        .words("File and line"), .words("Clinician"), .words("Day"), .words("Earlier"), .words("Now"), .words("Cause"),
        .numbers("wRVUs", "earlier"), .numbers("wRVUs", "now"), .numbers("Change", "benchmark"),
        .numbers("Change", "pay"),
      ], rows: Array(rows), isSortable: rows.count > 1)
    guard restatement.lines.count > mostLines else { return [.table(table)] }
    return [
      .paragraph(
        "The first \(mostLines) of \(CellValue.integer(restatement.lines.count).text) lines; the CSV and JSON forms have all."
      ),
      .table(table),
    ]
  }

  /// Whose a line is; whose it was too, where that is another.
  private static func clinician(of line: Restatement.Line, _ restatement: Restatement) -> Cell {
    let ids = [line.earlier, line.later].compactMap { $0?.identity.clinician }
    guard ids.count == 2, ids[0] != ids[1] else { return clinician(ids.last ?? "", restatement) }
    return Cell(.text(ids.map(restatement.name).joined(separator: ", now ")), detail: ids.joined(separator: ", now "))
  }

  /// The day of a line; the earlier one too, where that is another.
  private static func day(of line: Restatement.Line) -> String {
    let days = [line.earlier, line.later].compactMap { $0?.identity.date.description }
    return days.count == 2 && days[0] != days[1] ? days.joined(separator: ", now ") : days.last ?? ""
  }

  private static func same(in restatement: Restatement) -> [String] {
    var sentences = [
      "\(CountWording.sentence(CountWording.count(restatement.unchangedLines, "line"))) \(restatement.unchangedLines == 1 ? "is" : "are") the same in everything that is kept of \(restatement.unchangedLines == 1 ? "it" : "them")."
    ]
    if restatement.linesValuedOtherwise > 0 {
      let one = restatement.linesValuedOtherwise == 1
      sentences.append(
        "\(CountWording.sentence(CountWording.count(restatement.linesValuedOtherwise, "line"))) \(one ? "is valued by another release or rule and earns what it did" : "are valued by another release or rule and earn what they did")."
      )
    }
    if restatement.linesWithoutEffect > 0 {
      let one = restatement.linesWithoutEffect == 1
      sentences.append(
        "\(CountWording.sentence(CountWording.count(restatement.linesWithoutEffect, "line"))) \(one ? "is new, gone or another and earns what it did" : "are new, gone or others and earn what they did"), such as lines without work."
      )
    }
    if restatement.roles.isEmpty { sentences.append("Clinical time, placements and ranks are the same.") }
    switch restatement.pay {
    case nil: sentences.append("Pay is not compared: one of the runs has no statements.")
    case .some(let pay) where pay.isEmpty: sentences.append("What the plans pay is the same.")
    default: break
    }
    return sentences
  }
}
