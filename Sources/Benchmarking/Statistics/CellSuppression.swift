/// Which groups of a table must not be shown, so that nobody's figures are laid open, from what is printed or by subtraction.
///
/// A group is hidden where it has fewer people than the minimum, or where one organisation has more than its share of them.
/// Where a total is printed too, what it is more than the groups shown is a figure of all hidden groups together. So that
/// this says no more than a group that may be shown does, more groups are hidden, the smallest first, until the hidden ones
///
/// - are at least two, and together at least the minimum, no organisation having more than its share of them;
/// - are not all known by their sum: more people than groups, not as many as where each had one fewer than the minimum, and
///   not all of one value.
///
/// Groups of the same size are hidden together, since which of them came first would tell the size of the others. Where this
/// cannot be reached, the total is hidden. Someone who knows these rules, the minimum and everything printed then cannot find
/// the number of people or the mean of any hidden group; tests try to.
public struct CellSuppression: Hashable, Sendable {
  /// A group, as far as it matters for what may be shown.
  public struct Group: Hashable, Sendable {
    /// How many people it has.
    public var people: Int
    /// The least of their values.
    public var lowest: Int64
    /// The greatest of their values.
    public var highest: Int64
    /// The people of each organisation by its number, or their weight; empty where organisations are not known.
    public var organisations: [Int: Int64]

    /// A group.
    public init(people: Int, lowest: Int64, highest: Int64, organisations: [Int: Int64] = [:]) {
      self.people = people
      self.lowest = lowest
      self.highest = highest
      self.organisations = organisations
    }

    /// Several groups as one.
    static func union(_ groups: [Group]) -> Group? {
      guard var all = groups.first else { return nil }
      for group in groups.dropFirst() {
        all.people += group.people
        all.lowest = min(all.lowest, group.lowest)
        all.highest = max(all.highest, group.highest)
        all.organisations.merge(group.organisations, uniquingKeysWith: +)
      }
      return all
    }
  }

  /// Why a group is hidden.
  public enum Reason: Hashable, Sendable {
    /// It has fewer people than the minimum.
    case fewPeople
    /// One organisation has more than its share of the people.
    case dominated
    /// Another group could be found by subtraction.
    case complementary
  }

  /// What may be shown.
  public struct Outcome: Hashable, Sendable {
    /// Why each group is hidden, in the order of the groups; nil for those that may be shown.
    public var reasons: [Reason?]
    /// Whether the total must not be shown.
    public var hidesTotal: Bool
  }

  /// The fewest people whose figures may be shown.
  public let minimum: Int
  /// The most of a group's people that one organisation may have.
  public let organisationShare: Percent

  /// Rules of what may be shown; one organisation may have a quarter of the people unless another share is given.
  public init(minimum: Int, organisationShare: Percent = Percent(25)) {
    self.minimum = minimum
    self.organisationShare = organisationShare
  }

  /// What may be shown of some groups that share no people.
  ///
  /// - Parameter showsTotal: whether a total of all groups is to be printed with them.
  /// - Complexity: O(n log n) in the groups.
  public func outcome(for groups: [Group], showsTotal: Bool) -> Outcome {
    let own = groups.map(reason)
    guard showsTotal, let everyone = Group.union(groups), reason(everyone) == nil else {
      return Outcome(reasons: own, hidesTotal: true)
    }
    var reasons = own
    var hidden = groups.indices.filter { reasons[$0] != nil }
    guard !hidden.isEmpty else { return Outcome(reasons: reasons, hidesTotal: false) }
    var others = groups.indices.filter { reasons[$0] == nil }.sorted { groups[$0].people < groups[$1].people }[...]
    while !isSafe(hidden.map { groups[$0] }) {
      guard let least = others.first.map({ groups[$0].people }) else {
        return Outcome(reasons: own, hidesTotal: true)
      }
      while let next = others.first, groups[next].people == least {
        hidden.append(next)
        reasons[next] = .complementary
        others.removeFirst()
      }
    }
    return Outcome(reasons: reasons, hidesTotal: false)
  }

  /// Why a group of its own must not be shown.
  private func reason(_ group: Group) -> Reason? {
    if group.people < minimum { return .fewPeople }
    let total = group.organisations.values.reduce(Int128(0)) { $0 + Int128($1) }
    let most = Int128(group.organisations.values.max() ?? 0)
    return most * 1_000_000 > total * Int128(organisationShare.tenThousandths) ? .dominated : nil
  }

  /// Whether figures of these groups together tell nothing of one of them.
  private func isSafe(_ hidden: [Group]) -> Bool {
    guard hidden.count > 1, let all = Group.union(hidden), reason(all) == nil else { return false }
    return all.people > hidden.count && all.people != hidden.count * (minimum - 1) && all.lowest < all.highest
  }
}
