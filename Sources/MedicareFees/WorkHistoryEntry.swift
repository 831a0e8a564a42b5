import ProductivityModel

/// A code's work in one release, and how that differs from the release before it on board.
public struct WorkHistoryEntry: Hashable, Sendable {
  /// Whether a release has the code, and whether the one before it on board had it.
  public enum Presence: String, Sendable {
    /// It has the code, as had the one before; or it is the oldest on board.
    case listed
    /// It has the code, and the one before had not.
    case added
    /// It lacks the code, and the one before had it.
    case deleted
    /// It lacks the code, as did the one before; or it is the oldest on board.
    case absent
  }

  /// The release.
  public var release: String
  /// The days for which CMS published it.
  public var effective: DayRange
  /// Whether it has the code.
  public var presence: Presence
  /// The work; nil where the release lacks the code.
  public var work: WorkRVU?
  /// The component whose work it is; nil for the code as a whole.
  public var component: Modifier?
  /// How the work differs from the release before it; nil where there is nothing to compare: the code is new or gone, another
  /// component has the work, or a row was carried over from an earlier release.
  public var change: WorkChange?
  /// Whether the row was carried over from an earlier release, and so is no evidence of this one.
  public var isCarriedOver: Bool

  /// An entry.
  public init(
    release: String, effective: DayRange, presence: Presence, work: WorkRVU?, component: Modifier?,
    change: WorkChange?, isCarriedOver: Bool
  ) {
    self.release = release
    self.effective = effective
    self.presence = presence
    self.work = work
    self.component = component
    self.change = change
    self.isCarriedOver = isCarriedOver
  }
}
