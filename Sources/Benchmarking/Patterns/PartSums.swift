/// The services of several clinicians together by part.
struct PartSums {
  /// The services of each part.
  private(set) var services: [Int64]
  /// How many clinicians have each part.
  private(set) var holders: [Int]
  /// How many clinicians have any of the parts.
  private(set) var clinicians = 0
  /// All services together.
  private(set) var total: Int64 = 0

  /// No services, of so many parts.
  init(parts: Int) {
    services = [Int64](repeating: 0, count: parts)
    holders = [Int](repeating: 0, count: parts)
  }

  /// Adds a clinician's services.
  ///
  /// - Complexity: O(parts that the clinician has).
  mutating func add(_ clinician: Int, of counts: PartCounts) { change(by: clinician, of: counts, 1) }

  /// Takes a clinician away who was added.
  ///
  /// - Complexity: O(parts that the clinician has).
  mutating func remove(_ clinician: Int, of counts: PartCounts) { change(by: clinician, of: counts, -1) }

  private mutating func change(by clinician: Int, of counts: PartCounts, _ sign: Int) {
    let places = counts.places(of: clinician)
    if places.isEmpty { return }
    clinicians += sign
    for place in places {
      let own = counts[place]
      services[Int(own.part)] += Int64(sign) * own.count
      holders[Int(own.part)] += sign
      total += Int64(sign) * own.count
    }
  }
}
