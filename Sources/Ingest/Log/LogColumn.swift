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
  /// 1 for a claim as it was first made, 7 for one that replaces it, 8 for one that voids it.
  case claimFrequency = "claim_frequency"
  case voidOf = "void_of"
  case sourceRVU = "source_rvu"

  /// Whether a log cannot be read without the column.
  public var isRequired: Bool { self == .clinicianID || self == .serviceDate || self == .code }
}
