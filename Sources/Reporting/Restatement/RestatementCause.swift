/// Why work of a period is another than an earlier run said, in the order in which causes are told.
public enum RestatementCause: String, CaseIterable, Sendable {
  /// A line that was not there.
  case late
  /// A line that was there and is voided, a duplicate, held, or not in the logs any more.
  case void
  /// A line with another code, other modifiers, units, another day or clinician in the log, or one that a later record replaces.
  case correction
  /// The same line with another factor, since other lines of its clinician and day changed or are valued anew.
  case session
  /// A line of an unchanged log that the roster gives to another clinician, or under another policy that it gives.
  case roster
  /// The same line valued by another release, or by other work of the same one.
  case release
  /// The same line under other rules, of a policy or a plan.
  case policy
  /// What policies give to another clinician than the one who rendered the service.
  case attribution
}
