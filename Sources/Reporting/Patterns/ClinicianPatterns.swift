import Benchmarking
import MedicareFees
import ProductivityModel

/// What a clinician's work consists of, beside that of others: case mix, levels of visits, modifiers.
public struct ClinicianPatterns: Sendable {
  /// The case mix; nil where nothing has work in the benchmark ledger, or nothing is known of it.
  public var caseMix: CaseMix?
  /// The kinds of visit that the clinician had, in the order of the reference data.
  public var visits: [VisitPattern]
  /// The modifiers that could have been used, in the order of the reference data.
  public var modifiers: [ModifierPattern]

  /// A clinician's patterns; none unless given.
  public init(caseMix: CaseMix? = nil, visits: [VisitPattern] = [], modifiers: [ModifierPattern] = []) {
    self.caseMix = caseMix
    self.visits = visits
    self.modifiers = modifiers
  }
}

/// By which rules a run compares what clinicians do.
public struct PatternRules: Hashable, Sendable {
  /// How many of the nearest case mix a clinician is compared with, at most.
  public var nearest: Int
  /// When a share is worth a review.
  public var review: ReviewRule
  /// Where the profiles of specialties elsewhere come from; empty where the job names none.
  public var profiles: [String]

  /// The rules of a run.
  public init(nearest: Int = 10, review: ReviewRule = ReviewRule(), profiles: [String] = []) {
    self.nearest = nearest
    self.review = review
    self.profiles = profiles
  }
}

/// A clinician's share of each code family, and where they stand among those of the nearest case mix.
public struct CaseMix: Sendable {
  /// A code family, in little memory: there are several of each clinician.
  public struct Family: Hashable, Sendable {
    private let number: Int16
    private let ownShare: Int32
    private let shareOfNearest: Int32?
    private let shareOfSpecialty: Int32?

    /// Its name.
    public var title: String { CodeFamily.all[Int(number)].title }
    /// The clinician's share of benchmark work RVUs, in millionths of the whole.
    public var share: Int64 { Int64(ownShare) }
    /// That of the nearest together; nil where hidden or there are none.
    public var nearestShare: Int64? { shareOfNearest.map(Int64.init) }
    /// That of the others of the specialty together; nil where hidden or there are none.
    public var specialtyShare: Int64? { shareOfSpecialty.map(Int64.init) }

    /// A family's shares, each at most the whole.
    ///
    /// - Parameter number: its place in ``MedicareFees/CodeFamily/all``.
    public init(_ number: Int, share: Int64, nearestShare: Int64?, specialtyShare: Int64?) {
      self.number = Int16(number)
      ownShare = Int32(share)
      shareOfNearest = nearestShare.map(Int32.init)
      shareOfSpecialty = specialtyShare.map(Int32.init)
    }
  }

  /// The nearest, and the clinician among them.
  public struct Nearest: Hashable, Sendable {
    /// How many they are, the clinician not among them.
    public var count: Int
    /// Whether there are more than wanted, since several are equally near as the last.
    public var isTied: Bool
    /// The greatest and the least similarity among them, in millionths.
    public var greatest: Int64
    /// The least.
    public var least: Int64
    /// Where the annualised figure stands among theirs, its own included.
    public var standing: PeerStanding
    /// The median of their annualised figures, the clinician's not included.
    public var median: WorkRVU
    /// Whether the standing differs from that among all others with a case mix by more than chance makes.
    public var difference: StandingDifference

    /// The nearest of a clinician.
    public init(
      count: Int, greatest: Int64, least: Int64, isTied: Bool = false, standing: PeerStanding, median: WorkRVU,
      difference: StandingDifference
    ) {
      self.count = count
      self.isTied = isTied
      self.greatest = greatest
      self.least = least
      self.standing = standing
      self.median = median
      self.difference = difference
    }
  }

  /// How many others of the specialty have an annualised figure and work to compare.
  public var others: Int
  /// How many more have an annualised figure, and are ranked, but no work in the benchmark ledger above zero, and so no case mix.
  public var withoutWork: Int
  /// The nearest; nil where there are too few others, or the clinician has no annualised figure.
  public var nearest: Nearest?
  /// Whether the nearest are fewer than all others, so that they say more than the specialty does.
  public var choosesNearest: Bool { nearest.map { $0.count < others } ?? false }
  /// The families by which the clinician departs most from the specialty, or the largest where that cannot be shown.
  public var families: [Family]

