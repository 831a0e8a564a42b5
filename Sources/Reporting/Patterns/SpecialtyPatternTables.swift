import Benchmarking
import ProductivityModel

/// The tables of a specialty's page on visits by level and modifiers: one row a clinician.
enum SpecialtyPatternTables {
  /// A table for each kind of visit of which the specialty has enough, and one of modifiers.
  static func tables(of clinicians: [ClinicianResult], in results: RunResults) -> [ReportTable] {
    var families: [String] = []
    for pattern in clinicians.flatMap(\.patterns.visits) where !families.contains(pattern.family) {
      families.append(pattern.family)
    }
    return families.compactMap { visits($0, clinicians, in: results) } + modifiers(clinicians, in: results)
  }

  private static func visits(
    _ family: String, _ clinicians: [ClinicianResult], in results: RunResults
  ) -> ReportTable? {
    let members = clinicians.compactMap { clinician in
      clinician.patterns.visits.first { $0.family == family }.map { (clinician: clinician, pattern: $0) }
    }
    let total = members.reduce(Int64(0)) { $0 + $1.pattern.visits.tenThousandths }
    guard total >= Int64(results.patternRules.review.minimumLines) * 10_000 else { return nil }
    let levels = Set(members.flatMap { $0.pattern.levels.map { "\($0.level) \($0.code)" } }).sorted()
    let codes = levels.compactMap { $0.split(separator: " ").last.map(String.init) }
    func count(_ code: String, _ pattern: VisitPattern) -> Int64 {
      pattern.levels.first { $0.code == code }?.visits.tenThousandths ?? 0
    }
    func share(_ count: Int64, _ total: Int64) -> Cell {
      Cell(total > 0 ? .percent(100 * Double(count) / Double(total)) : .notAvailable("there are no visits"))
    }
    let rows = members.map { member in
      [name(member.clinician), Cell(.units(member.pattern.visits))]
        + codes.map { share(count($0, member.pattern), member.pattern.visits.tenThousandths) } + [
          Cell(.text(flags(member.pattern.levels.filter(\.isForReview).map(\.code))))
        ]
    }
    let totals =
      [Cell(.text("All of the specialty")), Cell(.units(Units(tenThousandths: total)))]
      + codes.map { code in share(members.reduce(0) { $0 + count(code, $1.pattern) }, total) } + [Cell(.text(""))]
    return ReportTable(
      family, columns: [.words("Clinician"), .numbers("Visits")] + codes.map { .numbers($0) } + [.words("Flag")],
      rows: rows, totals: totals, isSortable: rows.count > 1)
  }

  private static func modifiers(_ clinicians: [ClinicianResult], in results: RunResults) -> [ReportTable] {
    var names: [String] = []
    for pattern in clinicians.flatMap(\.patterns.modifiers) where pattern.carrying > 0 && !names.contains(pattern.name)
    {
      names.append(pattern.name)
    }
    guard !names.isEmpty else { return [] }
    let rows = clinicians.filter { !$0.patterns.modifiers.isEmpty }.map { clinician in
      let own = clinician.patterns.modifiers
      return [name(clinician)]
        + names.map { name in
          let pattern = own.first { $0.name == name }
          return Cell(
            .of(pattern?.share, PatternWording.percent, otherwise: "no lines on which the modifier means something"),
            detail: pattern.map { "of \(CellValue.integer($0.lines).text)" } ?? "")
        } + [Cell(.text(flags(own.filter(\.isForReview).map(\.name))))]
    }
    return [
      ReportTable(
        "Share of lines with a modifier, of those on which it means something",
        columns: [.words("Clinician")] + names.map { .numbers($0) } + [.words("Flag")], rows: rows,
        isSortable: rows.count > 1)
    ]
  }

  private static func name(_ clinician: ClinicianResult) -> Cell {
    Cell(.text(clinician.name), link: .clinician(clinician.id))
  }

  private static func flags(_ subjects: [String]) -> String {
    subjects.isEmpty ? "" : "review " + subjects.joined(separator: ", ")
  }
}
