/// The sections on what clinicians' work consists of.
enum PatternSections {
  /// Those of a clinician's page.
  ///
  /// - Parameter title: makes a section's title, with the specialty where the page has several.
  static func sections(
    of clinician: ClinicianResult, in results: RunResults, title: (String) -> String
  ) -> [ReportSection] {
    [
      (title("Case mix"), CaseMixSection.blocks(of: clinician, in: results)),
      (title("Visits by level"), VisitSection.blocks(of: clinician, in: results)),
      (title("Modifiers"), ModifierSection.blocks(of: clinician, in: results)),
    ].filter { !$0.1.isEmpty }.map { ReportSection($0.0, $0.1) }
  }

  /// That of a specialty's page.
  static func section(of clinicians: [ClinicianResult], in results: RunResults) -> [ReportSection] {
    let tables = SpecialtyPatternTables.tables(of: clinicians, in: results)
    guard !tables.isEmpty else { return [] }
    return [
      ReportSection(
        "Visits and modifiers",
        tables.map(ReportBlock.table) + [.note(ReportNote(.information, PatternWording.rule(results.patternRules)))])
    ]
  }
}
