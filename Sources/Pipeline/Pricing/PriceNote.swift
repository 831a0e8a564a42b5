import MedicareFees

/// What the output says of a row beside its amounts: why one is missing, or what it rests on.
///
/// The codes are stable; programs may rely on them.
public struct PriceNote: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The notes as bits.
  public let rawValue: UInt16

  /// Notes from their bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The service is rarely or never done outside a facility: no amount there.
  public static let nonfacilityIsNA = PriceNote(rawValue: 1)
  /// The service is rarely or never done in a facility: no amount there.
  public static let facilityIsNA = PriceNote(rawValue: 2)
  /// The outpatient cap is lower than the fee schedule amount, and applies.
  public static let capApplies = PriceNote(rawValue: 4)
  /// The release lacks the outpatient caps, and the row may be under one.
  public static let capNotKnown = PriceNote(rawValue: 8)
  /// The release of the day is not on board; its nearest neighbour is used.
  public static let substitutedRelease = PriceNote(rawValue: 16)

  /// The row has no RVUs outside a facility, and has some in one.
  public static let nonfacilityHasNoRVUs = PriceNote(rawValue: 32)
  /// The row has no RVUs in a facility, and has some outside one.
  public static let facilityHasNoRVUs = PriceNote(rawValue: 64)

  private static let words: [(PriceNote, String)] = [
    (.nonfacilityIsNA, "na-nonfacility"), (.facilityIsNA, "na-facility"), (.capApplies, "opps-cap"),
    (.capNotKnown, "opps-cap-unknown"), (.substitutedRelease, "substituted-release"),
    (.nonfacilityHasNoRVUs, "no-rvus-nonfacility"),
    (.facilityHasNoRVUs, "no-rvus-facility"),
  ]

  /// The codes, separated by blanks.
  public var text: String {
    if isSuperset(of: [.nonfacilityIsNA, .facilityIsNA]) { return "na-setting" }
    return Self.words.filter { contains($0.0) }.map(\.1).joined(separator: " ")
  }
}
