import MedicareFees
import ProductivityModel

/// A written rule of what lines earn: which release, which codes, and what modifiers and several procedures do.
///
/// A policy is data: every number in it is a dated, cited row of a file in `credit-policies/` or of the user's own.
public struct CreditPolicy: Hashable, Sendable {
  /// The name that jobs use.
  public var name: String
  /// What it credits, in a sentence.
  public var title: String
  /// Which release values a line; nil leaves it to the job.
  public var vintage: Vintage?
  /// Status codes that are credited.
  public var creditedStatuses: Set<StatusCode>
  /// Status codes that are credited where the row has work, counted apart: rows not used for Medicare payment.
  public var creditedWhenValued: Set<StatusCode>
  /// What modifiers do, first match first.
  public var modifierRows: [ModifierRow]
  /// Modifiers that change nothing and are only counted.
  public var informationalModifiers: Set<Modifier>
  /// What several procedures in one session earn; nil where each earns in full.
  public var multipleProcedures: MultipleProcedurePolicy?
  /// What later services of a day lose in payment alone: imaging, therapy and diagnostic tests.
  public var paymentReductions: [PaymentReduction]
  /// Codes and ranges that earn nothing.
  public var exclusions: [CodeExclusion]
  /// What CMS's rules would do that this policy, as built so far, does not.
  public var notApplied: [String]

  /// A policy.
  public init(
    name: String, title: String, vintage: Vintage? = nil, creditedStatuses: Set<StatusCode>,
    creditedWhenValued: Set<StatusCode> = [], modifierRows: [ModifierRow] = [],
    informationalModifiers: Set<Modifier> = [], multipleProcedures: MultipleProcedurePolicy? = nil,
    paymentReductions: [PaymentReduction] = [], exclusions: [CodeExclusion] = [], notApplied: [String] = []
  ) {
    self.name = name
    self.title = title
    self.vintage = vintage
    self.creditedStatuses = creditedStatuses
    self.creditedWhenValued = creditedWhenValued
    self.modifierRows = modifierRows
    self.informationalModifiers = informationalModifiers
    self.multipleProcedures = multipleProcedures
    self.paymentReductions = paymentReductions
    self.exclusions = exclusions
    self.notApplied = notApplied
  }

  /// The policy with only the rows that apply to a day of service.
  public func inEffect(on day: CalendarDate) -> CreditPolicy {
    var policy = self
    policy.modifierRows.removeAll { day < $0.from || $0.through.map { day > $0 } == true }
    policy.paymentReductions.removeAll { day < $0.from || $0.through.map { day > $0 } == true }
    if let rule = multipleProcedures, day < rule.from { policy.multipleProcedures = nil }
    return policy
  }

  /// The days on which the policy's rows change: from each of them on, ``inEffect(on:)`` may differ.
  public var changes: [CalendarDate] {
    let starts =
      modifierRows.map(\.from) + paymentReductions.map(\.from) + (multipleProcedures.map { [$0.from] } ?? [])
    let ends = modifierRows.compactMap(\.through) + paymentReductions.compactMap(\.through)
    return Set(starts + ends.map { $0.advanced(by: 1) }).sorted()
  }
}

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
  /// What procedures are ranked by.
  public var rankBy: RankKey
  /// The first day of service to which the shares apply.
  public var from: CalendarDate
  /// Where the shares come from.
  public var citation: String

  /// A list of shares.
  public init(shares: [Int64], beyond: Int64, rankBy: RankKey, from: CalendarDate, citation: String) {
    self.shares = shares
    self.beyond = beyond
    self.rankBy = rankBy
    self.from = from
    self.citation = citation
  }

  /// The share of a place (0 is the first), in millionths.
  @inlinable public func share(ofPlace place: Int) -> Int64 { place < shares.count ? shares[place] : beyond }
}

/// Codes that a policy does not credit: one code, or all from one to another.
public struct CodeExclusion: Hashable, Sendable {
  /// The first code.
  public var first: ProcedureCode
  /// The last code.
  public var last: ProcedureCode
  /// Why they are not credited.
  public var reason: String

  /// An exclusion.
  public init(first: ProcedureCode, last: ProcedureCode, reason: String) {
    self.first = first
    self.last = last
    self.reason = reason
  }
}
