/// Why a clinician with an annualised figure is placed in no survey.
public enum SurveyGap: Hashable, Sendable {
  /// The job names no survey.
  case noSurvey
  /// The clinician has no specialty.
  case noSpecialty
  /// No row can be used for these specialties: one, or some of those of a split role.
  case noRow([String])
  /// The rows of a split role's specialties have no percentile in common.
  case nothingInCommon
}
