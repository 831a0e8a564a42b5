import ProductivityModel

/// How a row's work differs between two releases.
///
/// Told from the two values alone: a release does not publish which codes an adjustment was applied to.
public enum WorkChange: String, CaseIterable, Sendable {
  /// The same work; no adjustment lies between the releases, or it was not applied to the row.
  case unchanged
  /// The same work, and an adjustment between the releases would have rounded to it: whether it was applied cannot be seen.
  case tooSmallToShow = "too-small-to-show"
  /// Exactly what the adjustments between the releases make of the earlier work.
  case adjustment
  /// Another value.
  case revalued

  /// The change from one value to a later one.
  ///
  /// - Parameter adjustments: those that lie between the two releases, in the order of their days.
  public init(from old: WorkRVU, to new: WorkRVU, adjustments: [WorkAdjustment]) {
    let adjusted = adjustments.reduce(old) { $1.applied(to: $0) }
    if new == old {
      self = !adjustments.isEmpty && old > .zero && adjusted == old ? .tooSmallToShow : .unchanged
    } else {
      self = new == adjusted ? .adjustment : .revalued
    }
  }
}

extension Sequence<WorkAdjustment> {
  /// The adjustments that lie between a release and a later one, in the order of their first days.
  public func between(_ earlier: ReleaseInfo, and later: ReleaseInfo) -> [WorkAdjustment] {
    filter { $0.lies(between: earlier, and: later) }
      .sorted { ($0.effective.first, $0.name) < ($1.effective.first, $1.name) }
  }
}
