import MedicareFees
import ProductivityModel

/// A code's work in each release that has it, as a page shows it.
public struct CodeHistory: Hashable, Sendable {
  /// The work in one release.
  public struct Point: Hashable, Sendable {
    /// The release.
    public var release: String
    /// Its first day.
    public var first: CalendarDate
    /// The work.
    public var work: WorkRVU
    /// How it differs from that of the release before; nil where there is nothing to compare.
    public var change: WorkChange?

    /// The work in a release.
    public init(release: String, first: CalendarDate, work: WorkRVU, change: WorkChange? = nil) {
      self.release = release
      self.first = first
      self.work = work
      self.change = change
    }
  }

  /// The releases that have the code, by first day.
  public let points: [Point]

  /// What there is to show of a history; nil with fewer than two releases, or where none has work.
  public init?(_ history: WorkHistory) {
    self.init(
      history.entries.compactMap { entry in
        entry.work.map {
          Point(release: entry.release, first: entry.effective.first, work: $0, change: entry.change)
        }
      })
  }

  /// A history of given points; nil with fewer than two, or where none has work.
  init?(_ points: [Point]) {
    guard points.count > 1, points.contains(where: { $0.work > .zero }) else { return nil }
    self.points = points
  }

  /// The releases in which the work is another than in the one before, the first of all among them.
  public var changes: [Point] {
    var changes: [Point] = []
    for point in points where point.work != changes.last?.work { changes.append(point) }
    return changes
  }

  /// What became of the work, in a sentence.
  public var sentence: String {
    guard let first = points.first, let last = points.last else { return "" }
    let was = RVU(first.work)
    let now = RVU(last.work)
    let changes = changes
    guard changes.count > 1, let latest = changes.last else {
      return "The work has been \(now) in all \(points.count) releases from \(first.release) to \(last.release)."
    }
    var text = "The work was \(was) in \(first.release) and is \(now) in \(last.release)"
    if was != now, first.work > .zero { text += " (\(Self.change(from: first.work, to: last.work)))" }
    text +=
      changes.count == 2
      ? "; it changed in \(latest.release)" : "; it changed \(changes.count - 1) times, last in \(latest.release)"
    return text + (latest.change == .adjustment ? ", exactly by that year's general adjustment of work." : ".")
  }

  /// The change in percent with one decimal and its sign, rounded half away from zero: `-2.5 %`.
  static func change(from a: WorkRVU, to b: WorkRVU) -> String {
    let difference = (b.millionths - a.millionths) * 2000
    let tenths = (Int64(difference.magnitude) + a.millionths) / (2 * a.millionths)
    return (difference < 0 ? "-" : "+") + DecimalText.fixed(tenths, scale: 1, decimals: 1) + " %"
  }
}
