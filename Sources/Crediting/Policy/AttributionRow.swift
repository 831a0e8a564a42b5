import ProductivityModel

/// Who is credited with a line: a dated, cited row of a policy's attribution table.
public struct AttributionRow: Hashable, Sendable {
  /// A part in a service.
  public enum Party: String, CaseIterable, Hashable, Sendable {
    /// Who did it: the line's clinician_id.
    case rendering
    /// Under whose number it was billed: billing_id.
    case billing
    /// Who supervised it: supervising_id.
    case supervising
  }

  /// What a party is credited with.
  public struct Share: Hashable, Sendable {
    /// The party.
    public var party: Party
    /// Its share of the credit, in millionths.
    public var millionths: Int64

    /// A share.
    public init(_ party: Party, millionths: Int64) {
      self.party = party
      self.millionths = millionths
    }
  }

  /// The modifiers to which the row applies; empty for every line.
  public var modifiers: [Modifier]
  /// The shares, which add up to one; a party that the line does not name leaves its share to the rendering clinician.
  public var shares: [Share]
  /// The days of service to which the row applies.
  public var dates: EffectiveDates
  /// Where it comes from.
  public var citation: String

  /// A row of an attribution table.
  public init(modifiers: [Modifier], shares: [Share], dates: EffectiveDates, citation: String) {
    self.modifiers = modifiers
    self.shares = shares
    self.dates = dates
    self.citation = citation
  }
}
