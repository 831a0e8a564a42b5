import Compensation
import ProductivityModel

/// What a run found out about pay: what each clinician's plans pay, and what every figure stands on.
public struct CompensationResults: Sendable {
  /// The plans of the job, in the order of their file; several of one id are its history.
  public var plans: [CompensationPlan]
  /// Everyone with a plan on some day of the period, by specialty, name and id.
  public var clinicians: [Clinician]
  /// Rows of the files of payments and opening balances that could not be used, whoever they are of: they are in no balance.
  public var unusedPayments = 0
  /// Everyone else with work in the pay ledger, by id: nobody's pay is left out silently.
  public var withoutPlan: [WithoutPlan] = []
  /// The days counted.
  public var period: DayRange
  /// What was found wrong of plans, tables and assignments; also among the run's findings.
  public var findings: [Finding]
  /// What every figure stands on, in sentences: ledger, policies, releases, files, the last day counted.
  public var basis: [String]
  /// The files of plans and of what they pay for, as the manifest has them.
  public var files: [InputFile]

  /// A clinician with work and no plan on any day of the period.
  public struct WithoutPlan: Hashable, Sendable {
    /// The clinician's id.
    public var id: String
    /// Lines that bring work.
    public var lines: Int
    /// Work in the pay ledger.
    public var work: WorkRVU

    /// A clinician's work.
    public init(id: String, lines: Int, work: WorkRVU) {
      self.id = id
      self.lines = lines
      self.work = work
    }
  }

  /// A clinician with a plan on some day of the period.
  public struct Clinician: Sendable {
    /// The clinician's id.
    public var id: String
    /// The name in the roster; the id where it gives none.
    public var name: String
    /// The specialty of the largest part of a split role, otherwise of the last days in the period; empty where the roster gives none.
    public var specialty: String
    /// What the plans pay, by their first days; none where a finding says why nothing can be told.
    public var statements: [PlanStatement]
    /// What the statements are made of: days, FTE, work by day, duties, payments.
    public var member: PlanMember
    /// Days of the period on which the roster has the clinician and no plan pays.
    public var daysWithoutPlan: [DayRange]
    /// Lines on days without a plan.
    public var linesWithoutPlan: Int
    /// Work on days without a plan, in the pay ledger.
    public var workWithoutPlan: WorkRVU
    /// Lines on days with a plan of which no statement can be told, as a finding says.
    public var linesUntold = 0
    /// Work on those days: with ``work`` and ``workWithoutPlan`` it is all of the period.
    public var workUntold = WorkRVU.zero
    /// Days of the period on which a plan is in effect and told by ``statements``.
    public var days: Int
    /// Mean clinical FTE over ``days``, in millionths, not cut at 1.0; nil where there are none.
    public var clinicalFTEMillionths: Int64?
    /// Mean total FTE over ``days``, in millionths; nil where there are none or the roster does not give it for all.
    public var totalFTEMillionths: Int64?
    /// What the figures stand on, in sentences: plan, credit policy and releases, time, files.
    public var basis: [String]
    /// Under which policies and releases the work of the days under a plan is credited, in the order of the days.
    public var credits: [CreditSpan] = []
    /// Work of the period by code and stretch of days, also of days without a plan.
    public var codes: [CodeWork] = []
    /// Pay beside productivity; nil where it is not looked at.
    public var alignment: ClinicianAlignment?
    /// The end of the measurement year by each method that the job names, in its order.
    public var projections: [YearProjection] = []
    /// Why a method gives no projection, in the order of the job.
    public var projectionRefusals: [RefusedProjection] = []
    /// The employer's own statements beside ours, in the order of their file.
    public var reconciliations: [StatementReconciliation] = []

    /// A clinician's statements.
    public init(
      id: String, name: String, specialty: String, statements: [PlanStatement], member: PlanMember,
      daysWithoutPlan: [DayRange] = [], linesWithoutPlan: Int = 0, workWithoutPlan: WorkRVU = .zero, days: Int = 0,
      clinicalFTEMillionths: Int64? = nil, totalFTEMillionths: Int64? = nil, basis: [String] = []
    ) {
      self.id = id
      self.name = name
      self.specialty = specialty
      self.statements = statements
      self.member = member
      self.daysWithoutPlan = daysWithoutPlan
      self.linesWithoutPlan = linesWithoutPlan
      self.workWithoutPlan = workWithoutPlan
      self.days = days
      self.clinicalFTEMillionths = clinicalFTEMillionths
      self.totalFTEMillionths = totalFTEMillionths
      self.basis = basis
    }

    /// What has been earned in all statements.
    public var earned: Money { statements.reduce(into: .zero) { $0 += $1.earned } }

