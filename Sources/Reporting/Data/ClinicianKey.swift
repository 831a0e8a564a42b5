/// Whom a row is about: what a table needs of a clinician's result in each of many rows, since a copy of the whole result for each
/// would cost more than all else.
struct ClinicianKey: Sendable {
  /// The clinician's id.
  var id: String
  /// The clinician's specialty.
  var specialty: String

  init(_ clinician: ClinicianResult) {
    id = clinician.id
    specialty = clinician.specialty
  }
}

extension RunResults {
  /// Gives out the clinicians' results in order, without a copy of any.
  func forEachClinician(_ body: (ClinicianResult) -> Void) {
    for index in clinicians.indices { body(clinicians[index]) }
  }

  /// The clinicians' results of one specialty in their order, of which alone copies are made.
  func clinicians(of specialty: String) -> [ClinicianResult] {
    clinicians.indices.filter { clinicians[$0].specialty == specialty }.map { clinicians[$0] }
  }
}
