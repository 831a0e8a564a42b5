import MedicareFees
import ProductivityModel

/// What the same lines come to under two fee schedules, or two policies.
public struct Impact: Sendable {
  /// One of the two sides.
  public struct Side: Hashable, Sendable {
    /// The policy's name.
    public var policy: String
    /// The release that values every line; nil where each line's own release does.
    public var release: String?
    /// The conversion factor that prices it; nil where lines are priced by the factors of their days.
    public var factor: ConversionFactor?

    /// A side.
    public init(policy: String, release: String?, factor: ConversionFactor?) {
      self.policy = policy
      self.release = release
      self.factor = factor
    }
  }

  /// Sums over lines on both sides.
  public struct Sums: Hashable, Sendable {
    /// Lines that have work on either side.
    public var lines = 0
    /// Work RVUs on the one side and the other.
    public var from = WorkRVU.zero
    /// Work RVUs on the other side.
    public var to = WorkRVU.zero
    /// What of the difference the adjustments between the releases make, such as the efficiency adjustment of 2026.
    public var adjustment = WorkRVU.zero
    /// What of it comes from codes that only one side values.
    public var onlyOneSide = WorkRVU.zero
    /// National payments, of lines that have an amount on both sides.
    public var paymentFrom = Money.zero
    /// National payments on the other side.
    public var paymentTo = Money.zero
    /// Lines with work on both sides and without an amount on one: they are in no payment.
    public var unpaidLines = 0

    /// No lines.
    public init() {}

    /// The difference of work.
    public var difference: WorkRVU { to - from }
    /// What of it is neither an adjustment's nor of codes that only one side values: codes valued anew, other ranks or rules.
    public var other: WorkRVU { difference - adjustment - onlyOneSide }

    /// Adds other sums.
    public static func += (a: inout Sums, b: Sums) {
      a.lines += b.lines
      a.from += b.from
      a.to += b.to
      a.adjustment += b.adjustment
      a.onlyOneSide += b.onlyOneSide
      a.paymentFrom += b.paymentFrom
      a.paymentTo += b.paymentTo
      a.unpaidLines += b.unpaidLines
    }
  }

  /// The sums of a clinician, a specialty or a family of codes.
  public struct Row: Hashable, Sendable {
    /// The clinician's id, the specialty, or the range of codes.
    public var id: String
    /// What it is called.
    public var name: String
    /// Its sums.
    public var sums: Sums

    /// A row.
    public init(id: String, name: String, sums: Sums) {
      self.id = id
      self.name = name
      self.sums = sums
    }
  }

  /// The practice's name.
  public var practice: String
  /// The days of service.
  public var period: DayRange
  /// The one side.
  public var from: Side
  /// The other side.
  public var to: Side
  /// The adjustments of work between the two releases.
  public var adjustments: [WorkAdjustment]
  /// All lines.
  public var total: Sums
  /// By specialty, by name.
  public var specialties: [Row]
  /// By clinician, by id.
  public var clinicians: [Row]
  /// By family of codes: the sections and subsections of the code set, in its order.
  public var families: [Row]
  /// Sentences that the reader must know.
  public var cautions: [String]
  /// Why these two releases are compared, in a sentence; empty where somebody asked for them by name.
  public var reason = ""

  /// An impact.
  public init(
    practice: String, period: DayRange, from: Side, to: Side, adjustments: [WorkAdjustment], total: Sums,
    specialties: [Row], clinicians: [Row], families: [Row], cautions: [String]
  ) {
    self.practice = practice
    self.period = period
    self.from = from
    self.to = to
    self.adjustments = adjustments
    self.total = total
    self.specialties = specialties
    self.clinicians = clinicians
    self.families = families
    self.cautions = cautions
  }
}
