import ProductivityModel

/// A code's work in every release on board, oldest first, those that lack the code among them.
///
/// The work is that of the base row, or of the professional component where only that is valued.
public struct WorkHistory: Hashable, Sendable {
  /// The code.
  public let code: ProcedureCode
  /// One entry a release, by first day, then name.
  public let entries: [WorkHistoryEntry]

  /// What a release says of the code.
  public struct Source: Sendable {
    /// The release.
    public var release: ReleaseInfo
    /// Its rows of the code; none where it lacks the code.
    public var rows: [FeeRow]

    /// A release's rows of the code.
    public init(release: ReleaseInfo, rows: [FeeRow]) {
      self.release = release
      self.rows = rows
    }
  }

  /// The history of a code.
  ///
  /// - Parameters:
  ///   - sources: one a release, in any order.
  ///   - adjustments: all that are known.
  public init(_ code: ProcedureCode, sources: [Source], adjustments: [WorkAdjustment]) {
    self.code = code
    var entries: [WorkHistoryEntry] = []
    var earlier: (release: ReleaseInfo, row: FeeRow?)?
    let sorted = sources.sorted {
      ($0.release.effective.first, $0.release.release) < ($1.release.effective.first, $1.release.release)
    }
    for source in sorted {
      let row = Self.leading(source.rows)
      entries.append(Self.entry(source.release, row, after: earlier, adjustments))
      earlier = (source.release, row)
    }
    self.entries = entries
  }

  private static func entry(
    _ release: ReleaseInfo, _ row: FeeRow?, after earlier: (release: ReleaseInfo, row: FeeRow?)?,
    _ adjustments: [WorkAdjustment]
  ) -> WorkHistoryEntry {
    let presence: WorkHistoryEntry.Presence
    var change: WorkChange?
    switch (earlier?.row, row) {
    case (let old?, let new?):
      presence = .listed
      if let earlier, old.component == new.component, !old.isCarriedOver, !new.isCarriedOver {
        change = WorkChange(
          from: old.work, to: new.work, adjustments: adjustments.between(earlier.release, and: release))
      }
    case (nil, .some): presence = earlier == nil ? .listed : .added
    case (.some, nil): presence = .deleted
    case (nil, nil): presence = .absent
    }
    return WorkHistoryEntry(
      release: release.release, effective: release.effective, presence: presence, work: row?.work,
      component: row?.component, change: change, isCarriedOver: row?.isCarriedOver ?? false)
  }

  /// The row by whose work a code is followed: the base row, or the professional component where only that is valued.
  private static func leading(_ rows: [FeeRow]) -> FeeRow? {
    let base = rows.first { $0.component == nil }
    let professional = rows.first { $0.component == "26" }
    if let professional, professional.work > .zero, (base?.work ?? .zero) == .zero { return professional }
    return base ?? professional ?? rows.first
  }
}
