import MedicareFees
import ProductivityModel

/// Decides from the row's status code and setting whether Medicare pays for a line: its work does not matter.
///
/// - Source: CMS PFS Relative Value File record layout, Attachment A, "Status Code", and the NA indicators.
struct PaymentStatus: LineRule {
  static let name = RuleName.statusAndExclusion

  func apply(to line: inout LineInProgress) {
    guard let row = line.row else { return }
    if let code = line.code,
      let exclusion = line.policy.exclusions.first(where: { $0.first <= code && code <= $0.last })
    {
      return line.end(.excluded, .excludedByList(exclusion.reason))
    }
    guard let status = row.status else { return line.end(.unpriced, .indicatorMissing) }
    guard line.policy.creditedStatuses.contains(status), Payment.absence(of: row, in: line.setting) == nil else {
      return line.end(.unpriced, .excludedByStatus(status))
    }
  }
}
