import ProductivityModel

/// The control totals: every record of every file, by its fate.
enum ControlTotalTables {
  /// The fates with their meanings, then the files with their fates, and whether they add up.
  static func blocks(of results: RunResults) -> [ReportBlock] {
    let totals = results.controlTotals
    let isFault = !FateBalance.faults(in: totals).isEmpty
    return [
      .note(ReportNote(isFault ? .fault : .information, FateBalance.sentence(of: totals))),
      .table(fates(of: totals, hasClosedDays: results.hasClosedDays)), .table(files(of: totals)),
    ]
  }

  private static func fates(of totals: [ControlTotals], hasClosedDays: Bool) -> ReportTable {
    func meaning(_ fate: Fate) -> String {
      FateWording.meaning(fate)
        + (hasClosedDays && fate == .outOfPeriod ? ", or on a day that is closed and counts as it was closed" : "")
    }
    let records = totals.reduce(0) { $0 + $1.records }
    func share(_ count: Int) -> CellValue {
      records > 0 ? .percent(100 * Double(count) / Double(records)) : .notAvailable("no records were read")
    }
    let rows = Fate.allCases.map { fate in
      let count = totals.reduce(0) { $0 + $1[fate] }
      return [
        Cell(.text(FateWording.title(fate))), Cell(.text(meaning(fate))), Cell(.integer(count)),
        Cell(share(count)),
      ]
    }
    let sum = totals.reduce(0) { $0 + $1.sumOfFates }
    return ReportTable(
      "All files, by fate",
      columns: [.words("Fate"), .words("Meaning"), .numbers("Records"), .numbers("Share")],
      rows: rows, totals: [Cell(.text("Sum")), Cell(.text("")), Cell(.integer(sum)), Cell(share(sum))])
  }

  private static func files(of totals: [ControlTotals]) -> ReportTable {
    let fates = Fate.allCases.filter { fate in totals.contains { $0[fate] != 0 } }
    let rows = totals.map { file in
      [Cell(.literal(file.file)), Cell(.integer(file.records))] + fates.map { Cell(.integer(file[$0])) }
        + [Cell(.units(file.units)), Cell(.money(file.charge))]
    }
    let others = totals.reduce(0) { $0 + $1.otherRows }
    let all = fates.map { fate in Cell(.integer(totals.reduce(0) { $0 + $1[fate] })) }
    return ReportTable(
      "Each file, by fate",
      columns: [.words("File"), .numbers("Records")] + fates.map { .numbers(FateWording.title($0)) }
        + [.numbers("Units"), .numbers("Charge")],
      rows: rows,
      totals: [Cell(.text("All files")), Cell(.integer(totals.reduce(0) { $0 + $1.records }))] + all + [
        Cell(.units(totals.reduce(.zero) { $0 + $1.units })), Cell(.money(totals.reduce(.zero) { $0 + $1.charge })),
      ],
      notes: [
        "Units and charges are sums over the records that were not rejected."
          + (fates.count < Fate.allCases.count ? " Fates that no record has are left out here." : "")
      ]
        + (others == 0
          ? []
          : [
            "\(CountWording.count(others, "row")) of the files \(others == 1 ? "is no record and in none" : "are no records and in none") of these numbers: titles, repeated headers, totals, footers, and what the conditions of a column map leave out. The findings on each file say which."
          ]))
  }
}
