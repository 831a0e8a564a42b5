import ProductivityModel

/// What a clinician did in one period, credited under each pairing of two periods' fee schedules and policies.
public struct BridgePart: Hashable, Sendable {
  /// Work RVUs under a fee schedule vintage and a policy, each that of either period.
  public struct Work: Hashable, Sendable {
    private var millionths: [Int64]

    /// No work.
    public init() { millionths = [0, 0, 0, 0] }

    /// The same work under every pairing.
    public init(_ work: WorkRVU) { millionths = [Int64](repeating: work.millionths, count: 4) }

    /// The work under a pairing.
    public subscript(vintage: PeriodPair.Side, policy: PeriodPair.Side) -> WorkRVU {
      get { WorkRVU(millionths: millionths[Self.place(vintage, policy)]) }
      set { millionths[Self.place(vintage, policy)] = newValue.millionths }
    }

    private static func place(_ vintage: PeriodPair.Side, _ policy: PeriodPair.Side) -> Int {
      (vintage == .to ? 1 : 0) + (policy == .to ? 2 : 0)
    }

    /// Whether there is no work under any pairing.
    public var isZero: Bool { millionths.allSatisfy { $0 == 0 } }

    /// The difference under each pairing.
    public static func - (a: Work, b: Work) -> Work {
      var result = a
      for place in result.millionths.indices { result.millionths[place] -= b.millionths[place] }
      return result
    }

    /// Adds other work under each pairing.
    public static func += (a: inout Work, b: Work) {
      for place in a.millionths.indices { a.millionths[place] += b.millionths[place] }
    }
  }

  /// Services of a family of codes, and their work.
  public struct Family: Hashable, Sendable {
    /// Services, net of reversals.
    public var services = Units.zero
    /// Their work.
    public var work = Work()

    /// No services.
    public init() {}
  }

  /// Clinical time.
  public struct Time: Hashable, Sendable {
    /// Days employed and not on leave.
    public var days: Int
    /// Clinical FTE times days, in millionths.
    public var fteDays: Int64

    /// A time.
    public init(days: Int, fteDays: Int64) {
      self.days = days
      self.fteDays = fteDays
    }

    /// The time that a roster gives.
    public init(_ time: ClinicalTime) { self.init(days: time.days, fteDays: time.fteDays) }

    /// The mean of clinical FTE over the days, in millionths, rounded half up; nil without a day.
    public var meanFTEMillionths: Int64? { days > 0 ? (fteDays + Int64(days) / 2) / Int64(days) : nil }
  }

  /// Clinical time; nil where it is not known.
  public var time: Time?
  /// Services that have work under some pairing, net of reversals.
  public var services = Units.zero
  /// The work of all services.
  public var work = Work()
  /// Services and work by family of codes, as many numbers as the caller tells apart.
  public var families: [Int: Family] = [:]
  /// Lines that have work under some pairing.
  public var lines = 0
  /// Lines that only one of the two fee schedules values.
  public var linesOfOneVintage = 0
  /// Lines on days outside the roster's intervals, or on leave.
  public var linesOutsideEmployment = 0

  /// Nothing.
  public init() {}

  /// The same part with some families as one.
  public func merging(_ numbers: Set<Int>, into other: Int) -> BridgePart {
    var result = self
    for number in numbers.sorted() {
      guard let family = result.families.removeValue(forKey: number) else { continue }
      result.families[other, default: Family()].services += family.services
      result.families[other, default: Family()].work += family.work
    }
    return result
  }

  /// Whether the families add up to the whole.
  var familiesAreWhole: Bool {
    let sum = families.values.reduce(into: Family()) {
      $0.services += $1.services
      $0.work += $1.work
    }
    return sum.services == services && sum.work == work
  }

  /// Whether there are services to be told apart by volume and mix.
  public var hasServices: Bool { services > .zero }
  /// Whether nothing was done.
  public var isEmpty: Bool { services == .zero && work.isZero }
}
