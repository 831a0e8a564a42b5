import MedicareFees
import ProductivityModel

/// What a claim's amounts are made of besides the policy: release, place, factors and rules of its day.
public struct PaymentTerms: Sendable {
  /// The release.
  public var schedule: FeeSchedule
  /// The indices of the place.
  public var gpci: GPCI
  /// The conversion factor.
  public var factor: ConversionFactor
  /// The anesthesia conversion factor of the place; nil where it is not known.
  public var anesthesiaFactor: ConversionFactor?
  /// The rule of the anesthesia time unit; nil where none holds.
  public var anesthesiaMinutes: PaymentRule?
  /// The rule of anesthesia under medical direction; nil where none holds.
  public var directedShare: PaymentRule?

  /// Terms.
  public init(
    schedule: FeeSchedule, gpci: GPCI, factor: ConversionFactor, anesthesiaFactor: ConversionFactor? = nil,
    anesthesiaMinutes: PaymentRule? = nil, directedShare: PaymentRule? = nil
  ) {
    self.schedule = schedule
    self.gpci = gpci
    self.factor = factor
    self.anesthesiaFactor = anesthesiaFactor
    self.anesthesiaMinutes = anesthesiaMinutes
    self.directedShare = directedShare
  }
}
