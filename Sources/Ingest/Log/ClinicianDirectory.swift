import Benchmarking

/// The roster's clinicians by every key that a log may name them by.
public struct ClinicianDirectory: Sendable {
  /// What a key finds.
  enum Match: Hashable, Sendable {
    /// The clinician id.
    case found(String)
    /// Nobody has the key.
    case unknown
    /// Several people have it.
    case ambiguous
  }

  /// The forms that clinician ids have.
  let forms: IdentifierForms
  private var npis: [String: Match] = [:]
  private var names: [String: Match] = [:]

  /// The clinicians of a roster.
  public init(_ intervals: [RosterInterval]) {
    forms = IdentifierForms(intervals.map(\.clinicianID))
    for interval in intervals {
      if !interval.npi.isEmpty { Self.enter(interval.clinicianID, interval.npi, &npis) }
      if let key = ClinicianName.key(interval.name) { Self.enter(interval.clinicianID, key, &names) }
    }
  }

  private static func enter(_ id: String, _ key: String, _ table: inout [String: Match]) {
    let match = Match.found(id)
    table[key] = table[key].map { $0 == match ? match : .ambiguous } ?? match
  }

  /// The clinician of a national provider identifier of ten digits.
  func clinician(npi: String) -> Match { npis[npi] ?? .unknown }

  /// The clinician of a name, in any order and with any degrees.
  func clinician(name: String) -> Match { ClinicianName.key(name).flatMap { names[$0] } ?? .unknown }
}
