import MedicareFees
import ProductivityModel

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
