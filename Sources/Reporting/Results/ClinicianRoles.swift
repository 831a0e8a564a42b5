/// A run's clinicians, each with their specialties.
enum ClinicianRoles {
  /// The roles of each clinician, in the order of their first role; none is empty.
  static func all(of results: RunResults) -> [[ClinicianResult]] {
    var places: [String: Int] = [:]
    var clinicians: [[ClinicianResult]] = []
    for role in results.clinicians {
      if let place = places[role.id] {
        clinicians[place].append(role)
      } else {
        places[role.id] = clinicians.count
        clinicians.append([role])
      }
    }
    return clinicians
  }
}
