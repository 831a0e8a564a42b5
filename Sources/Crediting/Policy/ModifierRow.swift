import MedicareFees
import ProductivityModel

/// One dated, cited row of a policy's modifier table: what one or more modifiers do to a line.
///
/// Of the rows for a modifier the first whose conditions hold applies; of the rows that share a ``slot`` only one applies
/// to a line, so an assistant is not reduced twice for AS and 80.
public struct ModifierRow: Hashable, Sendable {
  /// What a row multiplies by.
  public enum Amount: Hashable, Sendable {
    /// A fixed factor.
    case factor(Factor)
    /// Portions of the global package, as the row's own percentages say.
    case portions([PackagePortion])
  }

  /// The modifiers to which the row applies.
  public var modifiers: [Modifier]
  /// Which adjustment this is; a line takes one row of each slot, the first in the policy's order.
  public var slot: ModifierSlot
  /// What the fee schedule row must say for this row to apply.
  public var conditions: IndicatorConditions
  /// What it multiplies by.
  public var amount: Amount
  /// Whether the amount stands for the whole line, whatever its units: both sides of a bilateral procedure.
  public var isOncePerLine: Bool
  /// Whether a line with it is not ranked among several procedures.
  public var isOutsideRanking: Bool
  /// Why the row rests on an assumption that the reader should know; nil where it follows its source plainly.
  public var flag: String?
  /// Whether the postoperative portion counts by the days of care that the line gives, where it gives them.
  public var isByDays: Bool
  /// The days of service to which the row applies.
  public var dates: EffectiveDates
  /// Where the number comes from.
  public var citation: String

  /// A row of a modifier table.
  public init(
    modifiers: [Modifier], slot: ModifierSlot, conditions: IndicatorConditions = IndicatorConditions(), amount: Amount,
    isOncePerLine: Bool = false, isOutsideRanking: Bool = false, isByDays: Bool = false, flag: String? = nil,
    dates: EffectiveDates, citation: String
  ) {
    self.modifiers = modifiers
    self.slot = slot
    self.conditions = conditions
    self.amount = amount
    self.isOncePerLine = isOncePerLine
    self.isOutsideRanking = isOutsideRanking
    self.flag = flag
    self.isByDays = isByDays
    self.dates = dates
    self.citation = citation
  }

  /// The place in a policy that decides what a modifier does, as findings name it: `modifiers: 52 (reduced)`.
  public func key(of modifier: Modifier) -> String { "modifiers: \(modifier) (\(slot.rawValue))" }
}
