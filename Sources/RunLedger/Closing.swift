import ProductivityModel

/// A period that was closed: what it came to then stays what it is.
public struct Closing: Hashable, Sendable {
  /// Its number.
  public var number: Int64
  /// The practice's name.
  public var practice: String
  /// The job file's name.
  public var job: String
  /// The days, which are whole months.
  public var period: DayRange
  /// When it was closed, as `2026-10-05T09:00:00Z`.
  public var closedAt: String
  /// The run whose figures it has.
  public var run: Int64
  /// The closing that it takes the place of; nil for the first one of its days.
  public var amends: Int64?
  /// Why it takes its place.
  public var reason: String?
  /// The SHA-256 of what the archive has of its figures, line by line.
  public var recordSHA256: String

  /// The day on which it was closed.
  public var closedOn: String { String(closedAt.prefix(10)) }
}
