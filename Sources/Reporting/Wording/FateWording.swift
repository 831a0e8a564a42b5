import ProductivityModel

/// The words for what becomes of a record.
public enum FateWording {
  /// A fate in a word or two: `Out of period`.
  static func title(_ fate: Fate) -> String { CountWording.sentence(phrase(fate)) }

  /// A fate within a sentence: `out of period`.
  static func phrase(_ fate: Fate) -> String {
    switch fate {
    case .outOfPeriod: "out of period"
    case .zeroValued: "zero-valued"
    default: fate.name
    }
  }

  /// What it means, in a sentence without a full stop.
  public static func meaning(_ fate: Fate) -> String {
    switch fate {
    case .rejected: "Cannot be understood; never counted further"
    case .duplicate: "The same line again"
    case .superseded: "Replaced by a later record with the same line id, or by a later claim"
    case .voided: "Cancelled with its reversal; both lines are counted here"
    case .held: "Cannot be decided, such as a reversal without its line"
    case .outOfPeriod: "Its date lies outside the period of the report"
    case .excluded: "Not credited by the policy's code list or the code's status"
    case .unpriced: "The code has no price in the release, so it earned nothing"
    case .zeroValued: "Priced at no work"
    case .credited: "Has work"
    }
  }
}
