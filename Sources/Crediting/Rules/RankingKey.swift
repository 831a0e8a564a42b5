import MedicareFees
import ProductivityModel

/// Works out whether a line takes a place among several procedures, and the key by which one unit of it ranks.
///
/// Lines that are not credited, that return to the operating room (78) or that are not payable in their role take none.
///
/// - Source: CMS PFS Relative Value File record layout, "Multiple Procedure".
struct RankingKey: LineRule {
  static let name = RuleName.multipleProcedures

  func apply(to line: inout LineInProgress) {
    guard let policy = line.policy.multipleProcedures, let row = line.row, line.credit.fate == .credited else { return }
    guard let indicator = row.multipleProcedure else { return line.end(.unpriced, .indicatorMissing) }
    guard indicator == .standard || indicator == .endoscopy, !line.isOutsideRanking, line.credit.factor != .zero else {
      return
    }
    let value =
      switch policy.rankBy {
      case .totalRVU: Int64(row.total(line.setting).hundredths) * 10_000
      case .workRVU: row.work.millionths
      }
    line.credit.rankKey = Factor(line.bilateralFactor.numerator, over: line.bilateralFactor.denominator).scaled(value)
  }
}
