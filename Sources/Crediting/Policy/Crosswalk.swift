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

  /// What a code is worth, and why.
  public struct Value: Hashable, Sendable {
    /// What one unit is worth.
    public var amount: Amount
    /// Why it is worth that.
    public var reason: String
    /// Where the row stands that says so.
    public var position: SourcePosition

    /// A value.
    public init(amount: Amount, reason: String, position: SourcePosition) {
      self.amount = amount
      self.reason = reason
      self.position = position
    }
  }

  /// One row.
  public struct Row: Hashable, Sendable {
    /// The code, in capitals; internal codes have any form.
    public var code: String
    /// The days of service on which it holds.
    public var days: ServiceDays
    /// What the code is worth on them.
    public var value: Value

    /// A row.
    public init(code: String, days: ServiceDays, value: Value) {
      self.code = code
      self.days = days
      self.value = value
    }

    /// What one unit is worth.
    public var amount: Amount { value.amount }
  }

  /// The rows, in the order of the file.
  public let rows: [Row]
  private let byCode: [String: [Row]]

  /// A crosswalk; of one code only one row holds on any day.
  public init(_ rows: [Row]) {
    self.rows = rows
    byCode = Dictionary(grouping: rows, by: \.code)
  }

  /// The row of a code, in capitals, on a day of service; nil where there is none.
  public func row(for code: String, on day: CalendarDate) -> Row? { byCode[code]?.first { $0.days.contains(day) } }

  /// What a code, in capitals, is worth on a day of service; nil where no row says.
  public func value(of code: String, on day: CalendarDate) -> Value? { row(for: code, on: day)?.value }
}
