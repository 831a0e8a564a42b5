import MedicareFees
import ProductivityModel

/// A line of a claim, as far as its payment depends on it.
public struct ClaimLine: Hashable, Sendable {
  /// The code.
  public var code: ProcedureCode
  /// The modifiers.
  public var modifiers: ModifierList
  /// The number of services; above zero.
  public var units: Units
  /// The setting of its place of service.
  public var setting: Setting
  /// What is charged for the line in all; nil where it is not known, and then not compared.
  public var charge: Money?
  /// Minutes of anesthesia, in thousandths.
  public var minutes: Int64?
  /// Base units of anesthesia, in thousandths.
  public var baseUnits: Int64?

  /// A line.
  public init(
    code: ProcedureCode, modifiers: ModifierList = ModifierList(), units: Units = .one, setting: Setting,
    charge: Money? = nil, minutes: Int64? = nil, baseUnits: Int64? = nil
  ) {
    self.code = code
    self.modifiers = modifiers
    self.units = units
    self.setting = setting
    self.charge = charge
    self.minutes = minutes
    self.baseUnits = baseUnits
  }
}
