import ProductivityModel

/// What is paid for a duty.
public struct Stipend: Hashable, Sendable {
  /// How a stipend is counted.
  public enum Measure: Hashable, Sendable {
    /// An amount a year, for the days that the plan is in effect; not scaled by FTE.
    case annual(Money)
    /// An amount for each unit, such as a shift, counted in a file.
    case perUnit(String, Money, source: String)
  }

  /// The component's name on statements and in what was paid, such as `call`.
  public var name: String
  /// How it is counted.
  public var measure: Measure
  /// The clinicians who have it; empty for everyone with the plan.
  public var clinicians: [String]
  /// The first day on which it is paid; nil for the plan's own.
  public var from: CalendarDate?
  /// The last day on which it is paid; nil for the plan's own.
  public var until: CalendarDate?
  /// How an amount a year falls on its days; nil for as the plan's other amounts. One a month falls on months.
  public var proration: Proration?
  /// Where it stands in the plan's file.
  ///
  /// Not among what makes two terms equal.
  public var position: SourcePosition

  /// A stipend.
  public init(
    name: String, measure: Measure, clinicians: [String] = [], from: CalendarDate? = nil, until: CalendarDate? = nil,
    proration: Proration? = nil, position: SourcePosition
  ) {
    self.name = name
    self.measure = measure
    self.clinicians = clinicians
    self.from = from
    self.until = until
    self.proration = proration
    self.position = position
  }

  /// Whether a clinician with the plan has it.
  public func pays(_ clinician: String) -> Bool { clinicians.isEmpty || clinicians.contains(clinician) }

  /// Whether it is paid on a day, as far as its own days go.
  public func isPaid(on day: CalendarDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }

  /// Whether two stipends pay the same, wherever they stand.
  public static func == (a: Self, b: Self) -> Bool {
    a.name == b.name && a.measure == b.measure && a.clinicians == b.clinicians && a.from == b.from
      && a.until == b.until && a.proration == b.proration
  }

  /// Hashes what is paid.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(measure)
    hasher.combine(clinicians)
    hasher.combine(from)
    hasher.combine(until)
  }
}
