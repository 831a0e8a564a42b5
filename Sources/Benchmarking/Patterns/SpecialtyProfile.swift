import ProductivityModel

/// How often a specialty reports each code elsewhere, such as nationally in Medicare.
public struct SpecialtyProfile: Hashable, Sendable {
  /// Where the counts come from, as their file says.
  public var source: String
  /// The year of the services.
  public var year: Int
  /// The specialty, as the file names it.
  public var specialty: String
  /// How many services of each code, in ten-thousandths.
  public var services: [ProcedureCode: Int64]

  /// A specialty's profile.
  public init(source: String, year: Int, specialty: String, services: [ProcedureCode: Int64]) {
    self.source = source
    self.year = year
    self.specialty = specialty
    self.services = services
  }
}
