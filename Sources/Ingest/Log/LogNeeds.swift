/// Which columns of a log a run keeps beyond those that every run does: others are checked, and not kept in memory.
public struct LogNeeds: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Needs from their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The day of posting, where a policy's vintage is post-date.
  public static let postDate = LogNeeds(rawValue: 1)
  /// Who billed and who supervised, where a policy credits them.
  public static let attribution = LogNeeds(rawValue: 2)
  /// The source's own RVUs, where they are to be compared.
  public static let sourceRVU = LogNeeds(rawValue: 4)
}
