import ProductivityModel

/// What codes without a price are worth by a written comparison: a file of the practice's own.
public struct Crosswalk: Hashable, Sendable {
  /// What one unit of a code is worth.
  public enum Amount: Hashable, Sendable {
    /// As much as another code's, times a factor.
    case comparedTo(ProcedureCode, Factor)
    /// A number of work RVUs.
    case work(WorkRVU)
  }

  /// One row.
  public struct Row: Hashable, Sendable {
    /// The code, in capitals; internal codes have any form.
    public var code: String
    /// What one unit is worth.
    public var amount: Amount
    /// The first day of service; nil from the beginning.
    public var start: CalendarDate?
    /// The last day of service; nil while it lasts.
    public var end: CalendarDate?
    /// Why it is worth that.
    public var reason: String
    /// Where the row stands.
    public var position: SourcePosition

    /// A row.
    public init(
      code: String, amount: Amount, start: CalendarDate?, end: CalendarDate?, reason: String, position: SourcePosition
    ) {
      self.code = code
      self.amount = amount
      self.start = start
      self.end = end
      self.reason = reason
      self.position = position
    }

    /// Whether the row holds on a day.
    public func contains(_ day: CalendarDate) -> Bool {
      start.map { $0 <= day } ?? true && end.map { day <= $0 } ?? true
    }
  }

  /// The rows, in the order of the file.
  public let rows: [Row]
  private let byCode: [String: [Row]]

  /// A crosswalk; of one code only one row holds on any day.
  public init(_ rows: [Row]) {
    self.rows = rows
    byCode = Dictionary(grouping: rows, by: \.code)
  }

  /// What a code is worth on a day; nil where no row says.
  public func row(for code: String, on day: CalendarDate) -> Row? { byCode[code]?.first { $0.contains(day) } }
}
