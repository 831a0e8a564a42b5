import ProductivityModel

/// The use of a code by specialty as words for a table.
public enum CodeUsageTable {
  /// The headings.
  public static func headings(of usage: CodeUsage) -> [String] {
    ["Specialty", "Services", "Share"] + (hasLines(usage) ? ["Lines"] : [])
      + (hasClinicians(usage) ? ["Clinicians"] : [])
  }

  /// The first rows, as many cells as headings.
  public static func rows(of usage: CodeUsage, limit: Int) -> [[String]] {
    let all = usage.units.tenThousandths
    let hasLines = hasLines(usage)
    let hasClinicians = hasClinicians(usage)
    return usage.rows.prefix(limit).map { row in
      let share = all > 0 ? Double(row.units.tenThousandths) / Double(all) * 100 : 0
      return [row.specialty, CellValue.units(row.units).text, CellValue.percent(share).text]
        + (hasLines ? [row.lines.map { CellValue.integer($0).text } ?? "n/a"] : [])
        + (hasClinicians ? [row.clinicians.map { CellValue.integer($0).text } ?? "n/a"] : [])
    }
  }

  /// How many specialties more there are, in a sentence; none where all are shown.
  public static func remainder(of usage: CodeUsage, limit: Int) -> [String] {
    let more = usage.rows.count - limit
    guard more > 0 else { return [] }
    let units = usage.rows.dropFirst(limit).reduce(Units.zero) { $0 + $1.units }
    return [
      "\(CountWording.count(more, "more specialty", "more specialties")) did \(CellValue.units(units).text) services together."
    ]
  }

  private static func hasLines(_ usage: CodeUsage) -> Bool { usage.rows.contains { $0.lines != nil } }
  private static func hasClinicians(_ usage: CodeUsage) -> Bool { usage.rows.contains { $0.clinicians != nil } }
}
