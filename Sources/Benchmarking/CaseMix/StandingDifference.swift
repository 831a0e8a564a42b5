/// Whether a standing among some of a cohort differs from that in the whole by more than a choice at random would make.
///
/// Of all others some are below the clinician. Of the nearest, `below` are: were the nearest any so many of the others, that number would be
/// hypergeometric. A difference is stated where so many of them, or more, would be below in at most 2.5 % of choices (or so many above):
/// the two sides together are a test at 5 %. Others with the same figure are on neither side, and of the two counts, below and above, the one
/// that says less decides.
public enum StandingDifference: Hashable, Sendable {
  /// More of the nearest are below than chance makes.
  case higher
  /// More of them are above than chance makes.
  case lower
  /// Not more than chance makes.
  case withinChance

  /// The largest probability of one side with which a difference is stated.
  public static let level = 0.025

  /// The difference for a figure, of the figures of all others and of those of them who are nearest.
  public init(of own: Int64, nearest: [Int64], others: [Int64]) {
    self.init(
      of: own, nearest: nearest, others: others.count, below: others.count { $0 < own },
      above: others.count { $0 > own })
  }

  /// How many of some figures there are, and how many of them are below a clinician's and above it.
  public struct Counts: Hashable, Sendable {
    let all: Int
    let below: Int
    let above: Int

    /// Counts that are known.
    public init(_ all: Int, below: Int, above: Int) {
      self.all = all
      self.below = below
      self.above = above
    }
  }

  /// The same of how many others there are, and how many of them are below the figure and above it.
  ///
  /// - Complexity: O(nearest).
  public init(of own: Int64, nearest: [Int64], others: Int, below: Int, above: Int) {
    self.init(
      nearest: Counts(nearest.count, below: nearest.count { $0 < own }, above: nearest.count { $0 > own }),
      others: Counts(others, below: below, above: above))
  }

  /// The same of how many figures there are of the nearest, and of all others.
  public init(nearest: Counts, others: Counts) {
    func isRare(_ marked: Int, _ found: Int, _ direction: Direction) -> Bool {
      Self.isRare(marked: marked, of: others.all, chosen: nearest.all, found: found, direction)
    }
    func isRareBelow(_ direction: Direction) -> Bool {
      isRare(others.below, nearest.below, direction)
    }
    func isRareAbove(_ direction: Direction) -> Bool {
      isRare(others.above, nearest.above, direction)
    }
    if isRareBelow(.orMore), isRareAbove(.orFewer) {
      self = .higher
    } else if isRareBelow(.orFewer), isRareAbove(.orMore) {
      self = .lower
    } else {
      self = .withinChance
    }
  }

  /// Whether a tail's probability is at most ``level``.
  ///
  /// Most are not, and for them it need not be worked out. By Cantelli's inequality outcomes of which the mean is one, and lies more than a
  /// fifth of a standard deviation from the last of them, have together more than 0.038. And where the likeliest outcome weighs 1, all
  /// together weigh at most √(1 + 12 variance): of whole numbers with a variance, those that are all equally likely are the flattest.
  ///
  /// - Complexity: O(1) or a few steps of a standard deviation's length where that tells, else that of
  ///   ``probability(marked:of:chosen:found:_:)``.
  static func isRare(marked: Int, of total: Int, chosen: Int, found: Int, _ direction: Direction) -> Bool {
    if total > 1, marked >= 0, chosen >= 0, marked <= total, chosen <= total {
      let mean = Double(chosen) * Double(marked) / Double(total)
      let variance =
        mean * Double(total - marked) * Double(total - chosen) / (Double(total) * Double(total - 1))
      // How far the first outcome that is not counted is beyond the mean.
      let distance = direction == .orMore ? mean - Double(found - 1) : Double(found + 1) - mean
      if distance > 0, distance * distance > 0.04 * variance { return false }
      let outcomes = Outcomes(marked: marked, total: total, chosen: chosen)
      if outcomes.weigh(1.2 * level * (1 + 12 * variance).squareRoot(), from: found, direction) { return false }
    }
    return probability(marked: marked, of: total, chosen: chosen, found: found, direction) <= level
  }

  /// How many of those drawn may be marked.
  private struct Outcomes {
    let marked: Int
    let total: Int
    let chosen: Int

    var least: Int { max(0, chosen + marked - total) }
    var most: Int { min(chosen, marked) }
    /// The likeliest.
    var mode: Int { min(most, max(least, (chosen + 1) * (marked + 1) / (total + 2))) }

    /// The weight of the next outcome over that of this one.
    func ratio(_ outcome: Int) -> Double {
      Double(marked - outcome) * Double(chosen - outcome)
        / (Double(outcome + 1) * Double(total - marked - chosen + outcome + 1))
    }

    /// Whether the outcomes from one on weigh more together than a limit, as far as those tell that weigh at least a hundredth of the
    /// likeliest, which weighs 1.
    func weigh(_ limit: Double, from found: Int, _ direction: Direction) -> Bool {
      guard least <= most else { return false }
      var (outcome, weight, counted) = (mode, 1.0, 0.0)
      while weight > 0.01 {
        if direction == .orMore ? outcome >= found : outcome <= found { counted += weight }
        if counted > limit { return true }
        if direction == .orMore {
          if outcome == most { return false }
          weight *= ratio(outcome)
          outcome += 1
        } else {
          if outcome == least { return false }
          outcome -= 1
          weight /= ratio(outcome)
        }
      }
      return false
    }
  }

  /// Which outcomes count together.
  enum Direction {
    case orMore
    case orFewer
  }

  /// The probability that of `chosen` ones drawn at random, without replacement, from `total` of which some are marked, `found` are marked, or
  /// more, or fewer: the tail of the hypergeometric distribution.
  ///
  /// Each outcome's weight follows from its neighbour's, from the likeliest on, so that nothing overflows; no function of the system's
  /// library is used, so that it has the same bits everywhere.
  ///
  /// - Complexity: O(√chosen), more only where the outcomes that count are too far from the likeliest to be numbers.
  static func probability(
    marked: Int, of total: Int, chosen: Int, found: Int, _ direction: Direction
  ) -> Double {
    let outcomes = Outcomes(marked: marked, total: total, chosen: chosen)
    let (least, most, mode) = (outcomes.least, outcomes.most, outcomes.mode)
    guard least <= most else { return 1 }
    func isCounted(_ outcome: Int) -> Bool { direction == .orMore ? outcome >= found : outcome <= found }
    var (all, counted) = (1.0, isCounted(mode) ? 1.0 : 0)
    // A weight that is too small beside a sum does not change it, nor does any further out, which is smaller yet.
    func isDone(_ outcome: Int, _ weight: Double) -> Bool {
      guard weight < all * 0x1p-56 else { return false }
      return isCounted(outcome)
        ? weight < counted * 0x1p-56 : !isCounted(outcome < mode ? least : most)
    }
    func add(_ outcome: Int, _ weight: Double) {
      all += weight
      if isCounted(outcome) { counted += weight }
    }
    var weight = 1.0
    for outcome in mode..<most where weight > 0 {
      weight *= outcomes.ratio(outcome)
      if isDone(outcome + 1, weight) { break }
      add(outcome + 1, weight)
    }
    weight = 1
    for outcome in stride(from: mode - 1, through: least, by: -1) where weight > 0 {
      weight /= outcomes.ratio(outcome)
      if isDone(outcome, weight) { break }
      add(outcome, weight)
    }
    return counted / all
  }
}