    /// What was paid in all periods of the statements.
    public var paid: Money {
      statements.flatMap(\.periods).flatMap(\.accounts).reduce(into: .zero) { $0 += $1.paid }
    }

    /// The work of all statements, in the pay ledger.
    public var work: WorkRVU { statements.reduce(into: .zero) { $0 += $1.work } }
  }

  /// Days on which a clinician's work stands under one policy of the pay ledger.
  public struct CreditSpan: Hashable, Sendable {
    /// The days, in order.
    public var days: [DayRange]
    /// The policy, without its vintage.
    public var policy: String
    /// Which release values a line, in the words of a policy's `vintage`.
    public var vintage: String
    /// The releases of those days, in the order of the days.
    public var releases: [String]

    /// Days under a policy.
    public init(days: [DayRange], policy: String, vintage: String, releases: [String]) {
      self.days = days
      self.policy = policy
      self.vintage = vintage
      self.releases = releases
    }
  }

  /// What the lines of a code brought a clinician on a stretch of days that lies in one measurement period, or outside of all.
  public struct CodeWork: Hashable, Sendable {
    /// The days.
    public var days: DayRange
    /// The code.
    public var code: String
    /// Whether the lines are another clinician's, of which a policy gives credit to this one.
    public var isFromOthers: Bool
    /// Lines that bring work.
    public var lines: Int
    /// Units of those lines, as they are logged.
    public var units: Units
    /// Work in the pay ledger.
    public var work: WorkRVU

    /// What a code brought.
    public init(days: DayRange, code: String, isFromOthers: Bool, lines: Int, units: Units, work: WorkRVU) {
      self.days = days
      self.code = code
      self.isFromOthers = isFromOthers
      self.lines = lines
      self.units = units
      self.work = work
    }
  }

  /// A method that gives no projection of a clinician's year, and why.
  public struct RefusedProjection: Hashable, Sendable {
    /// The method.
    public var method: ProjectionMethod
    /// Why there is none.
    public var reason: ProjectionRefusal

    /// A method that gives none.
    public init(_ method: ProjectionMethod, _ reason: ProjectionRefusal) {
      self.method = method
      self.reason = reason
    }
  }

  /// By which rules pay is set beside productivity.
  public var alignmentRules = AlignmentRules()
  /// How many rows of the employer's files could not be read, or are of nobody in the roster.
  public var unreadEmployerRows: Int {
    let names = Set(files.filter { $0.role.hasPrefix("employer") }.map(\.path))
    return findings.filter { $0.severity == .error && names.contains($0.position?.file ?? "") }.reduce(0) {
      $0 + $1.count
    }
  }
  /// Whether a day of more than a full-time job counts with 1.0.
  public var capsAtFull = true
  /// Whether alignment takes what was paid, in place of what was earned.
  public var alignsPaid = false
  /// What a change of the fee schedule does to pay; nil where the job names no releases.
  public var feeChange: FeeChange?

  /// What the same lines pay under two releases of the fee schedule.
  public struct FeeChange: Sendable {
    /// The release from which, such as `2025D`.
    public var from: String
    /// The release to which.
    public var to: String
    /// Two scenarios, the releases from and to: pay of each clinician and in sum.
    public var comparison: PlanComparison
    /// By plan, and then by specialty: what would hold pay level.
    public var levels: [Level]

    /// What holds the pay of a plan or specialty level.
    public struct Level: Sendable {
      /// What the group is of.
      public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Those with a plan.
        case plan
        /// Those of a specialty.
        case specialty
      }

      /// What the group is of.
      public var kind: Kind
      /// The plan or specialty, as ``PlanComparison`` names it.
      public var name: String
      /// The threshold that holds pay level; nil where no plan of the group has one.
      public var threshold: LevelPay?
      /// The rate that holds pay level; nil where no plan of the group pays production.
      public var rate: LevelPay?

      /// What holds pay level.
      public init(kind: Kind, name: String, threshold: LevelPay?, rate: LevelPay?) {
        self.kind = kind
        self.name = name
        self.threshold = threshold
        self.rate = rate
      }
    }

    /// What two releases pay.
    public init(from: String, to: String, comparison: PlanComparison, levels: [Level]) {
      self.from = from
      self.to = to
      self.comparison = comparison
      self.levels = levels
    }
  }

  /// Results of a run with compensation.
  public init(
    plans: [CompensationPlan], clinicians: [Clinician], period: DayRange, findings: [Finding] = [],
    basis: [String] = [], files: [InputFile] = []
  ) {
    self.plans = plans
    self.clinicians = clinicians
    self.period = period
    self.findings = findings
    self.basis = basis
    self.files = files
  }
}
