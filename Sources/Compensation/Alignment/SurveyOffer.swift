import Benchmarking

/// The row of a survey in which a clinician's figure is to be placed, or why there is none.
public enum SurveyOffer: Hashable, Sendable {
  /// A row, with its dollars aged where that is asked for, and how it was come by, in sentences.
  case row(SurveyRow, notes: [String])
  /// No survey has one for the specialty.
  case none
  /// Its dollars cannot be brought to the day asked for.
  case notAged(SurveyAgeing.Refusal)
}
