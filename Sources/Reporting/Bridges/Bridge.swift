import Benchmarking
import ProductivityModel

/// What makes the difference in work RVUs between two periods, or between a clinician and the median of the peers.
///
/// Every row's steps add up to its change exactly, and the rows' steps to those of the whole.
public struct Bridge: Sendable {
  /// Which ledger's work RVUs are told.
  public enum Ledger: String, CaseIterable, Sendable {
    /// What a contract credits.
    case pay
    /// What is compared with surveys and peers.
    case benchmark
  }

  /// What is compared.
  public enum Kind: String, Sendable {
    /// Two periods.
    case periods
    /// A clinician and the peer in the middle, in one period.
    case medianPeer = "median-peer"
  }

  /// Where a bridge begins or ends.
  public struct Side: Hashable, Sendable {
    /// What it is called: `2025`, `the median peer`.
    public var name: String
    /// The days of service.
    public var period: DayRange
    /// The policy's name, or the names of all.
    public var policies: [String]
    /// The releases that value the lines, by their effective dates.
    public var releases: [String]

    /// A side.
    public init(name: String, period: DayRange, policies: [String], releases: [String]) {
      self.name = name
      self.period = period
      self.policies = policies
      self.releases = releases
    }
  }

  /// Why clinical time is not known.
  public enum TimeGap: Hashable, Sendable {
    /// The clinician is not in the roster.
    case notInRoster
    /// The roster splits the role between specialties in a way that cannot be read.
    case splitRole
    /// The roster gives no clinical time in a period.
    case noClinicalTime
  }

  /// One clinician in one specialty.
  public struct Row: Sendable {
    /// The id.
    public var id: String
    /// The name in the roster; the id where there is none.
    public var name: String
    /// The specialty; empty for none.
    public var specialty: String
    /// What was done on the one side.
    public var from: BridgePart
    /// What was done on the other side.
    public var to: BridgePart
    /// The steps.
    public var steps: BridgeSteps
    /// What of the mix each family of codes makes; empty where nothing is split.
    public var mixByFamily: [Int: WorkRVU]
    /// Why there is no step of time; nil where there is one, or where nothing is split.
    public var timeGap: TimeGap?

    /// A row; its steps follow from the two parts.
    public init(
      id: String, name: String, specialty: String, from: BridgePart, to: BridgePart, timeGap: TimeGap?
    ) {
      self.id = id
      self.name = name
      self.specialty = specialty
      self.from = from
      self.to = to
      let split = BridgeSplit(from: from, to: to)
      steps = split?.steps ?? BridgeSplit.steps(from: from, to: to)
      mixByFamily = split?.mixByFamily ?? [:]
      self.timeGap = split.map { $0.knowsTime ? nil : timeGap ?? .noClinicalTime } ?? nil
    }

    /// Whether the change is told by its causes: not where there are services on one side only, or none after reversals.
    public var isSplit: Bool { from.hasServices && to.hasServices }
  }

  /// Several rows together.
  public struct Sum: Sendable {
    /// What it is called: the practice, a specialty, a clinician.
    public var name: String
    /// How many clinicians are told by causes.
    public var splitCount = 0
    /// How many have services on the later side only.
    public var joinedCount = 0
    /// How many have services on the earlier side only.
    public var leftCount = 0
    /// How many cannot be told by causes, since their services come to nothing after reversals.
    public var unsplitCount = 0
    /// Work on the one side.
    public var from = WorkRVU.zero
    /// Work on the other side.
    public var to = WorkRVU.zero
    /// The steps.
    public var steps = BridgeSteps()
    /// Services of those who are told by causes, on both sides.
    public var services = (from: Units.zero, to: Units.zero)
    /// Clinical time of those of them for whom it is known on both sides.
    public var time = (from: BridgePart.Time(days: 0, fteDays: 0), to: BridgePart.Time(days: 0, fteDays: 0))
    /// Services of those for whom clinical time is known.
    public var timedServices = (from: Units.zero, to: Units.zero)
    /// How many are told by causes without clinical time.
    public var untimedCount = 0
    /// Lines that only one of the two fee schedules values.
    public var linesOfOneVintage = 0
    /// Lines on days outside the roster's intervals, or on leave.
    public var linesOutsideEmployment = 0

    /// The sum of rows.
    public init(_ name: String, _ rows: [Row]) {
      self.name = name
      for row in rows { add(row) }
    }

    private mutating func add(_ row: Row) {
      from += row.from.work[.from, .from]
      to += row.to.work[.to, .to]
      steps += row.steps
      guard row.isSplit else {
        if row.from.isEmpty {
          joinedCount += 1
        } else if row.to.isEmpty {
          leftCount += 1
        } else {
          unsplitCount += 1
        }
        return
      }
      splitCount += 1
      linesOfOneVintage += row.from.linesOfOneVintage + row.to.linesOfOneVintage
      linesOutsideEmployment += row.from.linesOutsideEmployment + row.to.linesOutsideEmployment
      services.from += row.from.services
      services.to += row.to.services
      guard row.timeGap == nil, let before = row.from.time, let after = row.to.time else {
        untimedCount += 1
        return
      }
      time.from.days += before.days
      time.from.fteDays += before.fteDays
      time.to.days += after.days
      time.to.fteDays += after.fteDays
      timedServices.from += row.from.services
      timedServices.to += row.to.services
    }

