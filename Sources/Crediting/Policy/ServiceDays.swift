import ProductivityModel

/// The days of service on which a row of a practice's own table holds, of which either end may be open.
///
/// ``EffectiveDates``, of a policy's rows, always have a beginning.
public struct ServiceDays: Hashable, Sendable {
  /// The first day; nil from the beginning.
  public let start: CalendarDate?
  /// The last day, included; nil while the row lasts.
  public let end: CalendarDate?

  /// Days from one to another; an end before the start contains no day.
  public init(start: CalendarDate? = nil, end: CalendarDate? = nil) {
    self.start = start
    self.end = end
  }

  /// Whether a day is one of them.
  public func contains(_ day: CalendarDate) -> Bool {
    start.map { $0 <= day } ?? true && end.map { day <= $0 } ?? true
  }

  /// Whether there is a day that both have.
  public func overlaps(_ other: ServiceDays) -> Bool { !isBefore(other) && !other.isBefore(self) }

  /// The days from which a row begins or ceases to hold.
  public var changes: [CalendarDate] { [start, end?.advanced(by: 1)].compactMap { $0 } }

  private func isBefore(_ other: ServiceDays) -> Bool {
    guard let end, let start = other.start else { return false }
    return end < start
  }
}
