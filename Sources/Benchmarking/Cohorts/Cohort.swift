/// The distributions of the groups of a cohort that may be shown, and which groups may not.
public struct Cohort: Sendable {
  /// A group that is not shown.
  public struct Hidden: Hashable, Sendable {
    /// The group.
    public var key: CohortKey
    /// Why; nil where a total is shown, since the reason would tell how large the group is.
    public var reason: CellSuppression.Reason?
  }

  /// The distributions, by group; that of everybody is the last.
  public let distributions: [CohortDistribution]
  /// The groups that are hidden, by group.
  public let hidden: [Hidden]
  /// How many people are in hidden groups.
  public let hiddenPeople: Int
  /// Whether the number of people in hidden groups may be told: of one hidden group it would be that group's size, and of a
  /// few people each of the groups would know nearly that of the others.
  public let tellsHiddenPeople: Bool
  /// Whether a row of everybody was asked for and is hidden.
  public let hidesTotal: Bool

  /// The distributions of some groups, in any order.
  ///
  /// - Complexity: O(n log n) in the people, and O(replicates x n) where intervals are asked for.
  public init(_ groups: [CohortGroup], by method: CohortMethod) {
    let groups = groups.filter { !$0.values.isEmpty }.sorted { $0.key < $1.key }
    let isTotalled = method.showsTotal && groups.contains { $0.key != .everyone }
    let outcome = method.suppression.outcome(for: groups.map(\.cell), showsTotal: isTotalled)
    hidesTotal = isTotalled && outcome.hidesTotal
    let showsTotal = isTotalled && !outcome.hidesTotal
    var distributions: [CohortDistribution] = []
    var hidden: [Hidden] = []
    var hiddenPeople = 0
    var everyone = CohortGroup(.everyone)
    for (group, reason) in zip(groups, outcome.reasons) {
      if showsTotal { everyone.add(group) }
      if let reason {
        hidden.append(Hidden(key: group.key, reason: showsTotal ? nil : reason))
        hiddenPeople += group.values.count
      } else if let distribution = CohortDistribution(of: group, by: method) {
        distributions.append(distribution)
      }
    }
    if showsTotal, let total = CohortDistribution(of: everyone, by: method) { distributions.append(total) }
    self.distributions = distributions
    self.hidden = hidden
    self.hiddenPeople = hiddenPeople
    tellsHiddenPeople = hidden.isEmpty || hidden.count >= 2 && hiddenPeople >= method.suppression.minimum
  }
}
