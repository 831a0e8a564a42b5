import ProductivityModel

/// An employer's statement of a clinician and period beside ours, with the whole difference told by cause.
///
/// The parts add up to the difference exactly: work to the millionth, dollars to the cent.
public struct StatementReconciliation: Hashable, Sendable {
  /// What the employer says.
  public var employer: EmployerStatement
  /// Work of those days in the pay ledger.
  public var work: WorkRVU
  /// What the plans pay for those days; nil where they are no whole periods of a statement.
  public var amount: Money?
  /// Whether the employer's lines were there to tell its work by.
  public var hasLines: Bool
  /// The parts, in the order of ``DifferenceCause``, then by detail; those of nothing are left out.
  public var differences: [StatementDifference]

  /// Theirs less ours; nil where the employer gives no work.
  public var workDifference: WorkRVU? { employer.work.map { $0 - work } }

  /// Theirs less ours; nil where one of them is not known.
  public var amountDifference: Money? {
    guard let theirs = employer.amount, let amount else { return nil }
    return theirs - amount
  }
}
