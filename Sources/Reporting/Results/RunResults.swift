import ProductivityModel

/// Everything that a run found out: what every report, data file and comparison is made from.
///
/// It is a pure function of the inputs: no clock, no machine, no order of arrival. All arrays are in the order in which
/// they are to be shown.
public struct RunResults: Sendable {
  /// The practice's name, from the job.
  public var practice: String
  /// The days counted: the job's period, cut at its `through` date.
  public var period: DayRange
  /// The calendar months of the period, in order.
  public var months: [YearMonth]
  /// The two policies under which every line is credited.
  public var payPolicy: PolicySummary
  /// The policy of the ledger that is compared with surveys and peers.
  public var benchmarkPolicy: PolicySummary
  /// The fee schedule releases that credited lines, in order of their effective dates.
  public var releases: [ReleaseUse]
  /// One result for each clinician in each specialty, by specialty, then name, then id.
  public var clinicians: [ClinicianResult]
  /// One result for each specialty, by name.
  public var specialties: [SpecialtyResult]
  /// What became of the records, one a file, in the order of the job.
  public var controlTotals: [ControlTotals]
  /// Codes that earned nothing because they have no price, most lines first, then by code.
  public var unpricedCodes: [UnpricedCode]
  /// Credit that the policies give to another clinician than the one who rendered the service.
  public var attributions: [AttributedCredit]
  /// How the source's own RVUs compare with the pay ledger; nil where the job names no column of them.
  public var reconciliation: Reconciliation?
  /// Everything found, grouped: one finding a problem and subject, with its count and first place.
  public var findings: [Finding]
  /// Sentences that every page must carry, such as that a survey is synthetic.
  public var cautions: [String]
  /// Whether a roster gives clinical FTE; without one each clinician is taken as 1.0 and every figure says so.
  public var hasRoster: Bool
  /// The fewest other clinicians among whom a standing is shown.
  public var minimumPeers: Int
  /// The percent of the intervals of percentiles among peers; nil for none.
  public var peerConfidence: Int?
  /// Whether a day counts at most 1.0 clinical FTE.
  public var capsAtFull = true
  /// The clinicians' own input files with their hashes, for the manifest: every input of the run.
  public var inputs: [InputFile]
  /// By which rules clinicians' work is compared.
  public var patternRules = PatternRules()
  /// Who has the task of doing something about problems of a kind, as the job names them.
  public var owners: [ProblemOwner: String] = [:]
  /// Targets and how far the work has come, by specialty, then name, then id; empty where the job has none.
  public var goals: [GoalStanding] = []
  /// What makes the change from the year before, of every clinician; nil where the logs do not reach back or no report asks.
  public var lastYear: Bridge?
  /// Why there is no ``lastYear`` though a report asks, in words without a full stop; nil where there is one or none asks.
  public var lastYearGap: String?
  /// The same lines under two fee schedules; nil where no report asks.
  public var feeImpact: Impact?
  /// The clinician who alone is in these results; nil for the whole practice.
  public var recipient: String?
  /// What compensation plans pay; nil where the job has none.
  public var compensation: CompensationResults?

  /// All of a run's results.
  public init(
    practice: String, period: DayRange, months: [YearMonth], payPolicy: PolicySummary, benchmarkPolicy: PolicySummary,
    releases: [ReleaseUse], clinicians: [ClinicianResult], specialties: [SpecialtyResult],
    controlTotals: [ControlTotals], unpricedCodes: [UnpricedCode], attributions: [AttributedCredit] = [],
    reconciliation: Reconciliation? = nil,
    findings: [Finding], cautions: [String],
    hasRoster: Bool, minimumPeers: Int, inputs: [InputFile]
  ) {
    self.practice = practice
    self.period = period
    self.months = months
    self.payPolicy = payPolicy
    self.benchmarkPolicy = benchmarkPolicy
    self.releases = releases
    self.clinicians = clinicians
    self.specialties = specialties
    self.controlTotals = controlTotals
    self.unpricedCodes = unpricedCodes
    self.attributions = attributions
    self.reconciliation = reconciliation
    self.findings = findings
    self.cautions = cautions
    self.hasRoster = hasRoster
    self.minimumPeers = minimumPeers
    self.inputs = inputs
  }
}
