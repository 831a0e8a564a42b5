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
  /// The first day of service to which the row applies.
  public var from: CalendarDate
  /// The last day of service to which it applies; nil while it is in force.
  public var through: CalendarDate?
  /// Where the number comes from.
  public var citation: String

  /// A row of a modifier table.
  public init(
    modifiers: [Modifier], slot: ModifierSlot, conditions: IndicatorConditions = IndicatorConditions(), amount: Amount,
    isOncePerLine: Bool = false, isOutsideRanking: Bool = false, flag: String? = nil, from: CalendarDate,
    through: CalendarDate? = nil, citation: String
  ) {
    self.modifiers = modifiers
    self.slot = slot
    self.conditions = conditions
    self.amount = amount
    self.isOncePerLine = isOncePerLine
    self.isOutsideRanking = isOutsideRanking
    self.flag = flag
    self.from = from
    self.through = through
    self.citation = citation
  }
}

/// Which adjustment a modifier makes; the order of the cases is the order in which they are told.
public enum ModifierSlot: String, CaseIterable, Hashable, Sendable {
  case bilateral
  case extended
  case reduced
  case discontinued
  case splitCare = "split-care"
  case coSurgeon = "co-surgeon"
  case team
  case returnToRoom = "return-to-room"
  case assistant
  case technical
  case repeated
  case several

  /// The role class in which a line with this adjustment ranks, if it is not the surgeon's.
  public var role: RoleClass? {
    switch self {
    case .assistant: .assistant
    case .coSurgeon: .coSurgeon
    case .team: .team
    default: nil
    }
  }
}

/// Whose part in a procedure a line is; several procedures are ranked within a role.
public enum RoleClass: UInt8, CaseIterable, Hashable, Sendable, BitwiseCopyable {
  case surgeon
  case assistant
  case coSurgeon
  case team
}

/// A part of the global surgical package, valued by the percentages of the fee schedule row.
public enum PackagePortion: String, CaseIterable, Hashable, Sendable {
  case preoperative
  case intraoperative
  case postoperative
}

/// What a fee schedule row must say for a modifier row to apply; an empty list does not ask.
public struct IndicatorConditions: Hashable, Sendable {
  /// The bilateral indicators that qualify.
  public var bilateral: [BilateralIndicator]
  /// The assistant-at-surgery indicators that qualify.
  public var assistant: [AssistantIndicator]
  /// The co-surgeon indicators that qualify.
  public var coSurgeon: [CoSurgeonIndicator]
  /// The team surgery indicators that qualify.
  public var team: [TeamIndicator]
  /// Whether the code must have, or must not have, a row of its own for the discontinued procedure (53).
  public var hasDiscontinuedRow: Bool?
  /// Whether the row's package percentages must, or must not, add up to more than nothing.
  public var hasPackagePercentages: Bool?

  /// Conditions; none unless given.
  public init(
    bilateral: [BilateralIndicator] = [], assistant: [AssistantIndicator] = [], coSurgeon: [CoSurgeonIndicator] = [],
    team: [TeamIndicator] = [], hasDiscontinuedRow: Bool? = nil, hasPackagePercentages: Bool? = nil
  ) {
    self.bilateral = bilateral
    self.assistant = assistant
    self.coSurgeon = coSurgeon
    self.team = team
    self.hasDiscontinuedRow = hasDiscontinuedRow
    self.hasPackagePercentages = hasPackagePercentages
  }

  /// Whether a row qualifies; nil where it lacks an indicator that would decide.
  func hold(for row: FeeRow, hasDiscontinuedRow rowExists: Bool) -> Bool? {
    if let wanted = hasDiscontinuedRow, wanted != rowExists { return false }
    if let wanted = hasPackagePercentages {
      guard let pre = row.preoperative, let intra = row.intraoperative, let post = row.postoperative else { return nil }
      if wanted != (pre + intra + post > 0) { return false }
    }
    if !bilateral.isEmpty {
      guard let indicator = row.bilateral else { return nil }
      if !bilateral.contains(indicator) { return false }
    }
    if !assistant.isEmpty {
      guard let indicator = row.assistant else { return nil }
      if !assistant.contains(indicator) { return false }
    }
    if !coSurgeon.isEmpty {
      guard let indicator = row.coSurgeon else { return nil }
      if !coSurgeon.contains(indicator) { return false }
    }
    if !team.isEmpty {
      guard let indicator = row.team else { return nil }
      if !team.contains(indicator) { return false }
    }
    return true
  }
}
