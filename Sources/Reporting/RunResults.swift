import Benchmarking
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

/// A credit policy, as reports name it.
public struct PolicySummary: Hashable, Sendable {
  /// The name that jobs use, such as `survey-comparable`.
  public var name: String
  /// What it credits, in a sentence.
  public var title: String
  /// How it chooses the fee schedule release: `service-date` or `frozen 2021A`.
  public var vintage: String
  /// What CMS's rules would do that this policy, as built so far, does not.
  public var notApplied: [String]

  /// A policy's summary.
  public init(name: String, title: String, vintage: String, notApplied: [String]) {
    self.name = name
    self.title = title
    self.vintage = vintage
    self.notApplied = notApplied
  }
}

/// A fee schedule release that was used.
public struct ReleaseUse: Hashable, Sendable {
  /// The release, such as `2026A`.
  public var release: String
  /// Its title.
  public var title: String
  /// How many lines it priced in the pay ledger.
  public var lines: Int

  /// The use of a release.
  public init(release: String, title: String, lines: Int) {
    self.release = release
    self.title = title
    self.lines = lines
  }
}

/// Sums over lines: of a clinician, a month, a specialty.
public struct ProductivityTotals: Hashable, Sendable {
  /// Lines with a fate of credited, zero-valued or unpriced: services rendered in the period.
  public var lines: Int
  /// Different patient-days; nil where any line has no patient.
  public var encounters: Int?
  /// Services on those lines.
  public var units: Units
  /// What those lines were charged.
  public var charge: Money
  /// Work RVUs of the chosen rows times units, before any adjustment.
  public var unadjusted: WorkRVU
  /// Work RVUs under the pay policy.
  public var pay: WorkRVU
  /// Work RVUs under the benchmark policy.
  public var benchmark: WorkRVU
  /// Lines without a price.
  public var unpricedLines: Int
  /// What the lines without a price were charged.
  public var unpricedCharge: Money
  /// What the pay policy makes of the lines without a price, which is in no other figure.
  public var valued: WorkRVU
  /// Anesthesia, which has no work RVUs.
  public var asaUnits: ASAUnits

  /// Sums; all zero unless given.
  public init(
    lines: Int = 0, encounters: Int? = 0, units: Units = .zero, charge: Money = .zero, unadjusted: WorkRVU = .zero,
    pay: WorkRVU = .zero, benchmark: WorkRVU = .zero, unpricedLines: Int = 0, unpricedCharge: Money = .zero,
    valued: WorkRVU = .zero, asaUnits: ASAUnits = .zero
  ) {
    self.lines = lines
    self.encounters = encounters
    self.units = units
    self.charge = charge
    self.unadjusted = unadjusted
    self.pay = pay
    self.benchmark = benchmark
    self.unpricedLines = unpricedLines
    self.unpricedCharge = unpricedCharge
    self.valued = valued
    self.asaUnits = asaUnits
  }
}

