/// Which specialties use a code, and how much.
public struct CodeUsage: Hashable, Sendable {
  /// What one specialty did.
  public struct Row: Hashable, Sendable {
    /// The specialty, as the source names it.
    public var specialty: String
    /// The services.
    public var units: Units
    /// The lines of service; nil where the source gives sums only.
    public var lines: Int?
    /// The clinicians; nil where they cannot be counted.
    public var clinicians: Int?

    /// What a specialty did.
    public init(specialty: String, units: Units, lines: Int?, clinicians: Int?) {
      self.specialty = specialty
      self.units = units
      self.lines = lines
      self.clinicians = clinicians
    }
  }

  /// The specialties, those with the most services first, equal ones by name.
  public var rows: [Row]
  /// Where the counts come from, in a sentence.
  public var basis: String

  /// The use of a code.
  public init(rows: [Row], basis: String) {
    self.rows = rows.sorted {
      $0.units != $1.units ? $0.units > $1.units : $0.specialty.utf8.lexicographicallyPrecedes($1.specialty.utf8)
    }
    self.basis = basis
  }

  /// All services together.
  public var units: Units { rows.reduce(.zero) { $0 + $1.units } }
}
