import Compensation
import ProductivityModel

/// What a statement's words need besides its figures: what was measured, and how work is credited.
public struct StatementContext: Sendable {
  /// The clinician with days, FTE, duties and payments.
  var member: PlanMember
  /// What the statement's plans measured: days and shares of the year.
  var interval: MeasuredInterval?
  /// Under which policy and releases lines are credited, in a phrase: `policy unadjusted, release 2026A`.
  var credit: String

  /// What the words of a clinician's statement need.
  ///
  /// - Parameter through: the last day counted.
  public init(of statement: PlanStatement, _ member: PlanMember, through: CalendarDate, credit: String) {
    self.member = member
    self.credit = credit
    interval = PlanArithmetic.intervals(of: member, through: through)
      .first { $0.plans == statement.plans && $0.days == statement.days }
  }

  /// What words need of a run's clinician.
  public init(of statement: PlanStatement, _ member: PlanMember, in results: RunResults) {
    let through = results.compensation?.period.last ?? results.period.last
    let own = results.compensation?.clinicians.first { $0.id == member.id }?.credits.filter { span in
      span.days.contains { $0.intersection(statement.days) != nil }
    }
    if let own, !own.isEmpty {
      self.init(
        of: statement, member, through: through, credit: own.map(Self.phrase).joined(separator: "; "))
      return
    }
    let plan = statement.plans.last
    let policy = plan?.credit.policy ?? results.payPolicy.name
    let releases = results.releases.map(\.release)
    let vintage =
      plan?.credit.vintage.map { "valued by \($0)" }
      ?? (releases.isEmpty
        ? "fee schedule by \(results.payPolicy.vintage)"
        : "fee schedule \(releases.count == 1 ? "release" : "releases") \(CountWording.list(releases))")
    self.init(
      of: statement, member, through: through,
      credit: "policy \(policy), \(vintage)")
  }

  /// A span of credit in a phrase: `policy unadjusted, fee schedule release 2026A`.
  private static func phrase(_ span: CompensationResults.CreditSpan) -> String {
    let word = span.releases.count == 1 ? "release" : "releases"
    let frozen = span.vintage.hasPrefix("frozen") ? " for every day" : ""
    return "policy \(span.policy)"
      + (span.releases.isEmpty ? "" : ", fee schedule \(word) \(CountWording.list(span.releases))\(frozen)")
  }

  /// The days on which the plans are in effect.
  var assigned: [DayRange] { interval?.assigned ?? member.assignments.map(\.days) }

  /// The share of the year of the periods through one of them, for a part of the plan.
  func toDate(_ part: KeyPath<MeasuredShares, YearShare>, through index: Int) -> YearShare? {
    guard let periods = interval?.periods, index < periods.count else { return nil }
    var share = periods[0].shares[keyPath: part]
    for period in periods[1..<(index + 1)] { share.numerator += period.shares[keyPath: part].numerator }
    return share
  }
}
