import ProductivityModel

/// Which days of a clinician count, and with how much clinical time: a practice's choice, the same for everyone in a run.
public struct TimeRules: Hashable, Sendable {
  /// What becomes of the days on which a new hire builds up a practice, and of the work done on them.
  public enum Ramp: String, CaseIterable, Sendable {
    /// They count in the totals and are left out of what is compared, and are shown apart.
    case exclude
    /// They count as any other day.
    case include
  }

  /// Whether a day counts with at most 1.0 clinical FTE, so that who works more is not normalised down.
  public var capsAtFull: Bool
  /// What becomes of ramp days.
  public var ramp: Ramp
  /// The least mean clinical FTE of a clinician who is compared, in millionths; 0 for any.
  public var minimumFTEMillionths: Int64

  /// Rules; those that hold unless a job says otherwise.
  public init(capsAtFull: Bool = true, ramp: Ramp = .exclude, minimumFTEMillionths: Int64 = 0) {
    self.capsAtFull = capsAtFull
    self.ramp = ramp
    self.minimumFTEMillionths = minimumFTEMillionths
  }
}
