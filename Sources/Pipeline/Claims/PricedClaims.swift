import Crediting
import Ingest
import MedicareFees
import ProductivityModel

/// The lines of a claim file with what Medicare pays for them.
public struct PricedClaims: Sendable {
  /// A line with its payment.
  public struct Line: Sendable {
    /// What the file says.
    public var record: ClaimRecord
    /// The release that valued it.
    public var release: String
    /// What is paid, and how it comes to that.
    public var payment: LinePayment
  }

  /// The lines, in the order of the file.
  public var lines: [Line] = []
  /// What was priced by, in the order in which it was met.
  public var bases: [PriceBasis] = []
  /// The policy, as its file says it.
  public var policy: CreditPolicy

  /// The sum of the payments of some lines.
  public static func total(_ lines: some Sequence<Line>) -> Money {
    lines.reduce(Money.zero) { $0 + ($1.payment.payment ?? .zero) }
  }
}
