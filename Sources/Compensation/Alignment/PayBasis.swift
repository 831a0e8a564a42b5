/// Which pay is held against productivity, by the word that jobs use.
public enum PayBasis: String, CaseIterable, Hashable, Sendable {
  /// What the plans pay for the days, whenever it is paid.
  case earned
  /// What was paid in the days, for whichever days it was.
  case paid
}
