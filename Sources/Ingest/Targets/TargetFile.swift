import ProductivityModel

/// The targets of a practice's clinicians, as a file gives them.
public struct TargetFile: Sendable {
  /// The targets, by clinician, specialty and year.
  public var targets: [WorkTarget]
  /// What is wrong with rows; such a row is left out.
  public var findings: [Finding]
  /// The file, its size and hash, for the manifest.
  public var input: (path: String, size: UInt64, sha256: String)

  /// A row of the file.
  private struct Row: Sendable {
    var clinicianID: String
    var specialty: String
    var year: Int
    /// The month's place in the year of targets; nil for the year itself.
    var month: Int?
    var work: WorkRVU
    var position: SourcePosition
  }

  /// Reads a file of targets: `clinician_id,year,work_rvu`, and `specialty` and `month` where they are needed.
  ///
  /// A clinician's year is one row without a month, or rows of months, whose sum is the year's. Where there are both they must
  /// agree; otherwise neither counts.
  ///
  /// - Parameters:
  ///   - roster: the ids of the roster; nil where there is none, and any id is taken.
  ///   - startMonth: the month in which years of targets start, 1 to 12. A year is called by the calendar year in which it ends.
  /// - Throws: ``InputFailure`` where the file cannot be read or its header cannot be used.
  public static func read(
    _ path: String, shownAs file: String, roster: Set<String>?, startMonth: Int
  ) throws(InputFailure) -> TargetFile {
    let table = try PayTableReading(
      required: ["clinician_id", "year", "work_rvu"], optional: ["specialty", "month"],
      key: "clinician, specialty, year and month"
    ).read(path, shownAs: file) { row throws(PayRowFault) in
      let year = try row.year("year")
      let target = Row(
        clinicianID: try row.targeted(roster), specialty: row["specialty"] ?? "", year: year,
        month: try row.monthOfYear(WorkTarget.year(year, startMonth: startMonth)),
        work: WorkRVU(millionths: try row.number("work_rvu", scale: 6, 0...1_000_000_000_000, "a number of work RVUs")),
        position: row.position("work_rvu"))
      return (
        target,
        key: [target.clinicianID, target.specialty.lowercased(), "\(year)", target.month.map(String.init) ?? ""]
      )
    }
    var findings = table.findings
    var targets: [WorkTarget] = []
    let groups = Dictionary(grouping: table.rows) { [$0.clinicianID, $0.specialty.lowercased(), "\($0.year)"] }
    for (_, rows) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      guard let first = rows.first else { continue }
      let days = WorkTarget.year(first.year, startMonth: startMonth)
      let whole = rows.first { $0.month == nil }
      let monthly = rows.filter { $0.month != nil }
      let sum = monthly.reduce(WorkRVU.zero) { $0 + $1.work }
      if let whole, !monthly.isEmpty, whole.work != sum {
        findings.append(
          Finding(
            .mixedTargets, at: whole.position,
            "the year \(first.year) has \(whole.work) work RVUs, and its months add up to \(sum); neither counts",
            hint: "leave the year's row or those of the months, or let them add up"))
        continue
      }
      var months: [WorkRVU]?
      if !monthly.isEmpty {
        var values = [WorkRVU](repeating: .zero, count: days.months.count)
        for row in monthly { if let month = row.month { values[month] = row.work } }
        months = values
      }
      targets.append(
        WorkTarget(
          clinicianID: first.clinicianID, specialty: first.specialty, year: days, work: whole?.work ?? sum,
          months: months, position: first.position))
    }
    return TargetFile(targets: targets, findings: findings, input: table.input)
  }
}

extension HeaderedTable.Row {
  /// The clinician of a target, who must be in the roster where there is one.
  fileprivate func targeted(_ roster: Set<String>?) throws(PayRowFault) -> String {
    let id = try filled("clinician_id")
    guard let roster, !roster.contains(id) else { return id }
    throw PayRowFault(
      .unknownPayee, "clinician_id", "clinician_id is none of the roster's",
      SpellingSuggestion.nearest(to: id, in: roster.sorted()).map { "did you mean \($0)?" }
        ?? "write the id as the roster has it, or add the clinician to the roster")
  }

  /// A month of a year of targets, as `9` or `2026-09`, by its place in the year; nil where the cell is blank.
  fileprivate func monthOfYear(_ year: DayRange) throws(PayRowFault) -> Int? {
    guard let text = self["month"] else { return nil }
    let months = year.months.map(\.month)
    let place: Int?
    if let number = Int(text), text.utf8.count <= 2 {
      place = months.firstIndex { $0.month == number }
    } else {
      let month = try month("month")
      place = months.firstIndex(of: month)
      if place == nil {
        throw PayRowFault(
          .malformedPeriod, "month", "month \(month) is not in the year of its row", "correct the year or the month")
      }
    }
    guard let place else {
      throw PayRowFault(
        .malformedPeriod, "month", "month is \(shown("month", as: .number)), which is no month",
        "write months as 1 to 12 or as 2026-01")
    }
    return place
  }
}