/// One clinician's productivity in one specialty.
public struct ClinicianResult: Sendable {
  /// The id in the roster, or in the log without a roster.
  public var id: String
  /// The name in the roster; the id where there is none.
  public var name: String
  /// The specialty; empty where neither roster nor log gives one.
  public var specialty: String
  /// The clinician's days in the specialty within the period: employment cut to it.
  public var period: DayRange
  /// Days employed and not on leave.
  public var days: Int
  /// The day-weighted mean of clinical FTE over those days, in millionths, each day counted at most 1.0; nil if unknown.
  public var clinicalFTEMillionths: Int64?
  /// Sums over the period.
  public var totals: ProductivityTotals
  /// Sums by month, one for each of ``RunResults/months``.
  public var monthly: [ProductivityTotals]
  /// Benchmark work RVUs per 1.0 clinical FTE over the period; nil where FTE is unknown or zero.
  public var perFTE: WorkRVU?
  /// The same for a whole year, by days; nil with fewer than three months.
  public var annualizedPerFTE: WorkRVU?
  /// The survey's row for the specialty; nil where there is none.
  public var surveyRow: SurveyRow?
  /// Where the annualised figure stands in the survey; nil where there is no figure or no row.
  public var placement: Placement?
  /// Where it stands among the practice's clinicians of the specialty; nil where they are too few.
  public var peers: PeerStanding?
  /// How many clinicians of the specialty have an annualised figure, this one included.
  public var peerCount: Int
  /// What the figures stand on and what to beware of, in sentences: cohort or survey, year, metric, n, FTE basis, credit
  /// policy, release and definition.
  public var basis: [String]
  /// The ten codes with the most benchmark work RVUs, most first.
  public var topCodes: [CodeShare]
  /// Days employed and not on leave, one for each of ``RunResults/months``; empty where they are not counted by month.
  /// A month without days is shown as a gap.
  public var monthlyDays: [Int]
  /// FTE days employed and not on leave, in millionths, one for each of ``RunResults/months``; empty where they are not known.
  public var monthlyFTEDays: [Int64] = []
  /// Why nothing is compared; nil where something is.
  public var gap: ComparisonGap?
  /// Why there is no row of a survey; nil where there is one.
  public var surveyGap: SurveyGap?
  /// How a part of a year is made into a year, in words: `by days`.
  public var annualizing = "by days"
  /// The specialties of a split role, the largest first; empty where the role is not split.
  public var split: [RoleSplit.Part] = []
  /// What of time and work is counted and not compared; nil where everything is compared.
  public var apart: SetApart?
  /// The interval of the percentile among peers, 0 to 100; nil where none is asked for or can be told.
  public var peerInterval: ClosedRange<Double>?
  /// Where the clinician stands by other metrics than work RVUs.
  public var otherPlacements: [MetricPlacement] = []
  /// What the work consists of, beside that of others.
  public var patterns = ClinicianPatterns()

  /// A clinician's result.
  public init(
    id: String, name: String, specialty: String, period: DayRange, days: Int, clinicalFTEMillionths: Int64?,
    totals: ProductivityTotals, monthly: [ProductivityTotals], perFTE: WorkRVU?, annualizedPerFTE: WorkRVU?,
    surveyRow: SurveyRow?, placement: Placement?, peers: PeerStanding?, peerCount: Int, basis: [String],
    topCodes: [CodeShare], monthlyDays: [Int] = []
  ) {
    self.id = id
    self.name = name
    self.specialty = specialty
    self.period = period
    self.days = days
    self.clinicalFTEMillionths = clinicalFTEMillionths
    self.totals = totals
    self.monthly = monthly
    self.perFTE = perFTE
    self.annualizedPerFTE = annualizedPerFTE
    self.surveyRow = surveyRow
    self.placement = placement
    self.peers = peers
    self.peerCount = peerCount
    self.basis = basis
    self.topCodes = topCodes
    self.monthlyDays = monthlyDays
  }
}

/// What one code brought a clinician.
public struct CodeShare: Hashable, Sendable {
  /// The code.
  public var code: String
  /// Credited lines.
  public var lines: Int
  /// Their services.
  public var units: Units
  /// Their benchmark work RVUs.
  public var benchmark: WorkRVU

  /// A code's share.
  public init(code: String, lines: Int, units: Units, benchmark: WorkRVU) {
    self.code = code
    self.lines = lines
    self.units = units
    self.benchmark = benchmark
  }
}

/// A specialty's clinicians together.
public struct SpecialtyResult: Sendable {
  /// The specialty.
  public var specialty: String
  /// How many clinicians have lines or a roster interval in it.
  public var clinicianCount: Int
  /// Sums over its clinicians.
  public var totals: ProductivityTotals
  /// How many clinicians have an annualised figure.
  public var rankedCount: Int
  /// The distribution of annualised benchmark work RVUs per clinical FTE; nil where too few are ranked to show it.
  public var distribution: SpecialtyDistribution?
  /// The survey's row for the specialty; nil where there is none.
  public var surveyRow: SurveyRow?

