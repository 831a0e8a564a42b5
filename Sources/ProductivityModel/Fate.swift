/// What becomes of an input record: each has exactly one fate, and the records of a file are the sum over all fates.
///
/// The order is that of the control totals, roughly that in which fates are decided.
public enum Fate: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// It cannot be understood: an impossible date, no code, not a number. Never counted further.
  case rejected
  /// The same line again: the same line id and content, or what an overlapping file gives a second time.
  case duplicate
  /// Replaced by a later record with the same line id, or by a later claim.
  case superseded
  /// Cancelled with its reversal; both lines are here.
  case voided
  /// It cannot be decided: an orphan reversal, an anesthesia line without base units.
  case held
  /// Its date lies outside the job's period.
  case outOfPeriod
  /// Not credited by the policy's code list or the code's status.
  case excluded
  /// The code is absent from the release, contractor-priced or unlisted.
  case unpriced
  /// Priced, at no work.
  case zeroValued
  /// Has work.
  case credited

  /// The name in data files: `out_of_period`.
  public var name: String {
    switch self {
    case .rejected: "rejected"
    case .duplicate: "duplicate"
    case .superseded: "superseded"
    case .voided: "voided"
    case .held: "held"
    case .outOfPeriod: "out_of_period"
    case .excluded: "excluded"
    case .unpriced: "unpriced"
    case .zeroValued: "zero_valued"
    case .credited: "credited"
    }
  }
}
