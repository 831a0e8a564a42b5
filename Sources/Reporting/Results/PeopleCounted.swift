/// Whom a run has figures of: an id that the roster does not have is no clinician whom the practice could count.
struct PeopleCounted {
  /// Ids of clinicians; all of the log's where there is no roster.
  let known: Set<String>
  /// Ids with lines that the roster does not have.
  let unknown: Set<String>
  /// Specialties that are given.
  let specialties: Int

  /// The people of some results.
  init(in results: RunResults) {
    unknown = Set(results.clinicians.filter { $0.gap == .unknownFTE }.map(\.id))
    known = Set(results.clinicians.map(\.id)).subtracting(unknown)
    specialties = results.specialties.count { !$0.specialty.isEmpty }
  }

  /// How many ids are not in the roster, after some words; nothing where there is none.
  func unknownWords(_ before: String) -> String {
    unknown.isEmpty
      ? ""
      : "\(before)\(CountWording.count(unknown.count, "id")) that \(unknown.count == 1 ? "is" : "are") not in the roster"
  }
}
