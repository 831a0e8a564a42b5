import ProductivityModel

/// How the source system's own RVUs compare with what is credited in the pay ledger.
public struct Reconciliation: Hashable, Sendable {
  /// Why a line's RVUs differ, or that they agree.
  public enum Cause: String, CaseIterable, Hashable, Sendable {
    /// Equal to the hundredth.
    case agrees
    /// The source values the line by another release.
    case vintage
    /// The source counts units otherwise.
    case units
    /// The source adjusts for modifiers or several procedures otherwise.
    case modifier
    /// The source takes another row of the code: the whole, 26, TC or 53.
    case row
    /// None of these explains the difference.
    case unknown
  }

  /// The lines of one cause.
  public struct Row: Hashable, Sendable {
    /// The cause.
    public var cause: Cause
    /// More of it: the release or policy by which the source's figure comes out; empty where there is nothing to say.
    public var detail: String
    /// How many lines.
    public var lines: Int
    /// Their RVUs by the source.
    public var source: WorkRVU
    /// Their work RVUs in the pay ledger.
    public var credited: WorkRVU
    /// The first of them.
    public var examples: [SourcePosition]

    /// A row.
    public init(
      cause: Cause, detail: String, lines: Int, source: WorkRVU, credited: WorkRVU, examples: [SourcePosition]
    ) {
      self.cause = cause
      self.detail = detail
      self.lines = lines
      self.source = source
      self.credited = credited
      self.examples = examples
    }
  }

  /// The rows: agreement first, then by cause, then by lines.
  public var rows: [Row]
  /// Lines that are credited and to which the source gives no RVUs.
  public var linesWithout: Int

  /// A reconciliation.
  public init(rows: [Row], linesWithout: Int) {
    self.rows = rows
    self.linesWithout = linesWithout
  }
}
