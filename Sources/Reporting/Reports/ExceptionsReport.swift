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
    guard !all.isEmpty || results.findingCounts.errors + results.findingCounts.warnings > 0 else {
      return
        "Nothing has to be done: there are no errors and no warnings, every code has a price, and nothing is worth a review."
    }
    let counts = results.findingCounts
    var parts: [String] = []
    if counts.errors > 0 { parts.append(CountWording.count(counts.errors, "error")) }
    if counts.warnings > 0 { parts.append(CountWording.count(counts.warnings, "warning")) }
    let reviews = all.count { $0.kind == .review }
    if reviews > 0 { parts.append("\(CountWording.count(reviews, "thing")) worth a review") }
    var text = CountWording.sentence(CountWording.list(parts)) + "."
    let onPay = counts.errorsOnPay + counts.warningsOnPay
    if onPay > 0 {
      text +=
        " \(CountWording.sentence(CellValue.integer(onPay).text)) of the errors and warnings \(onPay == 1 ? "is" : "are") on plans and pay and \(onPay == 1 ? "is" : "are") not listed here."
    }
    if counts.errors > 0 || results.rejectedRecords > 0 { text += " " + RejectionWording.sentence(of: results) }
    let unpriced = results.unpricedCodes.reduce(Money.zero) { $0 + $1.charge }
    if unpriced.cents > 0 {
      let lines = results.unpricedCodes.reduce(0) { $0 + $1.lines }
      text +=
        " Services charged \(CellValue.money(unpriced).text) on \(CountWording.count(lines, "line")) have no price and earn no wRVUs."
    }
    return text
  }

  private static func short(of all: [RunException], in results: RunResults) -> [ReportBlock] {
    let counts = results.findingCounts
    let onPay = counts.errorsOnPay + counts.warningsOnPay
    guard !all.isEmpty || onPay > 0 else { return [.paragraph("Nothing to do.")] }
    var rows = ProblemOwner.allCases.compactMap { owner -> [Cell]? in
      let own = all.filter { $0.owner == owner }
      guard !own.isEmpty else { return nil }
      return [
        Cell(.text(owner.title)), Cell(.text(results.owners[owner] ?? "nobody named")),
      ] + RunException.Kind.allCases.map { kind in Cell(.integer(count(kind, of: own))) }
    }
    if onPay > 0 {
      rows.append([
        Cell(.text(ProblemOwner.compensation.title), detail: "not listed here, since this page shows no pay"),
        Cell(.text(results.owners[.compensation] ?? "nobody named")), Cell(.integer(counts.errorsOnPay)),
        Cell(.integer(counts.warningsOnPay)), Cell(.integer(0)),
      ])
    }
    var blocks: [ReportBlock] = [
      .table(
        ReportTable(
          "By whose task it is",
          columns: [
            .words("Task"), .words("Who"), .numbers("Errors"), .numbers("Warnings"), .numbers("Reviews"),
          ], rows: rows,
          totals: [
            Cell(.text("All")), Cell(.text("")), Cell(.integer(counts.errors)), Cell(.integer(counts.warnings)),
            Cell(.integer(count(.review, of: all))),
          ]))
    ]
    if onPay > 0 {
      blocks.append(
        .note(
          ReportNote(
            .information,
            "What is on plans and pay stands in `data/findings.csv` and, where the run makes it, on the page of compensation."
          )))
    }
    if results.owners.isEmpty {
      blocks.append(
        .note(ReportNote(.information, "The job can name who has each task: `owners: {coding: Name, roster: Name}`.")))
    }
    return blocks
  }

  /// How many findings there are of a kind, or reviews: what is united in one row counts as often as it was found.
  private static func count(_ kind: RunException.Kind, of all: [RunException]) -> Int {
    all.reduce(0) { $0 + ($1.kind == kind ? kind == .review ? 1 : $1.findings : 0) }
  }

  private static func title(of owner: ProblemOwner, in results: RunResults) -> String {
    results.owners[owner].map { "\(owner.title): \($0)" } ?? owner.title
  }

  private static func table(of all: [RunException]) -> ReportTable {
    var earlier: RunException?
    var rows = all.prefix(shown).map { exception in
      let isSame = !exception.remedy.isEmpty && earlier?.remedy == exception.remedy && earlier?.kind == exception.kind
      earlier = exception
      return [
        Cell(.text(CountWording.sentence(exception.message)), link: exception.link),
        Cell(.text(exception.kind.word)),
        Cell(exception.records.map(CellValue.integer) ?? .text("")),
        Cell(exception.charge.map(CellValue.money) ?? .text("")),
        Cell(exception.position.map(CellValue.position) ?? .text("")),
        Cell(.text(isSame ? "As above" : exception.remedy.isEmpty ? "" : CountWording.sentence(exception.remedy))),
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
