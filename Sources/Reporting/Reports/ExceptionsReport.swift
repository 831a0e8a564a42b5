import ProductivityModel

/// One page of what somebody has to do or look at, by whose task it is.
public enum ExceptionsReport: RunReport {
  /// How many of one owner a page shows; data files have them all.
  private static let shown = 40

  /// The one page.
  public static func reports(of results: RunResults) -> [Report] {
    let all = RunException.all(of: results)
    var sections = [ReportSection("In short", short(of: all, in: results))]
    for owner in ProblemOwner.allCases {
      let own = all.filter { $0.owner == owner }
      guard !own.isEmpty else { continue }
      sections.append(ReportSection(title(of: owner, in: results), [.table(table(of: own))]))
    }
    return [
      Report(
        address: .exceptions, title: "Exceptions", subtitle: "What somebody has to do or look at, by whose task it is",
        summary: summary(of: all, in: results), sections: sections, from: results)
    ]
  }

  /// How many, of what, and what is at stake.
  static func summary(of all: [RunException], in results: RunResults) -> String {
    guard !all.isEmpty else {
      return
        "Nothing has to be done: there are no errors and no warnings, every code has a price, and nothing is worth a review."
    }
    let errors = all.filter { $0.kind == .error }
    var parts: [String] = []
    if !errors.isEmpty { parts.append(CountWording.count(errors.count, "error")) }
    let warnings = all.count { $0.kind == .warning }
    if warnings > 0 { parts.append(CountWording.count(warnings, "warning")) }
    let reviews = all.count { $0.kind == .review }
    if reviews > 0 { parts.append("\(CountWording.count(reviews, "thing")) worth a review") }
    var text = CountWording.sentence(CountWording.list(parts)) + "."
    let records = errors.reduce(0) { $0 + ($1.records ?? 0) }
    if records > 0 {
      text +=
        " The \(errors.count == 1 ? "error leaves" : "errors leave") \(CountWording.count(records, "record")) out of the numbers."
    }
    let unpriced = results.unpricedCodes.reduce(Money.zero) { $0 + $1.charge }
    if unpriced.cents > 0 {
      let lines = results.unpricedCodes.reduce(0) { $0 + $1.lines }
      text +=
        " Services charged \(CellValue.money(unpriced).text) on \(CountWording.count(lines, "line")) have no price and earn no wRVUs."
    }
    return text
  }

  private static func short(of all: [RunException], in results: RunResults) -> [ReportBlock] {
    guard !all.isEmpty else { return [.paragraph("Nothing to do.")] }
    let rows = ProblemOwner.allCases.compactMap { owner -> [Cell]? in
      let own = all.filter { $0.owner == owner }
      guard !own.isEmpty else { return nil }
      return [
        Cell(.text(owner.title)), Cell(.text(results.owners[owner] ?? "nobody named")),
      ] + RunException.Kind.allCases.map { kind in Cell(.integer(own.count { $0.kind == kind })) }
    }
    var blocks: [ReportBlock] = [
      .table(
        ReportTable(
          "By whose task it is",
          columns: [
            .words("Task"), .words("Who"), .numbers("Errors"), .numbers("Warnings"), .numbers("Reviews"),
          ], rows: rows,
          totals: [Cell(.text("All")), Cell(.text(""))]
            + RunException.Kind.allCases.map { kind in Cell(.integer(all.count { $0.kind == kind })) }))
    ]
    if results.owners.isEmpty {
      blocks.append(
        .note(ReportNote(.information, "The job can name who has each task: `owners: {coding: Name, roster: Name}`.")))
    }
    return blocks
  }

  private static func title(of owner: ProblemOwner, in results: RunResults) -> String {
    results.owners[owner].map { "\(owner.title): \($0)" } ?? owner.title
  }

  private static func table(of all: [RunException]) -> ReportTable {
    var rows = all.prefix(shown).map { exception in
      [
        Cell(.text(CountWording.sentence(exception.message)), link: exception.link),
        Cell(.text(exception.kind.word)),
        Cell(exception.records.map(CellValue.integer) ?? .text("")),
        Cell(exception.charge.map(CellValue.money) ?? .text("")),
        Cell(exception.position.map(CellValue.position) ?? .text("")),
        Cell(.text(exception.remedy.isEmpty ? "" : CountWording.sentence(exception.remedy))),
      ]
    }
    let rest = all.dropFirst(shown)
    if !rest.isEmpty {
      let charge = rest.compactMap(\.charge).reduce(Money.zero, +)
      rows.append([
        Cell(.text("\(CellValue.integer(rest.count).text) more, in data/findings.csv and data/unpriced.csv")),
        Cell(.text("")), Cell(.integer(rest.reduce(0) { $0 + ($1.records ?? 0) })),
        Cell(charge.cents > 0 ? .money(charge) : .text("")), Cell(.text("")), Cell(.text("")),
      ])
    }
    var table = ReportTable(
      "What was found, the most urgent first",
      columns: [
        .words("What"), .words("Kind"), .numbers("Records"), .numbers("Charge"), .words("First at"),
        .words("What to do"),
      ], rows: rows)
    table.narrow = .stacked
    return table
  }
}
