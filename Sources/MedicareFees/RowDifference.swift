import ProductivityModel

/// A row, a code or one component of it, in an earlier and a later release.
public struct RowDifference: Sendable {
  /// What can be said of the row.
  public enum Kind: String, CaseIterable, Sendable {
    /// Only the later release has it.
    case added
    /// Only the earlier release has it.
    case deleted
    /// Both have it, and a value or an indicator that can be compared differs.
    case changed
    /// Both have it, and nothing that can be compared differs.
    case same
    /// Both have it, and one of the two was carried over from another release: no evidence of anything.
    case carriedOver = "carried-over"
  }

  /// The code.
  public let code: ProcedureCode
  /// The component; nil for the code as a whole.
  public let component: Modifier?
  /// The row of the earlier release; nil where it has none.
  public let old: FeeRow?
  /// The row of the later release; nil where it has none.
  public let new: FeeRow?
  /// What can be said of it.
  public let kind: Kind
  /// How its work changed; nil where there is nothing to compare.
  public let workChange: WorkChange?
  /// The values that changed; none where there is nothing to compare.
  public let changedValues: [RowValue]
  /// Whether the indicators of both rows are those of their own releases and can be compared.
  public let hasComparableIndicators: Bool
  /// The indicators that changed; none where they cannot be compared.
  public let changedIndicators: [RowIndicator]

  /// A row in two releases, at least one of which has it.
  ///
  /// - Parameters:
  ///   - adjustments: the adjustments of work between the two releases, in the order of their days.
  ///   - indicators: those that both releases have.
  init(old: FeeRow, new: FeeRow, adjustments: [WorkAdjustment], indicators: [RowIndicator]) {
    code = new.code
    component = new.component
    self.old = old
    self.new = new
    guard !old.isCarriedOver, !new.isCarriedOver else {
      kind = .carriedOver
      workChange = nil
      changedValues = []
      hasComparableIndicators = false
      changedIndicators = []
      return
    }
    workChange = WorkChange(from: old.work, to: new.work, adjustments: adjustments)
    changedValues = RowValue.allCases.filter { $0.value(of: old) != $0.value(of: new) }
    hasComparableIndicators = old.hasOwnIndicators && new.hasOwnIndicators
    changedIndicators =
      hasComparableIndicators
      ? indicators.filter { indicator in
        guard let before = indicator.text(of: old), let after = indicator.text(of: new) else { return false }
        return before != after
      } : []
    kind = changedValues.isEmpty && changedIndicators.isEmpty ? .same : .changed
  }

  /// A row that only the later release has.
  init(added row: FeeRow) { self.init(only: row, .added) }

  /// A row that only the earlier release has.
  init(deleted row: FeeRow) { self.init(only: row, .deleted) }

  private init(only row: FeeRow, _ kind: Kind) {
    code = row.code
    component = row.component
    old = kind == .deleted ? row : nil
    new = kind == .added ? row : nil
    self.kind = kind
    workChange = nil
    changedValues = []
    hasComparableIndicators = false
    changedIndicators = []
  }

  /// The later work less the earlier; nil where one of the two is missing.
  public var workDifference: WorkRVU? {
    guard let old, let new else { return nil }
    return new.work - old.work
  }

  /// The change of work in tenths of a percent of the earlier work, rounded half away from zero; nil where there is no earlier
  /// work.
  public var workPercentTenths: Int64? {
    guard let old, old.work > .zero, let difference = workDifference else { return nil }
    let tenths =
      (2_000 * difference.millionths.magnitude + old.work.millionths.magnitude) / (2 * old.work.millionths.magnitude)
    return difference.millionths < 0 ? -Int64(tenths) : Int64(tenths)
  }
}
