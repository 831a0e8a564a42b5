/// The columns of a survey besides its percentiles, by their names in the standard form.
enum SurveyColumn: String, CaseIterable, Sendable {
  case survey
  case year
  case dataYear = "data_year"
  case specialty
  case region
  case providerType = "provider_type"
  case metric
  case respondents = "n"
  case organisations
  case mean
  case deviation = "sd"
  case caution
}
