/// Why an employer's own statement differs, in the order in which differences are told apart.
public enum DifferenceCause: String, CaseIterable, Hashable, Sendable {
  /// Work of earlier periods differs, with which this period is measured to date: a difference of dollars alone.
  case earlierPeriods = "earlier periods"
  /// Lines that are credited here and that the employer does not have.
  case missingThere = "missing there"
  /// Lines that the employer has and that are not credited here.
  case missingHere = "missing here"
  /// The employer values a line by another release.
  case vintage
  /// The employer counts the units of a line otherwise.
  case units
  /// The employer adjusts a line for modifiers or several procedures otherwise.
  case policy
  /// The employer's figure of a line is ours, rounded to the hundredth.
  case rounding
  /// Work of the employer's that nothing of these explains.
  case unexplained = "not explained"
  /// The employer's amount comes out with another rate of the plan.
  case rate
  /// What remains of the amount: the employer's work under the plan does not come to its amount.
  case arithmetic
}
