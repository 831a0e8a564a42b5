/// The annualised figures of each specialty's clinicians, in millionths: gathered once for the scorecards of all.
struct SpecialtyFigures {
  /// By specialty, ascending; those of split roles are in none.
  private let figures: [String: [Int64]]

  init(_ results: RunResults) {
    var figures: [String: [Int64]] = [:]
    results.forEachClinician { clinician in
      guard let figure = Self.figure(of: clinician) else { return }
      figures[clinician.specialty, default: []].append(figure)
    }
    self.figures = figures.mapValues { $0.sorted() }
  }

  /// The figures of all others of a clinician's specialty, ascending.
  func others(of clinician: ClinicianResult) -> [Int64] {
    var others = figures[clinician.specialty] ?? []
    if let own = Self.figure(of: clinician), let place = others.firstIndex(of: own) { others.remove(at: place) }
    return others
  }

  private static func figure(of clinician: ClinicianResult) -> Int64? {
    clinician.split.isEmpty ? clinician.annualizedPerFTE?.millionths : nil
  }
}