  /// A specialty's result.
  public init(
    specialty: String, clinicianCount: Int, totals: ProductivityTotals, rankedCount: Int,
    distribution: SpecialtyDistribution?, surveyRow: SurveyRow?
  ) {
    self.specialty = specialty
    self.clinicianCount = clinicianCount
    self.totals = totals
    self.rankedCount = rankedCount
    self.distribution = distribution
    self.surveyRow = surveyRow
  }
}

/// The practice's own distribution within a specialty: quantiles by definition 7, in work RVUs per clinical FTE a year.
public struct SpecialtyDistribution: Hashable, Sendable {
  /// The mean.
  public var mean: WorkRVU
  /// The 10th, 25th, 50th, 75th and 90th percentiles.
  public var quantiles: [SurveyPoint]

  /// A distribution.
  public init(mean: WorkRVU, quantiles: [SurveyPoint]) {
    self.mean = mean
    self.quantiles = quantiles
  }
}

/// What became of the records of one file.
public struct ControlTotals: Hashable, Sendable {
  /// The path as the job gives it.
  public var file: String
  /// The SHA-256 of its bytes.
  public var sha256: String
  /// Records read: the sum over all fates.
  public var records: Int
  /// How many records had each fate, by ``Fate`` in its order.
  public var counts: [Int]
  /// The sum of units over records that were not rejected.
  public var units: Units
  /// The sum of charges over records that were not rejected.
  public var charge: Money
  /// Rows that are no records: titles, repeated headers, totals, footers, and what the column map leaves out.
  public var otherRows = 0

  /// A file without records.
  public init(file: String, sha256: String = "") {
    self.file = file
    self.sha256 = sha256
    records = 0
    counts = [Int](repeating: 0, count: Fate.allCases.count)
    units = .zero
    charge = .zero
  }

  /// How many records had a fate.
  public subscript(fate: Fate) -> Int { counts[Int(fate.rawValue)] }
}

/// A code that earned nothing because it has no price.
public struct UnpricedCode: Hashable, Sendable {
  /// The code; where its text has not the published form, what kind of text it is.
  public var code: String
  /// The release in which it was looked for.
  public var release: String
  /// Why: `not in the release`, `contractor-priced`, `unlisted` and the like.
  public var reason: String
  /// The nearest code of the release, where one is near.
  public var nearest: String?
  /// How many lines.
  public var lines: Int
  /// Their services.
  public var units: Units
  /// What they were charged.
  public var charge: Money
  /// The first of them.
  public var first: SourcePosition
  /// What the release of the day of service says, where another release values the lines: its name and the code's work.
  public var onServiceDate: (release: String, work: WorkRVU)? {
    get { serviceDateRelease.flatMap { release in serviceDateWork.map { (release, $0) } } }
    set { (serviceDateRelease, serviceDateWork) = (newValue?.release, newValue?.work) }
  }
  private var serviceDateRelease: String?
  private var serviceDateWork: WorkRVU?

  /// A code without a price.
  public init(
    code: String, release: String, reason: String, nearest: String?, lines: Int, units: Units, charge: Money,
    first: SourcePosition
  ) {
    self.code = code
    self.release = release
    self.reason = reason
    self.nearest = nearest
    self.lines = lines
    self.units = units
    self.charge = charge
    self.first = first
  }
}

/// An input of the run, for the manifest.
public struct InputFile: Hashable, Sendable {
  /// What it is: `job`, `log`, `roster`, `survey`, `policy`, `release`, `column map`.
  public var role: String
  /// The path as the job gives it.
  public var path: String
  /// The sheet of a workbook, where several are read or the column map names one.
  public var sheet: String?
  /// Its size in bytes.
  public var size: UInt64
  /// The SHA-256 of its bytes.
  public var sha256: String

  /// An input.
  public init(role: String, path: String, sheet: String? = nil, size: UInt64, sha256: String) {
    self.role = role
    self.path = path
    self.sheet = sheet
    self.size = size
    self.sha256 = sha256
  }

  /// The path as messages and reports show it, with the sheet.
  public var name: String { sheet.map { "\(path) [\($0)]" } ?? path }
}
