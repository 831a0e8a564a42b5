import Benchmarking
import ProductivityModel

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
  /// The names with their letters' marks taken off.
  private var plainNames: [String: Match] = [:]
  /// The names as the roster writes them, by their plain keys; those that several people have are left out.
  private var written: [String: String] = [:]

  /// The clinicians of a roster.
  public init(_ intervals: [RosterInterval]) {
    forms = IdentifierForms(intervals.map(\.clinicianID))
    for interval in intervals {
      if !interval.npi.isEmpty { Self.enter(interval.clinicianID, interval.npi, &npis) }
      guard let key = ClinicianName.key(interval.name) else { continue }
      Self.enter(interval.clinicianID, key, &names)
      let plain = ClinicianName.plainKey(key)
      Self.enter(interval.clinicianID, plain, &plainNames)
      if written[plain] == nil { written[plain] = interval.name }
    }
    for (key, match) in plainNames where match == .ambiguous { written[key] = nil }
  }

  private static func enter(_ id: String, _ key: String, _ table: inout [String: Match]) {
    let match = Match.found(id)
    table[key] = table[key].map { $0 == match ? match : .ambiguous } ?? match
  }

  /// The clinician of a national provider identifier of ten digits.
  func clinician(npi: String) -> Match { npis[npi] ?? .unknown }

  /// The clinician of a name, in any order and with any degrees.
  ///
  /// A name that nobody has as it is written is looked for without the marks of its letters, since many systems drop them.
  func clinician(name: String) -> Match {
    guard let key = ClinicianName.key(name) else { return .unknown }
    if let match = names[key] { return match }
    return plainNames[ClinicianName.plainKey(key)] ?? .unknown
  }

  /// The roster's name from which a name differs by a single slip: a letter more, less or another, or two changed about.
  ///
  /// A name that is further off may be a patient's, in a file whose columns have shifted, and nothing is said of it.
  func nearest(to name: String) -> String? {
    guard let key = ClinicianName.key(name).map(ClinicianName.plainKey), key.count >= 8 else { return nil }
    return SpellingSuggestion.nearest(to: key, in: written.keys, limit: 1).flatMap { written[$0] }
  }
}
