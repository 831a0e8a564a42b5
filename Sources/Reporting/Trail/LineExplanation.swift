import Crediting
import ProductivityModel

/// Everything that led from a record of a log to its credits, as typed data: words are made of it last.
public struct LineExplanation: Sendable {
  /// The record.
  public var position: SourcePosition
  /// The clinician's id.
  public var clinicianID: String
  /// The day of service.
  public var serviceDate: CalendarDate
  /// The code, or its kind where its text has not the form of one.
  public var code: String
  /// The modifiers, in text order.
  public var modifiers: ModifierList
  /// The units, negative on a reversal.
  public var units: Units
  /// What became of the line, by the pay ledger.
  public var fate: Fate
  /// The pay ledger; nil where the line did not come to be credited.
  public var pay: LedgerExplanation?
  /// The benchmark ledger; nil where the line did not come to be credited.
  public var benchmark: LedgerExplanation?
  /// The other lines of the same clinician, patient and day that take places, in the order of the benchmark ledger's ranking.
  public var companions: [Companion] = []
  /// Anesthesia measured; nil where the line has none.
  public var asaUnits: ASAUnits?

  /// What counts in place of a line of today's logs whose day is closed: `closing 1 of 2026-10-05`; nil for all others.
  public var closedAs: String?

  /// Another line of the session.
  public struct Companion: Hashable, Sendable {
    /// Its code.
    public var code: String
    /// The record.
    public var position: SourcePosition
    /// Its place in the pay ledger; nil where it took none.
    public var pay: Place?
    /// Its place in the benchmark ledger.
    public var benchmark: Place?

    /// A place among the procedures of a role.
    public struct Place: Hashable, Sendable {
      /// The first that it takes, from 1.
      public var first: Int
      /// The role; procedures of others rank apart.
      public var role: RoleClass?

      /// The place that a ledger gave a line; nil where it gave none.
      public init?(_ ledger: LedgerExplanation?) {
        guard let ledger, let place = ledger.place else { return nil }
        first = place
        role = ledger.role
      }
    }

    /// A line of the session.
    public init(code: String, position: SourcePosition, pay: Place?, benchmark: Place?) {
      self.code = code
      self.position = position
      self.pay = pay
      self.benchmark = benchmark
    }
  }

  /// An explanation.
  public init(
    position: SourcePosition, clinicianID: String, serviceDate: CalendarDate, code: String, modifiers: ModifierList,
    units: Units, fate: Fate, pay: LedgerExplanation? = nil, benchmark: LedgerExplanation? = nil,
    asaUnits: ASAUnits? = nil
  ) {
    self.position = position
    self.clinicianID = clinicianID
    self.serviceDate = serviceDate
    self.code = code
    self.modifiers = modifiers
    self.units = units
    self.fate = fate
    self.pay = pay
    self.benchmark = benchmark
    self.asaUnits = asaUnits
  }
}
