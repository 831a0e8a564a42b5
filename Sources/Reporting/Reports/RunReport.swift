/// A kind of report that is made from a run's results.
public protocol RunReport {
  /// The pages of this kind, in the order in which they are listed.
  static func reports(of results: RunResults) -> [Report]

  /// The same pages, each to be made when it is asked for.
  static func series(of results: RunResults) -> ReportSeries
}

extension RunReport {
  /// All pages made at once, as is right for a kind that has few.
  public static func series(of results: RunResults) -> ReportSeries { ReportSeries(reports(of: results)) }
}

extension ReportKind {
  /// What makes the pages of this kind.
  public var report: any RunReport.Type {
    switch self {
    case .monthly: MonthlyReport.self
    case .scorecard: ScorecardReport.self
    case .goals: GoalsReport.self
    case .exceptions: ExceptionsReport.self
    case .practice: PracticeReport.self
    case .specialty: SpecialtyReport.self
    case .clinician: ClinicianReport.self
    case .dataQuality: DataQualityReport.self
    case .compensation: CompensationReport.self
    case .statement: StatementReport.self
    case .feeImpact: FeeImpactReport.self
    }
  }
}
