import MedicareFees

/// When lines without modifier 50 are both sides of one bilateral procedure.
///
/// What both sides are worth is the policy's row for 50, so a procedure earns the same however it is billed.
public struct BilateralPairPolicy: Hashable, Sendable {
  /// The bilateral indicators for which an LT and an RT line of one unit are a pair.
  public var sides: Set<BilateralIndicator>
  /// Those for which exactly two units without a side or digit are.
  public var units: Set<BilateralIndicator>
  /// The days of service to which this applies.
  public var dates: EffectiveDates
  /// Where this comes from.
  public var citation: String

  /// A rule of pairs.
  public init(
    sides: Set<BilateralIndicator>, units: Set<BilateralIndicator>, dates: EffectiveDates, citation: String
  ) {
    self.sides = sides
    self.units = units
    self.dates = dates
    self.citation = citation
  }
}
