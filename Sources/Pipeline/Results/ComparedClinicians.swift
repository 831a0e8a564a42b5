import Reporting

extension ClinicianResult {
  /// Whether the clinician's work is that of one known specialty: not in a role that is split, nor without a specialty.
  var isCompared: Bool { !specialty.isEmpty && split.isEmpty }

  /// Whether the clinician is among those of the specialty who are ranked: one of a peer's others.
  var isRanked: Bool { isCompared && annualizedPerFTE != nil }
}
