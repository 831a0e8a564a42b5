import MedicareFees
import ProductivityModel

/// The rules of crediting, in the order in which they apply.
public enum RuleName: String, CaseIterable, Hashable, Sendable {
  case rowChoice = "row-choice"
  case statusAndExclusion = "status-and-exclusion"
  case bilateralSurgery = "bilateral-surgery"
  case endoscopyFamily = "endoscopy-family"
  case multipleProcedures = "multiple-procedures"
  case roleAndExtent = "role-and-extent"
  case units
  case sign
  case attribution

  /// The rule's place in the order, 1 the first.
  public var order: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}

/// One step of the trail that leads from a fee schedule row to a credit: typed data, from which words are made last.
public struct Adjustment: Hashable, Sendable {
  /// The rule that made it.
  public var rule: RuleName
  /// What it multiplied by.
  public var factor: Factor
  /// Why.
  public var reason: Reason
  /// Where the number comes from.
  public var citation: String

  /// Why a step was taken.
  public enum Reason: Hashable, Sendable {
    /// The row of a component (26, TC or 53), or the base row, was chosen.
    case chose(row: Modifier?)
    /// The base row was taken although the line carries a component modifier that the code has no row for.
    case noComponentRow(Modifier)
    /// The line carries TC on a code without a technical row: no physician work.
    case technicalWithoutRow
    /// The row is marked as not used for Medicare payment and is credited because it has work.
    case valuedStatus(StatusCode)
    /// A modifier's row of the policy.
    case modifier(Modifier, slot: ModifierSlot, flag: String?)
    /// LT and RT on one line are both sides, as 50 says.
    case sidesOnOneLine
    /// An LT and an RT line are a pair: the first has its value in full, the other the rest of what both are worth.
    case pairOfSides(isFirst: Bool)
    /// Two units are both sides.
    case twoUnits
    /// The highest endoscopy of a family, in full; the family's base.
    case endoscopyHead(base: ProcedureCode)
    /// Another endoscopy of a family: what it is worth above the base.
    case endoscopyAboveBase(base: ProcedureCode)
    /// The base of a family, which its other endoscopies include.
    case endoscopyBase
    /// A part of another service of the day.
    case bundled
    /// The line's places among several procedures of its role: the first of them, how many it takes, and of how many.
    case places(first: Int, own: Int, count: Int)
    /// The number of services.
    case units(Units)
    /// Both sides are credited once, whatever the units.
    case unitsInModifier(Modifier)
    /// Everything of the clinician, patient and day is reversed.
    case reversed
    /// A share of the credit goes to another clinician.
    case attributed(AttributionRow.Party)
  }

  /// A step.
  public init(rule: RuleName, factor: Factor, reason: Reason, citation: String) {
    self.rule = rule
    self.factor = factor
    self.reason = reason
    self.citation = citation
  }
}
