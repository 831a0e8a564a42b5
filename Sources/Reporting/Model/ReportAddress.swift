/// Which page a report is. Where it lies in the output folder is the renderer's affair.
public enum ReportAddress: Hashable, Sendable {
  /// What there is.
  case index
  /// The practice as a whole.
  case practice
  /// What became of every record, and every finding.
  case dataQuality
  /// A specialty, by its name.
  case specialty(String)
  /// A clinician, by id.
  case clinician(String)
  /// What plans pay, and pay beside productivity: the practice.
  case compensation
  /// What a clinician's plans pay, by id.
  case statement(String)
  /// A clinician on one page, by id.
  case scorecard(String)
  /// The month: every clinician's month, year to date and last twelve months.
  case monthly
  /// Targets, pace and projected year-end.
  case goals
  /// What somebody has to do something about, by whose task it is.
  case exceptions
  /// The same lines under two fee schedules.
  case feeImpact
  /// What changed in a period that was reported before.
  case restatement
  /// A run that made no reports.
  case failure
  /// What makes a change in work RVUs.
  case bridge
  /// A file that is no page, such as of data or to print, by its path in the output folder.
  case dataFile(String)
}

/// A link from one report to another.
public struct ReportLink: Hashable, Sendable {
  /// What the link says.
  public var text: String
  /// Where it leads.
  public var address: ReportAddress

  /// What is there, in a phrase beside the link; empty where the link says it.
  public var about: String

  /// A link that says a text.
  public init(_ text: String, to address: ReportAddress, about: String = "") {
    self.text = text
    self.address = address
    self.about = about
  }
}
