import ProductivityModel

/// Visits of one kind that differ in their level, such as office visits of established patients.
public struct VisitFamily: Hashable, Sendable {
  /// A code of the family.
  public struct Level: Hashable, Sendable {
    /// The code.
    public let code: ProcedureCode
    /// Its level, by which the codes of the family are in order: 4 for 99214.
    public let level: Int
    /// The first day of service on which it is so.
    public let first: CalendarDate
    /// The last day; nil where it still is.
    public let last: CalendarDate?

    /// A code with its level.
    public init(code: ProcedureCode, level: Int, first: CalendarDate, last: CalendarDate?) {
      self.code = code
      self.level = level
      self.first = first
      self.last = last
    }

    /// Whether the code is of the family on some of the days.
    public func holds(in days: DayRange) -> Bool { first <= days.last && (last.map { $0 >= days.first } ?? true) }
  }

  /// Its name for people: `office visits, established patients`.
  public let name: String
  /// Its codes, by level and then by code.
  public let levels: [Level]

  /// A family of codes.
  public init(name: String, levels: [Level]) {
    self.name = name
    self.levels = levels.sorted { ($0.level, $0.code.packed) < ($1.level, $1.code.packed) }
  }
}
