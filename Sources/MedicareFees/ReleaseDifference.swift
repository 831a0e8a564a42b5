import ProductivityModel

/// What a release changed against an earlier one: codes, values and indicators.
public struct ReleaseDifference: Sendable {
  /// The earlier release.
  public let earlier: ReleaseInfo
  /// The later release.
  public let later: ReleaseInfo
  /// The number of codes of the earlier release.
  public let earlierCodes: Int
  /// The number of codes of the later release.
  public let laterCodes: Int
  /// The adjustments of work between the two, in the order of their days.
  public let adjustments: [WorkAdjustment]
  /// The indicators that both releases have.
  public let indicators: [RowIndicator]
  /// Every row of either release, by code, then component.
  public let rows: [RowDifference]
  /// The codes that only the later release has, sorted.
  public let addedCodes: [ProcedureCode]
  /// The codes that only the earlier release has, sorted.
  public let deletedCodes: [ProcedureCode]

  /// The difference of two releases.
  ///
  /// - Parameter adjustments: all that are known; only those between the releases are held against their values.
  /// - Complexity: O(n) in the rows.
  public init(from old: FeeSchedule, to new: FeeSchedule, adjustments: [WorkAdjustment]) {
    earlier = old.info
    later = new.info
    earlierCodes = old.codes.count
    laterCodes = new.codes.count
    let between = adjustments.between(old.info, and: new.info)
    self.adjustments = between
    let lacking = Set(old.info.lacks + new.info.lacks)
    let compared = RowIndicator.allCases.filter { !lacking.contains($0.rawValue) }
    indicators = compared
    addedCodes = new.codes.filter { old.index(of: $0) == nil }
    deletedCodes = old.codes.filter { new.index(of: $0) == nil }

    var rows: [RowDifference] = []
    rows.reserveCapacity(max(old.rows.count, new.rows.count))
    let later = new.rows
    var next = 0
    for row in old.rows {
      while next < later.count, Self.key(later[next]) < Self.key(row) {
        rows.append(RowDifference(added: later[next]))
        next += 1
      }
      if next < later.count, Self.key(later[next]) == Self.key(row) {
        rows.append(RowDifference(old: row, new: later[next], adjustments: between, indicators: compared))
        next += 1
      } else {
        rows.append(RowDifference(deleted: row))
      }
    }
    rows += later[next...].map(RowDifference.init(added:))
    self.rows = rows
  }

  /// The number of rows of a kind.
  public func count(_ kind: RowDifference.Kind) -> Int { rows.count { $0.kind == kind } }

  /// The number of rows with work in either release whose work changed in a way.
  public func count(_ change: WorkChange) -> Int {
    rows.count { $0.workChange == change && ($0.old?.work != .zero || $0.new?.work != .zero) }
  }

  /// The number of rows that were compared and have work in neither release.
  public var withoutWork: Int { rows.count { $0.workChange != nil && $0.old?.work == .zero && $0.new?.work == .zero } }

  /// The number of rows whose values were compared.
  public var compared: Int { rows.count { $0.workChange != nil } }

  /// The number of rows of which a value changed.
  public func count(changing value: RowValue) -> Int { rows.count { $0.changedValues.contains(value) } }

  /// The number of rows of which work, practice expense or malpractice changed.
  public var revalued: Int { rows.count { !$0.changedValues.isEmpty } }

  /// The number of rows whose indicators were compared.
  public var withComparableIndicators: Int { rows.count { $0.hasComparableIndicators } }

  /// The number of rows of which an indicator changed.
  public func count(changing indicator: RowIndicator) -> Int { rows.count { $0.changedIndicators.contains(indicator) } }

  /// The rows whose work changed in another way than by the adjustments, the largest change first and equal ones by code.
  public var otherRevaluations: [RowDifference] {
    // The rows are in the order of their codes already, and the position keeps it.
    rows.enumerated().filter { $0.element.workChange == .revalued }
      .map { (size: $0.element.workDifference?.millionths.magnitude ?? 0, position: $0.offset, row: $0.element) }
      .sorted { ($1.size, $0.position) < ($0.size, $1.position) }
      .map(\.row)
  }

  private static func key(_ row: FeeRow) -> (UInt64, UInt16) { (row.code.packed, row.component?.packed ?? 0) }
}
