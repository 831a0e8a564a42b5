/// The services of several clinicians together by part, to which a clinician can be added, and from which one can be taken away.
struct PartSums {
  /// The services of each part.
  private(set) var services: [Int64]
  /// How many clinicians have each part.
  private(set) var holders: [Int]
  /// How many clinicians have any of the parts.
  private(set) var clinicians = 0

  /// No services, of so many parts.
  init(parts: Int) {
    services = [Int64](repeating: 0, count: parts)
    holders = [Int](repeating: 0, count: parts)
  }

  /// Adds a clinician's services of each part; one below zero is none.
  ///
  /// - Complexity: O(parts).
  mutating func add(_ own: [Int64]) { change(by: own, 1) }

  /// Takes a clinician away who was added.
  ///
  /// - Complexity: O(parts).
  mutating func remove(_ own: [Int64]) { change(by: own, -1) }

  private mutating func change(by own: [Int64], _ sign: Int) {
    if Self.change(&services, &holders, by: own.span, sign) { clinicians += sign }
  }

  /// - Returns: whether there is anything by which they change.
  private static func change(
    _ services: inout [Int64], _ holders: inout [Int], by own: Span<Int64>, _ sign: Int
  ) -> Bool {
    var services = services.mutableSpan
    var holders = holders.mutableSpan
    var hasAny = false
    for part in own.indices where own[part] > 0 {
      services[part] += Int64(sign) * own[part]
      holders[part] += sign
      hasAny = true
    }
    return hasAny
  }
}
