/// Whether a period is measured with those before it in the year.
public enum MeasurementMode: String, CaseIterable, Hashable, Sendable {
  /// Earned to date less what was earned before.
  case cumulative
  /// Each period by itself, with its own share of the thresholds.
  case standAlone = "stand-alone"
}
