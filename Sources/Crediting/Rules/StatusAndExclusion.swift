import MedicareFees
import ProductivityModel

/// Decides from the row's status code and the policy's lists whether a line is credited.
///
/// A line that has no national price is unpriced, never silently zero; a row with a price and no work is zero-valued.
///
/// - Source: CMS PFS Relative Value File record layout, Attachment A, "Status Code".
struct StatusAndExclusion: LineRule {
  static let name = RuleName.statusAndExclusion
  static let citation = "CMS PFS Relative Value File record layout, Attachment A: Status Code"

  func apply(to line: inout LineInProgress) {
    guard let row = line.row else { return }
    if let code = line.code,
      let exclusion = line.policy.exclusions.first(where: { $0.first <= code && code <= $0.last })
    {
      return line.end(.excluded, .excludedByList(exclusion.reason))
    }
    guard let status = row.status else { return line.end(.unpriced, .indicatorMissing) }
    switch status {
    case .anesthesia: return line.end(.held, .anesthesia)
    case .contractorPriced: return line.end(.unpriced, .contractorPriced)
    case .restricted where row.work == .zero && row.total(.facility) == .zero && row.total(.nonfacility) == .zero:
      return line.end(.unpriced, .restrictedWithoutValue)
    default: break
    }
    if line.credit.work == .zero {
      line.credit.fate = .zeroValued
    } else if line.policy.creditedStatuses.contains(status) {
      line.credit.fate = .credited
    } else if line.policy.creditedWhenValued.contains(status) {
      line.credit.fate = .credited
      line.credit.adjustments.append(
        Adjustment(rule: Self.name, factor: .one, reason: .valuedStatus(status), citation: Self.citation))
    } else {
      line.end(.excluded, .excludedByStatus(status))
    }
  }
}
