import ProductivityModel

/// A part of the difference between an employer's statement and ours that one cause explains: theirs less ours.
public struct StatementDifference: Hashable, Sendable {
  /// The cause.
  public var cause: DifferenceCause
  /// More of it: a release, a policy, a rate; empty where there is nothing to say.
  public var detail: String
  /// How many lines; zero where it is told from totals.
  public var lines: Int
  /// Work RVUs, theirs less ours.
  public var work: WorkRVU
  /// Dollars, theirs less ours; nil where the employer gives no amount, or ours is not known.
  public var amount: Money?

  /// A part of a difference.
  public init(_ cause: DifferenceCause, detail: String = "", lines: Int = 0, work: WorkRVU, amount: Money? = nil) {
    self.cause = cause
    self.detail = detail
    self.lines = lines
    self.work = work
    self.amount = amount
  }
}
