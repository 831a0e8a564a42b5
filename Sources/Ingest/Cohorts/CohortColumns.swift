/// The columns of a table of which a cohort is made, by their names in any case.
public struct CohortColumns: Hashable, Sendable {
  /// The column of what is measured.
  public let value: String
  /// The columns by which people are grouped.
  public let groups: [String]
  /// The column of how many people a row stands for; nil where each stands for one.
  public let weight: String?
  /// The column of the organisation; nil where it is not known.
  public let organisation: String?

  /// Columns by their names.
  public init(value: String, groups: [String] = [], weight: String? = nil, organisation: String? = nil) {
    func name(_ text: String) -> String { text.trimmed.lowercased() }
    self.value = name(value)
    self.groups = groups.map(name)
    self.weight = weight.map(name)
    self.organisation = organisation.map(name)
  }

  /// All columns that a table must have.
  var required: [String] {
    var names: [String] = []
    for name in [value] + groups + [weight, organisation].compactMap({ $0 }) where !names.contains(name) {
      names.append(name)
    }
    return names
  }
}
