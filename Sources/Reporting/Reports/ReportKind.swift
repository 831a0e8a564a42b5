/// The reports that a job can ask for, by the names of its `reports:` key.
///
/// A new report is a file with a type that conforms to ``RunReport``, a case here and its line in ``report``.
public enum ReportKind: String, CaseIterable, Sendable {
  /// The month: every clinician's month, year to date and last twelve months, data quality first: one page.
  case monthly
  /// The practice as a whole: one page.
  case practice
  /// One page for each specialty.
  case specialty
  /// One page for each clinician.
  case clinician
  /// Each clinician on one page, to be read in a minute.
  case scorecard
  /// Targets, pace and where the year ends: one page, where the job has targets.
  case goals
  /// What somebody has to do, by whose task it is: one page.
  case exceptions
  /// What became of every record, and every finding: one page.
  case dataQuality = "data-quality"
  /// What plans pay, and pay beside productivity: one page. It shows pay by name.
  case compensation
  /// What each clinician's plans pay and why: one page for each clinician with a plan. It shows pay by name.
  case statement
  /// The same lines under two fee schedules: one page. The lines are credited once more for it.
  case feeImpact = "fee-impact"

  /// Whether its pages show pay by name: they are made only where a job names them.
  public var showsPay: Bool { self == .compensation || self == .statement }

  /// Whether it costs a crediting of its own: it is made only where a job names it or its key.
  public var isExtra: Bool { self == .feeImpact }
}
