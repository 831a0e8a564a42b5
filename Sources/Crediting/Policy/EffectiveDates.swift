import ProductivityModel

/// The days of service to which a row of a policy applies.
public struct EffectiveDates: Hashable, Sendable {
  /// The first day.
  public var from: CalendarDate
  /// The last day; nil while the row is in force.
  public var through: CalendarDate?

  /// Days from one on.
  public init(from: CalendarDate, through: CalendarDate? = nil) {
    self.from = from
    self.through = through
  }

  /// Whether the row applies to a day.
  public func contains(_ day: CalendarDate) -> Bool { day >= from && through.map { day <= $0 } ?? true }

  /// The days from which it begins or ceases to apply.
  var changes: [CalendarDate] { [from] + (through.map { [$0.advanced(by: 1)] } ?? []) }
}