  /// A clinician's case mix.
  public init(others: Int, withoutWork: Int = 0, nearest: Nearest?, families: [Family]) {
    self.others = others
    self.withoutWork = withoutWork
    self.nearest = nearest
    self.families = families
  }
}

/// A clinician's visits of one kind by level.
public struct VisitPattern: Sendable {
  /// The visits of one code.
  public struct Level: Hashable, Sendable {
    /// The code.
    public var code: String
    /// Its level.
    public var level: Int
    /// The clinician's visits.
    public var visits: Units
    /// The interval of their share; nil where there are no visits to divide.
    public var interval: WilsonInterval?
    /// The share among the peers; nil where hidden or they are too few.
    public var peerShare: Double?
    /// The share elsewhere; nil where there is none.
    public var profileShare: Double?
    /// Whether the share is worth a review against the peers.
    public var isForReviewByPeers: Bool
    /// Whether it is against the specialty elsewhere.
    public var isForReviewByProfile: Bool

    /// A level's visits.
    public init(
      code: String, level: Int, visits: Units, interval: WilsonInterval?, peerShare: Double? = nil,
      profileShare: Double? = nil, isForReviewByPeers: Bool = false, isForReviewByProfile: Bool = false
    ) {
      self.code = code
      self.level = level
      self.visits = visits
      self.interval = interval
      self.peerShare = peerShare
      self.profileShare = profileShare
      self.isForReviewByPeers = isForReviewByPeers
      self.isForReviewByProfile = isForReviewByProfile
    }

    /// Whether the share is worth a review against either.
    public var isForReview: Bool { isForReviewByPeers || isForReviewByProfile }
  }

  /// The kind of visit.
  public var family: String
  /// Its levels, from the lowest.
  public var levels: [Level]
  /// All visits of the kind.
  public var visits: Units
  /// How many other clinicians of the specialty the peers' shares are of; nil where they are not shown.
  public var peers: Int?
  /// The visits of these peers.
  public var peerVisits: Units?
  /// What the visits would come to with the peers' levels, less what they come to; nil where it is not known or would lay a
  /// hidden share open.
  public var peerShift: WorkRVU?
  /// Where the shares elsewhere are from; nil where there are none.
  public var profile: String?
  /// What the visits would come to with the levels elsewhere, less what they come to.
  public var profileShift: WorkRVU?

  /// A kind of visit.
  public init(
    family: String, levels: [Level], visits: Units, peers: Int? = nil, peerVisits: Units? = nil,
    peerShift: WorkRVU? = nil, profile: String? = nil, profileShift: WorkRVU? = nil
  ) {
    self.family = family
    self.levels = levels
    self.visits = visits
    self.peers = peers
    self.peerVisits = peerVisits
    self.peerShift = peerShift
    self.profile = profile
    self.profileShift = profileShift
  }

  /// A level's share of the visits, 0 to 1; nil without visits.
  public func share(_ level: Level) -> Double? {
    visits.tenThousandths > 0
      ? Double(level.visits.tenThousandths) / Double(visits.tenThousandths) : nil
  }
}

/// How often a clinician uses a modifier where it means something.
public struct ModifierPattern: Hashable, Sendable {
  /// The modifier, or those that count together.
  public var name: String
  /// The clinician's lines on which it means something.
  public var lines: Int
  /// Those that carry it.
  public var carrying: Int
  /// The interval of the share; nil where there are no lines to divide.
  public var interval: WilsonInterval?
  /// How many other clinicians of the specialty the peers' share is of; nil where it is not shown.
  public var peers: Int?
  /// Their lines on which it means something.
  public var peerLines: Int?
  /// Their share, 0 to 1.
  public var peerShare: Double?
  /// Whether the share is worth a review.
  public var isForReview: Bool

  /// A modifier's use.
  public init(
    name: String, lines: Int, carrying: Int, interval: WilsonInterval?, peers: Int? = nil, peerLines: Int? = nil,
    peerShare: Double? = nil, isForReview: Bool = false
  ) {
    self.name = name
    self.lines = lines
    self.carrying = carrying
    self.interval = interval
    self.peers = peers
    self.peerLines = peerLines
    self.peerShare = peerShare
    self.isForReview = isForReview
  }

  /// The share of lines that carry it, 0 to 1; nil without lines.
  public var share: Double? { lines > 0 ? Double(carrying) / Double(lines) : nil }
}
