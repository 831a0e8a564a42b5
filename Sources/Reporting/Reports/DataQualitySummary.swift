import ProductivityModel

/// How good the data are, in one figure row and a sentence or two: the first thing on the index and the practice page.
enum DataQualitySummary {
  /// The figures, what became of the records, and where to read more.
  static func blocks(of results: RunResults) -> [ReportBlock] {
    let errors = results.findings.count { $0.severity == .error }
    let warnings = results.findings.count { $0.severity == .warning }
    var blocks: [ReportBlock] = [.figures(figures(of: results)), .paragraph(records(of: results))]
    let link = ReportLink("See data quality.", to: .dataQuality)
    if !addsUp(results) {
      blocks.append(.note(ReportNote(.fault, FateBalance.sentence(of: results.controlTotals), link: link)))
    }
    if errors > 0 {
      let records = results.findings.reduce(0) { $0 + ($1.severity == .error ? $1.count : 0) }
      let text =
        "\(CountWording.sentence(CountWording.count(errors, "finding"))) left "
        + "\(CountWording.count(records, "record")) out of the numbers."
      blocks.append(.note(ReportNote(.fault, text, link: link)))
    } else if warnings > 0 {
      let text =
        "\(CountWording.sentence(CountWording.count(warnings, "warning"))): a number may not be what you expect."
      blocks.append(.note(ReportNote(.caution, text, link: link)))
    } else {
      blocks.append(.note(ReportNote(.information, "No errors and no warnings.", link: link)))
    }
    return blocks
  }

  private static func figures(of results: RunResults) -> [KeyFigure] {
    let records = results.controlTotals.reduce(0) { $0 + $1.records }
    let credited = results.controlTotals.reduce(0) { $0 + $1[.credited] }
    let outside = results.controlTotals.reduce(0) { $0 + $1[.outOfPeriod] }
    let share: CellValue =
      records > outside
      ? .percent(100 * Double(credited) / Double(records - outside))
      : .notAvailable(records > 0 ? "no record lies in the period" : "no records were read")
    return [
      KeyFigure(
        "Records read", .integer(records), "in \(CountWording.count(results.controlTotals.count, "file"))",
        isLeading: true),
      KeyFigure(
        "Credited", share,
        outside > 0
          ? "of the records in the period, \(CellValue.integer(credited).text) with work"
          : "\(CellValue.integer(credited).text) with work"),
      severity(.error, "Errors", in: results), severity(.warning, "Warnings", in: results),
      severity(.note, "Notes", in: results),
    ]
  }

  private static func severity(_ severity: Severity, _ label: String, in results: RunResults) -> KeyFigure {
    let findings = results.findings.filter { $0.severity == severity }
    let records = findings.reduce(0) { $0 + $1.count }
    return KeyFigure(
      label, .integer(findings.count), findings.isEmpty ? "none found" : "on \(CountWording.count(records, "record"))")
  }

  private static func records(of results: RunResults) -> String {
    let records = results.controlTotals.reduce(0) { $0 + $1.records }
    guard records > 0 else { return "No records were read." }
    let fates = Fate.allCases.reversed().compactMap { fate -> String? in
      let count = results.controlTotals.reduce(0) { $0 + $1[fate] }
      return count > 0 ? "\(CellValue.integer(count).text) \(FateWording.phrase(fate))" : nil
    }
    let all = "\(CountWording.sentence(CountWording.count(records, "record"))): \(CountWording.list(fates))."
    return addsUp(results) ? all + " Every record has one fate, and the fates add up to the records read." : all
  }

  private static func addsUp(_ results: RunResults) -> Bool { FateBalance.faults(in: results.controlTotals).isEmpty }
}
