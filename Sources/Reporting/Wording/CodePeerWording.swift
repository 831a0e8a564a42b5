import ProductivityModel

/// The words for a clinician's codes beside those of the others of the specialty.
enum CodePeerWording {
  /// Services a year in whole numbers, as services are; less than half of one is some, and not none.
  static func shown(_ units: Units) -> CellValue {
    let whole = Int64(truncatingIfNeeded: rounded(Int128(units.tenThousandths), over: 10_000))
    if whole == 0, units.tenThousandths > 0 { return .text("<1") }
    return .units(Units(tenThousandths: whole * 10_000))
  }

  /// Why there is no median of the others.
  static func whyHidden(of clinician: ClinicianResult, in results: RunResults) -> String {
    if clinician.specialty.isEmpty { return "no specialty is given" }
    if !clinician.split.isEmpty { return "a split role is compared in none of its specialties" }
    return
      "it is shown only where at least \(CountWording.count(results.minimumPeers, "other")) of the specialty with an annualised figure \(results.minimumPeers == 1 ? "has" : "have") the code"
  }

  /// What the two columns are.
  static func note(on clinician: ClinicianResult, in results: RunResults) -> String {
    "A year: services with benchmark work on the days that count, annualised \(clinician.annualizing), per 1.0 clinical FTE. "
      + "Peers' median: the same of the practice's others of the specialty with an annualised figure, of whom one without the code counts as none; "
      + "shown where at least \(results.minimumPeers) of them have it."
  }
}
