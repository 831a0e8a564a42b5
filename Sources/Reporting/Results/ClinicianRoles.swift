/// A run's clinicians, each with their specialties.
struct ClinicianRoles: Sendable {
  /// The places of each clinician's roles in the results, in the order of the first one; none is empty.
  private let places: [[Int]]

  /// The clinicians of a run.
  init(of results: RunResults) {
    var numbers: [String: Int] = [:]
    var places: [[Int]] = []
    for (place, role) in results.clinicians.enumerated() {
      if let number = numbers[role.id] {
        places[number].append(place)
      } else {
        numbers[role.id] = places.count
        places.append([place])
      }
    }
    self.places = places
  }

  /// A page for each clinician, made when it is asked for.
  ///
  /// - Parameters:
  ///   - address: which page a clinician of an id has.
  ///   - make: makes it of the clinician's roles, of which there is at least one.
  func series(
    in results: RunResults, at address: (String) -> ReportAddress,
    make: @escaping @Sendable (_ roles: [ClinicianResult], _ first: ClinicianResult) -> Report
  ) -> ReportSeries {
    let clinicians = results.clinicians
    let pages = places.map { ReportSeries.Page(address(clinicians[$0[0]].id), title: clinicians[$0[0]].name) }
    return ReportSeries(pages) { [places] number in
      make(places[number].map { clinicians[$0] }, clinicians[places[number][0]])
    }
  }
}
