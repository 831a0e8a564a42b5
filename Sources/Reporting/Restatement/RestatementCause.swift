/// Why work of a period is another than an earlier run said, in the order in which causes are told.
public enum RestatementCause: String, CaseIterable, Sendable {
  /// A line that was not there.
  case late
  /// A line that was there and is voided, a duplicate, held, or not in the logs any more.
  case void
  /// A line with another code, other modifiers, units or another day, or one that a later record replaces.
  case correction
  /// The same line with another factor, since other lines of its clinician and day changed.
  case session
  /// The same line of another clinician, or under another policy that the roster gives.
  case roster
  /// The same line valued by another release, or by other work of the same one.
  case release
  /// The same line under other rules.
  case policy
  /// What policies give to another clinician than the one who rendered the service.
  case attribution
}
