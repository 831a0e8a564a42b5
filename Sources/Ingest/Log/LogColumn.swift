/// The standard columns of a procedure log.
public enum LogColumn: String, CaseIterable, Sendable {
  case lineID = "line_id"
  case clinicianID = "clinician_id"
  case specialty
  case serviceDate = "service_date"
  case postDate = "post_date"
  case patientID = "patient_id"
  case code
  case modifiers
  case units
  case placeOfService = "place_of_service"
  case charge
  case minutes
  case baseUnits = "base_units"
  case postopDays = "postop_days"
  case billingID = "billing_id"
  case supervisingID = "supervising_id"
  case claimID = "claim_id"
  case voidOf = "void_of"
  case sourceRVU = "source_rvu"

  /// Whether a log cannot be read without the column.
  public var isRequired: Bool { self == .clinicianID || self == .serviceDate || self == .code }
}
