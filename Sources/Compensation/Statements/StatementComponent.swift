import ProductivityModel

/// One line of what a period pays: what it is, for which account, and how much.
public struct StatementComponent: Hashable, Sendable {
  /// What a line of a statement is, in the order in which they stand.
  public enum Kind: Hashable, Sendable {
    /// Salary, or the draw.
    case base
    /// Production as measured, before its cap.
    case production
    /// Production above its cap, negative.
    case productionCap
    /// What is held back for quality, negative.
    case withhold
    /// Production that the draw has already paid, negative.
    case lessDraw
    /// A deficit of earlier periods, recovered from production, negative.
    case drawRecovery
    /// A deficit that is owed at the end of the year, negative.
    case drawRepayment
    /// What lifts pay to the guarantee; negative where later work makes it good.
    case guarantee
    /// A stipend.
    case stipend
    /// Pay for a panel.
    case panel
    /// A share of a pool.
    case pool
    /// What was held back and is earned back.
    case release
    /// What a guarantee paid in the place of what was held back and is now earned back, negative.
    case guaranteeMadeGood
    /// What is above the limit of the total, negative.
    case totalCap
    /// What lifts pay to the least total; negative where later work makes it good.
    case totalFloor
  }

  /// What it is.
  public var kind: Kind
  /// The account in which it is balanced with what was paid: `base`, `production`, `guarantee`, `panel`, `quality`, or the
  /// name of a stipend or pool.
  public var account: String
  /// How much.
  public var amount: Money
  /// How many units, in millionths: shifts of a stipend, member months of a panel; nil for others.
  public var unitsMillionths: Int64?

  /// A line of a statement.
  public init(_ kind: Kind, account: String, amount: Money, unitsMillionths: Int64? = nil) {
    self.kind = kind
    self.account = account
    self.amount = amount
    self.unitsMillionths = unitsMillionths
  }

  /// The account of salary and draw.
  public static let base = "base"
  /// The account of production, with its cap, withhold and draw.
  public static let production = "production"
  /// The account of the guarantee.
  public static let guarantee = "guarantee"
  /// The account of the panel.
  public static let panel = "panel"
  /// The account of what is earned back of a withhold.
  public static let quality = "quality"
  /// The account of the least total.
  public static let floor = "floor"
  /// What of a draw production has not covered: no account, but a row of opening balances.
  public static let deficit = "deficit"
  /// The accounts that every plan may have, in the order of a statement; no stipend or pool is called so.
  public static let reserved = [base, production, guarantee, panel, quality, floor]
}
