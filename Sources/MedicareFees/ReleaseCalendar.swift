import ProductivityModel

/// Which release values the services of a day, out of those on board.
///
/// CMS publishes quarterly: A from January, B from April, C from July, D from October, and a correction (AR) from the day
/// it holds. Not every release is on board, so some days are valued by a neighbour: first by the nearest later release of
/// the same year, since a later quarter of a year repeats most of the earlier one and keeps its corrections, otherwise by
/// the nearest earlier one of any year. Every such day is a substitution that a reader is to be told of.
public struct ReleaseCalendar: Sendable {
  /// The release chosen for a day.
  public struct Choice: Hashable, Sendable {
    /// Its index in the list that the calendar was made from.
    public var index: Int
    /// Its name, such as `2025D`.
    public var release: String
    /// Whether the day lies outside the days for which the release was published.
    public var isSubstitute: Bool
  }

  private struct Entry: Sendable {
    var index: Int
    var release: String
    var effective: DayRange
  }

  /// By first day; of releases that start together the one with the later name last.
  private let entries: [Entry]

  /// A calendar of releases, in any order.
  public init(_ releases: [ReleaseInfo]) {
    entries = releases.enumerated()
      .map { Entry(index: $0.offset, release: $0.element.release, effective: $0.element.effective) }
      .sorted { ($0.effective.first, $0.release) < ($1.effective.first, $1.release) }
  }

  /// The release for a day; nil where the day lies before every release and its year has no later one.
  ///
  /// Where ranges overlap, the release that starts last wins: a correction replaces what it corrects.
  ///
  /// - Complexity: O(n) in the releases.
  public func choose(for day: CalendarDate) -> Choice? {
    if let entry = entries.last(where: { $0.effective.contains(day) }) { return choice(entry, isSubstitute: false) }
    let year = day.year
    if let entry = entries.first(where: { $0.effective.first > day && $0.effective.first.year == year }) {
      return choice(entry, isSubstitute: true)
    }
    // Of several that have ended, the one whose days end nearest: a correction outlives the release it corrects.
    let earlier = entries.filter { $0.effective.last < day }
    guard let nearest = earlier.map(\.effective.last).max(),
      let entry = earlier.last(where: { $0.effective.last == nearest })
    else { return nil }
    return choice(entry, isSubstitute: true)
  }

  private func choice(_ entry: Entry, isSubstitute: Bool) -> Choice {
    Choice(index: entry.index, release: entry.release, isSubstitute: isSubstitute)
  }
}
