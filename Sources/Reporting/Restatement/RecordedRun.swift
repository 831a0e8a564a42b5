import ProductivityModel

/// What is kept of a run to be compared with a later one of the same days: its lines, sums, placements and pay.
///
/// Where it was kept does not matter here: a run's output folder, or a ledger.
public struct RecordedRun: Sendable {
  /// A log, by its name and content.
  public struct File: Hashable, Sendable {
    /// The name in the job.
    public var name: String
    /// The SHA-256 of its bytes.
    public var sha256: String

    /// A log.
    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  /// A clinician's month in a specialty, after credit has gone where the policies give it.
  public struct Month: Hashable, Sendable {
    /// The month, by date of service.
    public var month: YearMonth
    /// The clinician's id.
    public var clinician: String
    /// The specialty.
    public var specialty: String
    /// Work in both ledgers.
    public var work: LedgerPair

    /// A month.
    public init(month: YearMonth, clinician: String, specialty: String, work: LedgerPair) {
      self.month = month
      self.clinician = clinician
      self.specialty = specialty
      self.work = work
    }
  }

  /// A clinician in a specialty, with what they are compared by.
  public struct Role: Hashable, Sendable {
    /// The clinician's id.
    public var clinician: String
    /// The name; the id where there is none.
    public var name: String
    /// The specialty; empty where none is given.
    public var specialty: String
    /// Mean clinical FTE, as it was written; empty where it is not known.
    public var clinicalFTE: String
    /// Days counted, as they were written.
    public var days: String
    /// Annualised benchmark work per 1.0 clinical FTE; nil where nothing is annualised.
    public var annualized: WorkRVU?
    /// The percentile or its bound, as it was written; empty without a placement.
    public var percentile: String
    /// The survey, its year and respondents, in words; empty without a placement.
    public var survey: String
    /// What the placement stands on, in sentences; empty without one.
    public var basis = ""
    /// The rank here and among how many: `2 of 6`; empty where it is not shown.
    public var rank = ""

    /// A role.
    public init(
      clinician: String, name: String, specialty: String, clinicalFTE: String, days: String, annualized: WorkRVU?,
      percentile: String, survey: String
    ) {
      self.clinician = clinician
      self.name = name
      self.specialty = specialty
      self.clinicalFTE = clinicalFTE
      self.days = days
      self.annualized = annualized
      self.percentile = percentile
      self.survey = survey
    }
  }

  /// The practice's name.
  public var practice: String
  /// The days counted.
  public var period: DayRange
  /// The pay policy's name.
  public var payPolicy: String
  /// The benchmark policy's name.
  public var benchmarkPolicy: String
  /// The releases that valued lines.
  public var releases: [String]
  /// Every input with its hash.
  public var inputs: [InputFile]
  /// The logs.
  public var files: [File] = []
  /// The lines, in any order.
  public var lines: [RecordedLine] = []
  /// The months of every role.
  public var months: [Month] = []
  /// The roles.
  public var roles: [Role] = []
  /// What the plans pay, by clinician; nil where the run has no statements.
  public var pay: [String: Money]?

  /// A run without lines.
  public init(
    practice: String, period: DayRange, payPolicy: String, benchmarkPolicy: String, releases: [String],
    inputs: [InputFile]
  ) {
    self.practice = practice
    self.period = period
    self.payPolicy = payPolicy
    self.benchmarkPolicy = benchmarkPolicy
    self.releases = releases
    self.inputs = inputs
  }

  /// The hashes of the inputs of some roles, each with its path: equal ones are the same files.
  func inputs(of roles: Set<String>) -> Set<InputFile> { Set(inputs.filter { roles.contains($0.role) }) }

  /// The name of a clinician; the id where the run does not know one.
  func name(of clinician: String) -> String { roles.first { $0.clinician == clinician }?.name ?? clinician }
}
