import ProductivityModel

/// What a ledger keeps of a run: what it was made from, what became of every record, and what came out.
///
/// Work is in millionths of a wRVU, money in cents, clinical FTE in millionths, so that nothing is rounded.
public struct LedgerEntry: Sendable {
  /// A file that the run read.
  public struct Input: Hashable, Sendable {
    /// `job`, `log`, `roster`, `survey`, ...
    public var role: String
    /// The path as the job gives it, with the sheet of a workbook.
    public var path: String
    /// Its size in bytes.
    public var size: Int64
    /// The SHA-256 of its bytes.
    public var sha256: String

    /// An input.
    public init(role: String, path: String, size: Int64, sha256: String) {
      self.role = role
      self.path = path
      self.size = size
      self.sha256 = sha256
    }
  }

  /// What became of the records of one log.
  public struct FileTotals: Sendable {
    /// The path as the job gives it.
    public var file: String
    /// Records read: the sum over all fates.
    public var records: Int
    /// How many records had each fate.
    public var counts: [Fate: Int]
    /// The sum of units over records that were not rejected.
    public var units: Units
    /// The sum of charges over them.
    public var charge: Money

    /// The totals of a file.
    public init(file: String, records: Int, counts: [Fate: Int], units: Units, charge: Money) {
      self.file = file
      self.records = records
      self.counts = counts
      self.units = units
      self.charge = charge
    }
  }

  /// A record that could not be understood.
  public struct Reject: Hashable, Sendable {
    /// The log, as the job gives it.
    public var file: String
    /// The line where the record starts.
    public var line: Int?
    /// The column.
    public var column: Int?
    /// What is wrong with it, by name.
    public var problem: String
    /// The same in words.
    public var message: String
    /// What to do about it.
    public var hint: String

    /// A record that could not be understood.
    public init(file: String, line: Int?, column: Int?, problem: String, message: String, hint: String) {
      self.file = file
      self.line = line
      self.column = column
      self.problem = problem
      self.message = message
      self.hint = hint
    }
  }

  /// A clinician's work in a specialty and month.
  public struct Month: Sendable {
    /// The id in the roster, or in the log.
    public var clinician: String
    /// The specialty; empty for none.
    public var specialty: String
    /// The month of service.
    public var month: YearMonth
    /// Lines of the pay ledger.
    public var lines: Int
    /// Patient-days; nil where some lines have no patient.
    public var encounters: Int?
    /// Services.
    public var units: Units
    /// What was charged.
    public var charge: Money
    /// Work before any rule.
    public var unadjusted: WorkRVU
    /// Credits of the pay ledger.
    public var pay: WorkRVU
    /// Credits of the benchmark ledger.
    public var benchmark: WorkRVU
    /// Lines without a price.
    public var unpricedLines: Int
    /// Days at full clinical FTE, in millionths; nil where they are not known.
    public var fteDays: Int64?

    /// A month's work.
    public init(
      clinician: String, specialty: String, month: YearMonth, lines: Int, encounters: Int?, units: Units, charge: Money,
      unadjusted: WorkRVU, pay: WorkRVU, benchmark: WorkRVU, unpricedLines: Int, fteDays: Int64?
    ) {
      self.clinician = clinician
      self.specialty = specialty
      self.month = month
      self.lines = lines
      self.encounters = encounters
      self.units = units
      self.charge = charge
      self.unadjusted = unadjusted
      self.pay = pay
      self.benchmark = benchmark
      self.unpricedLines = unpricedLines
      self.fteDays = fteDays
    }
  }

  /// Where a clinician stands.
  public struct Standing: Sendable {
    /// The id.
    public var clinician: String
    /// The name in the roster; the id where there is none.
    public var name: String
    /// The specialty; empty for none.
    public var specialty: String
    /// Days employed and not on leave.
    public var days: Int
    /// The mean of clinical FTE over them, in millionths; nil where it is not known.
    public var clinicalFTE: Int64?
    /// Benchmark work a year per 1.0 clinical FTE; nil where it is not annualised.
    public var annualised: WorkRVU?
    /// The survey and its year; nil where there is no placement.
    public var survey: String?
    /// The percentile as data files have it: `76.2`, `<10`; nil where there is none.
    public var percentile: String?
    /// The annualised figure over the survey's median.
    public var timesMedian: Double?
    /// The rank among peers and of how many; nil where it is not shown.
    public var rank: (Int, of: Int)?
    /// What compensation plans pay for the period; nil where there is none.
    public var pay: Pay?

    /// A standing, with nothing known but who it is of.
    public init(clinician: String, name: String, specialty: String, days: Int) {
      self.clinician = clinician
      self.name = name
      self.specialty = specialty
      self.days = days
    }
  }

  /// What plans pay a clinician: opening + earned - paid = closing.
  public struct Pay: Hashable, Sendable {
    /// Owed before the first day.
    public var opening: Money
    /// Earned in the days counted.
    public var earned: Money
    /// Paid in them.
    public var paid: Money
    /// Owed after the last day.
    public var closing: Money

    /// What plans pay.
    public init(opening: Money, earned: Money, paid: Money, closing: Money) {
      self.opening = opening
      self.earned = earned
      self.paid = paid
      self.closing = closing
    }
  }

  /// The practice's name.
  public var practice: String
  /// The days counted.
  public var period: DayRange
  /// The program's version.
  public var program: String
  /// The job file's path as it was given.
  public var job: String
  /// What of the command line decides the output, such as `--period 2026-09`.
  public var arguments: [String]
  /// The pay ledger's policy.
  public var payPolicy: String
  /// The benchmark ledger's policy.
  public var benchmarkPolicy: String
  /// The output folder.
  public var output: String
  /// Where the output gets a folder of its own within ``output``, named by the run's number: the least number that the run may
  /// have; nil where it replaces ``output``.
  public var leastRun: Int64?
  /// The SHA-256 of the output's `manifest.json`, by which it is known again.
  public var manifestSHA256: String
  /// Every input of the run, the job first.
  public var inputs: [Input]
  /// One for each log.
  public var files: [FileTotals]
  /// The SHA-256 of what the archive has of everything that the run read; nil where it has nothing.
  public var snapshotSHA256: String?
  /// Every record that could not be understood, by file.
  public var rejects: [Reject] = []
  /// Everything found, grouped.
  public var findings: [Finding]
  /// One for each clinician, specialty and month.
  public var months: [Month]
  /// One for each clinician and specialty.
  public var standings: [Standing]

  /// An entry without inputs and results.
  public init(
    practice: String, period: DayRange, program: String, job: String, arguments: [String], payPolicy: String,
    benchmarkPolicy: String, output: String, manifestSHA256: String
  ) {
    self.practice = practice
    self.period = period
    self.program = program
    self.job = job
    self.arguments = arguments
    self.payPolicy = payPolicy
    self.benchmarkPolicy = benchmarkPolicy
    self.output = output
    self.manifestSHA256 = manifestSHA256
    inputs = []
    files = []
    findings = []
    months = []
    standings = []
  }
}