    /// The change.
    public var change: WorkRVU { to - from }
  }

  /// A family of codes of those who are told by causes.
  public struct Family: Sendable {
    /// The range of codes; empty for codes of no family.
    public var range: String
    /// What it is called.
    public var name: String
    /// Services and their work on the one side.
    public var from: (services: Units, work: WorkRVU)
    /// Services and their work on the other side.
    public var to: (services: Units, work: WorkRVU)
    /// What of the mix it makes.
    public var mix: WorkRVU

    /// A family.
    public init(
      range: String, name: String, from: (services: Units, work: WorkRVU), to: (services: Units, work: WorkRVU),
      mix: WorkRVU
    ) {
      self.range = range
      self.name = name
      self.from = from
      self.to = to
      self.mix = mix
    }
  }

  /// What is compared.
  public var kind: Kind
  /// The practice's name.
  public var practice: String
  /// Which ledger's work RVUs.
  public var ledger: Ledger
  /// Where it begins.
  public var from: Side
  /// Where it ends.
  public var to: Side
  /// The clinicians, by specialty, name and id.
  public var rows: [Row]
  /// All of them together.
  public var total: Sum
  /// By specialty; empty where only one clinician is asked for.
  public var specialties: [Sum]
  /// By family of codes, the largest effects first.
  public var families: [Family]
  /// What the families of the rows are called, by their numbers.
  private var familyNames: [Int: (range: String, name: String)] = [:]
  /// How many others the median is the middle of; 0 for two periods.
  public var peerCount: Int
  /// The fewest others of whom something is told.
  public var minimumPeers: Int
  /// Whether families of codes that few of the others have are told as one.
  public var hidesFamilies = false
  /// Whether a roster gives clinical FTE.
  public var hasRoster: Bool
  /// Whether a day counts with at most 1.00 clinical FTE.
  public var capsAtFull = true
  /// What should be known of the inputs.
  public var findings: [Finding]
  /// Sentences that the reader must know.
  public var cautions: [String]

  /// A bridge of rows.
  ///
  /// - Parameters:
  ///   - name: what all rows together are called.
  ///   - isOne: whether the rows are one clinician's, so that specialties have no sums.
  ///   - families: the name and range of a family's number.
  public init(
    kind: Kind, practice: String, ledger: Ledger, from: Side, to: Side, rows: [Row], name: String, isOne: Bool,
    families: (Int) -> (range: String, name: String), peerCount: Int = 0, minimumPeers: Int, hasRoster: Bool,
    findings: [Finding],
    cautions: [String]
  ) {
    self.kind = kind
    self.practice = practice
    self.ledger = ledger
    self.from = from
    self.to = to
    self.rows = rows.inNameOrder { ($0.specialty, $0.name, $0.id) }
    total = Sum(name, rows)
    specialties =
      isOne
      ? []
      : Dictionary(grouping: self.rows, by: \.specialty).sorted { $0.key < $1.key }.map {
        Sum(StandingWording.specialty($0.key), $0.value)
      }
    self.peerCount = peerCount
    self.minimumPeers = minimumPeers
    self.hasRoster = hasRoster
    self.findings = findings
    self.cautions = cautions
    self.families = Self.families(of: rows, families)
    for number in Set(rows.flatMap { Array($0.from.families.keys) + Array($0.to.families.keys) }) {
      familyNames[number] = families(number)
    }
  }

  /// The bridge of one of its clinicians alone, in one specialty or in all; nil where the clinician is in no row.
  public func only(_ clinician: String, specialty: String? = nil) -> Bridge? {
    let own = rows.filter { $0.id == clinician && (specialty == nil || $0.specialty == specialty) }
    guard let name = own.first?.name else { return nil }
    var bridge = Bridge(
      kind: kind, practice: practice, ledger: ledger, from: from, to: to, rows: own, name: name, isOne: true,
      families: { familyNames[$0] ?? ("", "Other codes") }, peerCount: peerCount, minimumPeers: minimumPeers,
      hasRoster: hasRoster, findings: [], cautions: cautions)
    bridge.capsAtFull = capsAtFull
    bridge.hidesFamilies = hidesFamilies
    return bridge
  }

  private static func families(of rows: [Row], _ describe: (Int) -> (range: String, name: String)) -> [Family] {
    var sums: [Int: Family] = [:]
    for row in rows where row.isSplit {
      for number in Set(row.from.families.keys).union(row.to.families.keys) {
        let (range, name) = describe(number)
        let none = (services: Units.zero, work: WorkRVU.zero)
        var sum = sums[number] ?? Family(range: range, name: name, from: none, to: none, mix: .zero)
        if let part = row.from.families[number] {
          sum.from.services += part.services
          sum.from.work += part.work[.from, .from]
        }
        if let part = row.to.families[number] {
          sum.to.services += part.services
          sum.to.work += part.work[.to, .to]
        }
        sum.mix += row.mixByFamily[number] ?? .zero
        sums[number] = sum
      }
    }
    return sums.sorted {
      (-abs($0.value.mix.millionths), $0.key) < (-abs($1.value.mix.millionths), $1.key)
    }.map(\.value)
  }
}
