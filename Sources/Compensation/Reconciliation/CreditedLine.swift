import ProductivityModel

/// A line that is credited here, with what it would be worth otherwise.
public struct CreditedLine: Hashable, Sendable {
  /// A credit that the line would have under another release or policy.
  public struct Alternative: Hashable, Sendable {
    /// The release or policy, as it is told.
    public var name: String
    /// The credit, units included.
    public var credit: WorkRVU

    /// A credit under another release or policy.
    public init(_ name: String, credit: WorkRVU) {
      self.name = name
      self.credit = credit
    }
  }

  /// The line's id; ``LineID/none`` where the log gives none.
  public var lineID: LineID
  /// The day of service.
  public var day: CalendarDate
  /// The code.
  public var code: ProcedureCode
  /// Its modifiers.
  public var modifiers: ModifierList
  /// How many.
  public var units: Units
  /// Its credit in the pay ledger, units included.
  public var credit: WorkRVU
  /// Work of the row times units, before any adjustment.
  public var unadjusted: WorkRVU
  /// What it would be credited with under other releases, those that are asked first standing first.
  public var releases: [Alternative]
  /// What it would be credited with under other policies, in the order in which they are asked.
  public var policies: [Alternative]

  /// A credited line.
  public init(
    lineID: LineID = .none, day: CalendarDate, code: ProcedureCode, modifiers: ModifierList, units: Units,
    credit: WorkRVU, unadjusted: WorkRVU, releases: [Alternative] = [], policies: [Alternative] = []
  ) {
    self.lineID = lineID
    self.day = day
    self.code = code
    self.modifiers = modifiers
    self.units = units
    self.credit = credit
    self.unadjusted = unadjusted
    self.releases = releases
    self.policies = policies
  }
}
