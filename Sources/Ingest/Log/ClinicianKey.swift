/// By what a log names its clinicians.
public enum ClinicianKey: String, CaseIterable, Sendable {
  /// By the id that the roster has under `clinician_id`.
  case id
  /// By the national provider identifier that the roster has under `npi`.
  case npi
  /// By the name that the roster has under `name`.
  case name
}
