/// What people of a cohort have in common: the columns of a survey by which a row is found.
public struct CohortKey: Hashable, Comparable, Sendable {
  /// The specialty, with whatever else groups were made by.
  public var specialty: String
  /// The region; empty for all.
  public var region: String
  /// The kind of provider; empty for all.
  public var providerType: String

  /// What the row of everybody, and a cohort without groups, is called.
  public static let everyone = CohortKey(specialty: "All")

  /// What a group has in common.
  public init(specialty: String, region: String = "", providerType: String = "") {
    self.specialty = specialty
    self.region = region
    self.providerType = providerType
  }

  /// The parts that are not empty, as messages call the group.
  public var name: String {
    [specialty, region, providerType].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Whether the first comes first: by specialty, region and kind of provider, as bytes sort.
  public static func < (a: Self, b: Self) -> Bool {
    for (x, y) in [(a.specialty, b.specialty), (a.region, b.region), (a.providerType, b.providerType)] where x != y {
      return x.utf8.lexicographicallyPrecedes(y.utf8)
    }
    return false
  }
}

/// The people of a group, one entry a person in each list.
public struct CohortGroup: Sendable {
  /// What they have in common.
  public var key: CohortKey
  /// Their values, in millionths of the metric's unit.
  public var values: [Int64] = []
  /// Their weights, above zero; empty where each counts once.
  public var weights: [Int64] = []
  /// The numbers of their organisations; empty where these are not known.
  public var organisations: [Int32] = []

  /// A group without people.
  public init(_ key: CohortKey) { self.key = key }

  /// A group of people that count once each, of organisations that are not known.
  public init(_ key: CohortKey, values: [Int64]) {
    self.key = key
    self.values = values
  }

  /// Adds the people of another group.
  mutating func add(_ other: CohortGroup) {
    values += other.values
    weights += other.weights
    organisations += other.organisations
  }

  /// What decides whether it may be shown.
  var cell: CellSuppression.Group {
    var shares: [Int: Int64] = [:]
    for (index, organisation) in organisations.enumerated() {
      shares[Int(organisation), default: 0] += weights.isEmpty ? 1 : weights[index]
    }
    return CellSuppression.Group(
      people: values.count, lowest: values.min() ?? 0, highest: values.max() ?? 0, organisations: shares)
  }
}
