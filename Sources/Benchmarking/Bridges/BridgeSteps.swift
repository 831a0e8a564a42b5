import ProductivityModel

/// What each cause makes of a change in work RVUs: the steps of a bridge, which add up to the change exactly.
public struct BridgeSteps: Hashable, Sendable {
  /// Days employed and not on leave: the calendar, employment, leave.
  public var days = WorkRVU.zero
  /// The mean of clinical FTE over those days.
  public var meanFTE = WorkRVU.zero
  /// Services per day of a full clinical FTE; per period where clinical time is not known.
  public var volume = WorkRVU.zero
  /// Which services they were: codes, modifiers, settings and sessions.
  public var mix = WorkRVU.zero
  /// Which fee schedule releases value them.
  public var vintage = WorkRVU.zero
  /// Which rules credit them.
  public var policy = WorkRVU.zero
  /// Work of those who have services only in the later period.
  public var joined = WorkRVU.zero
  /// Work, with the other sign, of those who have services only in the earlier period.
  public var left = WorkRVU.zero
  /// The change of those whose services come to nothing after reversals, so that nothing can be divided by them.
  public var unsplit = WorkRVU.zero

  /// No steps.
  public init() {}

  /// Clinical time as a whole: days and mean FTE.
  public var time: WorkRVU { days + meanFTE }

  /// The change.
  public var total: WorkRVU { time + volume + mix + vintage + policy + joined + left + unsplit }

  /// Adds the steps of another.
  public static func += (a: inout Self, b: Self) {
    a.days += b.days
    a.meanFTE += b.meanFTE
    a.volume += b.volume
    a.mix += b.mix
    a.vintage += b.vintage
    a.policy += b.policy
    a.joined += b.joined
    a.left += b.left
    a.unsplit += b.unsplit
  }
}
