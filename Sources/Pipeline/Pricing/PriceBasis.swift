import MedicareFees
import ProductivityModel

/// What the rows of some days are priced by: a release, a conversion factor and the dated rules.
public struct PriceBasis: Hashable, Sendable {
  /// The release.
  public var release: ReleaseInfo
  /// Whether it stands in for the release of the day, which is not on board.
  public var isSubstitute: Bool
  /// The conversion factor; nil where none is known.
  public var factor: DatedConversionFactor?
  /// The national anesthesia conversion factor; nil where none is known.
  public var anesthesiaFactor: DatedConversionFactor?
  /// The rule of the limiting charge; nil where none holds.
  public var limitingCharge: PaymentRule?
  /// The rule of nonparticipating physicians; nil where none holds.
  public var nonparticipatingShare: PaymentRule?
  /// The rule of the anesthesia time unit; nil where none holds.
  public var anesthesiaMinutes: PaymentRule?
  /// The rule of anesthesia under medical direction; nil where none holds.
  public var directedShare: PaymentRule?
}
