import ProductivityModel

/// What is paid for a duty.
public struct Stipend: Hashable, Sendable {
  /// How a stipend is counted.
  public enum Measure: Hashable, Sendable {
    /// An amount a year, for the days that the plan is in effect; not scaled by FTE.
    case annual(Money)
    /// An amount for each unit, such as a shift, counted in a file.
    case perUnit(String, Money, source: String)
  }

  /// The component's name on statements and in what was paid, such as `call`.
  public var name: String
  /// How it is counted.
  public var measure: Measure
  /// The clinicians who have it; empty for everyone with the plan.
  public var clinicians: [String]
  /// Where it stands in the plan's file.
  ///
  /// Not among what makes two terms equal.
  public var position: SourcePosition

  /// A stipend.
  public init(name: String, measure: Measure, clinicians: [String] = [], position: SourcePosition) {
    self.name = name
    self.measure = measure
    self.clinicians = clinicians
    self.position = position
  }

  /// Whether two stipends pay the same, wherever they stand.
  public static func == (a: Self, b: Self) -> Bool {
    a.name == b.name && a.measure == b.measure && a.clinicians == b.clinicians
  }

  /// Hashes what is paid.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(measure)
    hasher.combine(clinicians)
  }
}
