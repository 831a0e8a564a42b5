/// The reports that a job can ask for, by the names of its `reports:` key.
///
/// A new report is a file with a type that conforms to ``RunReport``, a case here and its line in ``report``.
public enum ReportKind: String, CaseIterable, Sendable {
  /// The practice as a whole: one page.
  case practice
  /// One page for each specialty.
  case specialty
  /// One page for each clinician.
  case clinician
  /// What became of every record, and every finding: one page.
  case dataQuality = "data-quality"
}
