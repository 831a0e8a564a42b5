import Crediting
import ProductivityModel

/// What one ledger made of a line, and by which steps.
public struct LedgerExplanation: Sendable {
  /// A part of the credit that goes to another clinician than the one who rendered the service.
  public struct Part: Hashable, Sendable {
    /// The clinician's id.
    public var clinicianID: String
    /// As what the line names it.
    public var party: AttributionRow.Party
    /// The part.
    public var credit: WorkRVU

    /// A part.
    public init(clinicianID: String, party: AttributionRow.Party, credit: WorkRVU) {
      self.clinicianID = clinicianID
      self.party = party
      self.credit = credit
    }
  }

  /// The policy's name.
  public var policy: String
  /// The release that values the line; nil where none covers its day.
  public var release: String?
  /// The work of the chosen row; nil where no row was.
  public var work: WorkRVU?
  /// Everything that the work is multiplied by, units and sign included; zero where nothing is credited.
  public var factor: Factor
  /// The credit, before it is attributed.
  public var credit: WorkRVU
  /// The steps, in the order of the rules.
  public var steps: [Adjustment]
  /// The place among several procedures, from 1; nil where the line took none.
  public var place: Int?
  /// The role in which it took it: those of other roles rank apart.
  public var role: RoleClass?
  /// By what it ranks: the total RVUs of one unit in its setting, with the bilateral factor.
  public var rankedBy: WorkRVU?
  /// Why nothing is credited; nil where something is, or the row has no work.
  public var cause: LineCredit.Cause?
  /// What the reader should know.
  public var flags: [LineCredit.Flag]
  /// What goes to others.
  public var parts: [Part]

  /// What one ledger made of a line.
  public init(
    policy: String, release: String?, work: WorkRVU?, factor: Factor, credit: WorkRVU, steps: [Adjustment],
    cause: LineCredit.Cause? = nil, flags: [LineCredit.Flag] = [], parts: [Part] = []
  ) {
    self.policy = policy
    self.release = release
    self.work = work
    self.factor = factor
    self.credit = credit
    self.steps = steps
    self.cause = cause
    self.flags = flags
    self.parts = parts
  }
}
