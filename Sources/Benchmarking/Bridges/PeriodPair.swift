import ProductivityModel

/// Two periods that are compared, and which day of the one stands for a day of the other.
public struct PeriodPair: Hashable, Sendable {
  /// One of the two.
  public enum Side: Hashable, Sendable {
    /// The period from which a change is told.
    case from
    /// The period to which it leads.
    case to
  }

  /// The period from which a change is told.
  public let from: DayRange
  /// The period to which it leads.
  public let to: DayRange
  /// The distance of the periods in whole months; nil where their first days are not the same day of a month.
  private let months: Int?

  /// A pair of periods; they may overlap.
  public init(from: DayRange, to: DayRange) {
    self.from = from
    self.to = to
    let (a, b) = (from.first.parts, to.first.parts)
    months = a.day == b.day ? (b.year - a.year) * 12 + b.month - a.month : nil
  }

  /// The period of a side.
  public subscript(side: Side) -> DayRange { side == .from ? from : to }

  /// The days from the first of either period to the last of either.
  public var hull: DayRange {
    DayRange(min(from.first, to.first), through: max(from.last, to.last)) ?? from
  }

  /// Whether the periods have the same number of days, or are both of whole months and the same number of them.
  public var areAlike: Bool { from.count == to.count || end(of: from).map { $0 == end(of: to) } ?? false }

  /// The day of a side that stands for a day of the other: the periods' distance away, in whole months where their first days
  /// are the same day of a month, else in days; the last day of the side where that lies behind it, the first where before it.
  ///
  /// A day that a month does not have is its last.
  public func day(_ day: CalendarDate, of own: Side, as other: Side) -> CalendarDate {
    guard own != other else { return day }
    let moved = self.moved(day, forwards: own == .from)
    return min(max(moved, self[other].first), self[other].last)
  }

  /// The day of a side that stands for a day of the other, wherever it lies.
  public func moved(_ day: CalendarDate, forwards: Bool) -> CalendarDate {
    guard let months else {
      let distance = Int(to.first.daysSinceEpoch - from.first.daysSinceEpoch)
      return day.advanced(by: forwards ? distance : -distance)
    }
    let parts = day.parts
    let month = parts.year * 12 + parts.month - 1 + (forwards ? months : -months)
    let (year, number) = (month / 12, month % 12 + 1)
    return CalendarDate(
      year: year, month: number, day: min(parts.day, CalendarDate.daysInMonth(year: year, month: number))) ?? day
  }

  /// How many whole months a period has; nil where it is not of whole months.
  private func end(of period: DayRange) -> Int? {
    let (first, next) = (period.first.parts, period.last.advanced(by: 1).parts)
    return first.day == next.day ? (next.year - first.year) * 12 + next.month - first.month : nil
  }
}
