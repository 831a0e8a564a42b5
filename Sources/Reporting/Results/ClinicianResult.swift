import Benchmarking
import ProductivityModel

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
  /// The mean of the roster's clinical FTE where some day has more than the 1.0 that is counted; nil elsewhere.
  public var rosterFTEMillionths: Int64?
  /// Sums over the period.
  public var totals: ProductivityTotals
  /// Sums by month, one for each of ``RunResults/months``.
  public var monthly: MonthlyTotals
  /// Benchmark work RVUs per 1.0 clinical FTE over the period; nil where FTE is unknown or zero.
  public var perFTE: WorkRVU?
  /// The same for a whole year, by days; nil with fewer than three months.
  public var annualizedPerFTE: WorkRVU?
  /// The survey's row for the specialty; nil where there is none.
  public var surveyRow: SurveyRow? {
    get { sharedSurveyRow?.wrappedValue }
    set { sharedSurveyRow = newValue.map(Boxed.init(wrappedValue:)) }
  }
  /// The same as all hold it who are placed in it.
  public var sharedSurveyRow: Boxed<SurveyRow>?
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
  /// Benchmark work of lines on days of leave or outside employment, one for each of ``RunResults/months``; empty where there is none.
  public var monthlyUncounted: [WorkRVU] = []
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
  /// The last month, year to date and twelve months, each beside the year before; nil where no report asks.
  public var recent: RecentWork? {
    get { boxedRecent?.wrappedValue }
    set { boxedRecent = newValue.map(Boxed.init(wrappedValue:)) }
  }
  /// The same in a place of its own.
  public var boxedRecent: Boxed<RecentWork>?
  /// The log, where it is far too thin for the roster's clinical time; nil where it is not, and without a roster.
  public var thinLog: ThinLog?
  /// What the work consists of, beside that of others.
  public var patterns: ClinicianPatterns {
    get { ownPatterns?.wrappedValue ?? ClinicianPatterns() }
    set { ownPatterns = Boxed(wrappedValue: newValue) }
  }
  private var ownPatterns: Boxed<ClinicianPatterns>?

  /// A clinician's result.
  public init(
    id: String, name: String, specialty: String, period: DayRange, days: Int, clinicalFTEMillionths: Int64?,
    totals: ProductivityTotals, monthly: MonthlyTotals, perFTE: WorkRVU?, annualizedPerFTE: WorkRVU?,
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
    sharedSurveyRow = surveyRow.map(Boxed.init(wrappedValue:))
    self.placement = placement
    self.peers = peers
    self.peerCount = peerCount
    self.basis = basis
    self.topCodes = topCodes
    self.monthlyDays = monthlyDays
  }
}
