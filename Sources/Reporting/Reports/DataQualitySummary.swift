import ProductivityModel

/// How good the data are, in one figure row and a sentence or two.
enum DataQualitySummary {
  /// The figures, what became of the records, and where to read more.
  static func blocks(of results: RunResults) -> [ReportBlock] {
    let counts = results.findingCounts
    var blocks: [ReportBlock] = [.figures(figures(of: results)), .paragraph(records(of: results))]
    let link = ReportLink("See data quality.", to: .dataQuality)
    if !addsUp(results) {
      blocks.append(.note(ReportNote(.fault, FateBalance.sentence(of: results.controlTotals), link: link)))
    }
    if results.rejectedRecords > 0 || counts.errors > 0 {
      blocks.append(.note(ReportNote(.fault, RejectionWording.sentence(of: results), link: link)))
    } else if counts.warnings > 0 {
      let text =
        "\(CountWording.sentence(CountWording.count(counts.warnings, "warning"))): a number may not be what you expect."
      blocks.append(.note(ReportNote(.caution, text, link: link)))
    } else {
      blocks.append(.note(ReportNote(.information, "No errors and no warnings.", link: link)))
    }
    return blocks
  }

  /// Where more than one record in so many is rejected, the line is that of an error.
  private static let leastUnderstood = 100

  /// The same in one line, with where to read more.
  static func line(of results: RunResults) -> ReportBlock {
    let counts = results.findingCounts
    let records = results.controlTotals.reduce(0) { $0 + $1.records }
    let isFault = !addsUp(results)
    let text =
      isFault
      ? FateBalance.sentence(of: results.controlTotals)
      : records == 0
        ? "No records were read."
        : "\(understood(of: results).text) of \(CountWording.count(records, "record")) were understood. \(counts.sentence)"
    let isClean = results.rejectedRecords == 0 && counts.errors == 0 && counts.warnings == 0
    let isBad = results.rejectedRecords * leastUnderstood > records
    let kind: ReportNote.Kind = isFault || isBad ? .fault : isClean ? .information : .caution
    return .note(ReportNote(kind, text, link: ReportLink("See data quality.", to: .dataQuality)))
  }

  private static func figures(of results: RunResults) -> [KeyFigure] {
    let records = results.controlTotals.reduce(0) { $0 + $1.records }
    let counts = results.findingCounts
    return [
      KeyFigure(
        "Records understood", understood(of: results),
        records == 0
          ? "none were read"
          : "\(CellValue.integer(records - results.rejectedRecords).text) of \(CellValue.integer(records).text) read in \(CountWording.count(results.controlTotals.count, "file"))",
        isLeading: true),
      severity(.error, "Errors", counts.errors, in: results),
      severity(.warning, "Warnings", counts.warnings, in: results),
      severity(.note, "Notes", counts.notes, in: results),
    ]
  }

  /// The share of records that are not rejected.
  private static func understood(of results: RunResults) -> CellValue {
    let records = results.controlTotals.reduce(0) { $0 + $1.records }
    return records > 0
      ? .percent(100 * Double(records - results.rejectedRecords) / Double(records))
      : .notAvailable("no records were read")
  }

  /// A record may have several findings: how often something was found is no count of records.
  private static func severity(
    _ severity: Severity, _ label: String, _ count: Int, in results: RunResults
  ) -> KeyFigure {
    let times = results.findings.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) }
    let often = times == 1 ? "found once" : "found \(CellValue.integer(times).text) times"
    return KeyFigure(label, .integer(count), count == 0 ? "none found" : often)
  }

  /// What becomes of records, for those who do not know the names of fates.
  private static let groups: [(fates: [Fate], one: String, many: String)] = [
    ([.credited], "earned work RVUs", "earned work RVUs"),
    (
      [.zeroValued], "carries no work, as laboratory tests and drugs do",
      "carry no work, as laboratory tests and drugs do"
    ),
    ([.excluded], "is not credited by the policy", "are not credited by the policy"),
    ([.unpriced], "has no price", "have no price"),
    (
      [.voided, .duplicate, .superseded], "is void, a duplicate or replaced by a later record",
      "are void, duplicates or replaced by a later record"
    ),
    ([.held], "is held, since it cannot be decided", "are held, since they cannot be decided"),
    ([.outOfPeriod], "lies outside the period", "lie outside the period"),
    ([.rejected], "could not be understood", "could not be understood"),
  ]

  private static func records(of results: RunResults) -> String {
    let records = results.controlTotals.reduce(0) { $0 + $1.records }
    guard records > 0 else { return "No records were read." }
    let parts = groups.compactMap { group -> String? in
      let count = results.controlTotals.reduce(0) { sum, file in sum + group.fates.reduce(0) { $0 + file[$1] } }
      let words = (count == 1 ? group.one : group.many).replacing("outside the period", with: results.outside)
      return count > 0 ? "\(CellValue.integer(count).text) \(words)" : nil
    }
    let all = "\(CountWording.sentence(CountWording.count(records, "record"))): \(CountWording.list(parts))."
    return addsUp(results) ? all + " Every record has one fate, and the fates add up to the records read." : all
  }

  private static func addsUp(_ results: RunResults) -> Bool { FateBalance.faults(in: results.controlTotals).isEmpty }
}
