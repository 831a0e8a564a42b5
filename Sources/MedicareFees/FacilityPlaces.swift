import ProductivityModel

/// Which places of service are facilities, where the lower practice expense of the facility setting is paid.
///
/// - Source: `cms-pfs/place-of-service.csv`, whose rows carry their citations.
public struct FacilityPlaces: Hashable, Sendable {
  /// Bit n is set for facility place n, in two words of 64.
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The places that are facilities; every other place is none.
  public init(_ places: some Sequence<PlaceOfService>) {
    for place in places {
      if place.number < 64 { low |= 1 << UInt64(place.number) } else { high |= 1 << UInt64(place.number - 64) }
    }
  }

  /// The setting of a place of service.
  ///
  /// A claim without a place is the caller's to decide.
  ///
  /// - Complexity: O(1).
  public func setting(of place: PlaceOfService) -> Setting {
    let bit = place.number < 64 ? low >> UInt64(place.number) : high >> UInt64(place.number - 64)
    return bit & 1 == 1 ? .facility : .nonfacility
  }

  /// The facility places, by number.
  public var places: [PlaceOfService] {
    (1...99).compactMap { PlaceOfService($0) }.filter { setting(of: $0) == .facility }
  }
}
