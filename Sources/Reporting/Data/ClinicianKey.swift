/// Whom a row is about: what a table needs of a clinician's result in each of many rows, since a copy of the whole result for each
/// would cost more than all else.
struct ClinicianKey: Sendable {
  /// The clinician's id.
  var id: String
  /// The clinician's specialty.
  var specialty: String
  /// Whether the row before is about the same.
  var isAsBefore = false

  /// The clinician at a place of a run's results.
  init(_ results: RunResults, _ place: Int) {
    id = results.clinicians[place].id
    specialty = results.clinicians[place].specialty
  }
}

extension RunResults {
  /// Gives out the results of some clinicians in order, without a copy of any.
  ///
  /// - Parameter places: of all unless given.
  func forEachClinician(of places: Range<Int>? = nil, _ body: (ClinicianResult) -> Void) {
    let all = clinicians.span
    for place in places ?? clinicians.indices { body(all[place]) }
  }

  /// The clinicians' results of one specialty in their order, of which alone copies are made.
  func clinicians(of specialty: String) -> [ClinicianResult] {
    clinicians.indices.filter { clinicians[$0].specialty == specialty }.map { clinicians[$0] }
  }
}
