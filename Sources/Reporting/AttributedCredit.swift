import Crediting
import ProductivityModel

/// Credit that a policy gives to another clinician than the one who rendered the services.
public struct AttributedCredit: Hashable, Sendable {
  /// The id of who rendered the services.
  public var from: String
  /// The id of who is credited.
  public var to: String
  /// Whether it is of the benchmark ledger; of the pay ledger otherwise.
  public var isBenchmark: Bool
  /// As what the lines name the one who is credited.
  public var party: AttributionRow.Party
  /// The modifiers of the policy's row; empty for every line.
  public var modifiers: String
  /// How many lines.
  public var lines: Int
  /// What goes over.
  public var credit: WorkRVU

  /// Attributed credit.
  public init(
    from: String, to: String, isBenchmark: Bool, party: AttributionRow.Party, modifiers: String, lines: Int,
    credit: WorkRVU
  ) {
    self.from = from
    self.to = to
    self.isBenchmark = isBenchmark
    self.party = party
    self.modifiers = modifiers
    self.lines = lines
    self.credit = credit
  }
}
