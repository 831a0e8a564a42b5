import MedicareFees
import ProductivityModel

/// What several procedures in one session earn: the share of each place in the ranking.
public struct MultipleProcedurePolicy: Hashable, Sendable {
  /// What procedures are ranked by.
  public enum RankKey: String, CaseIterable, Hashable, Sendable {
    /// The row's total RVU in the line's setting, as CMS ranks by fee schedule amount.
    case totalRVU = "total-rvu"
    /// The row's work RVU, as some simpler programs do.
    case workRVU = "work-rvu"
  }

  /// The share of each place in millionths, the first place first.
  public var shares: [Int64]
  /// The share of every later place, in millionths; such lines are flagged.
  public var beyond: Int64
  /// The share of each place for procedures of indicator 1, the rule before 1995; empty where they are not ranked.
  public var formerShares: [Int64]
  /// The share of every later place for them.
  public var formerBeyond: Int64
  /// What procedures are ranked by.
  public var rankBy: RankKey
  /// The days of service to which the shares apply.
  public var dates: EffectiveDates
  /// Where the shares come from.
  public var citation: String

  /// A list of shares.
  public init(
    shares: [Int64], beyond: Int64, formerShares: [Int64] = [], formerBeyond: Int64 = 0, rankBy: RankKey,
    dates: EffectiveDates, citation: String
  ) {
    self.shares = shares
    self.beyond = beyond
    self.formerShares = formerShares
    self.formerBeyond = formerBeyond
    self.rankBy = rankBy
    self.dates = dates
    self.citation = citation
  }
}
