import MedicareFees
import ProductivityModel

/// Credits the parts of the global package that the line's clinician did: before (56), at (54) and after (55) the operation.
///
/// Several of the three add up, each part once. The part after the operation counts by days of care where the line gives them and
/// the policy says so.
///
/// - Source: CMS PFS Relative Value File record layout, "Preoperative", "Intraoperative" and "Postoperative Percentage"; Pub. 100-04
///   chapter 12 section 40.4.
struct SplitSurgicalCare: LineRule {
  static let name = RuleName.roleAndExtent

  func apply(to line: inout LineInProgress) {
    guard line.hasCandidates, let row = line.row, line.credit.fate == .credited else { return }
    var portions: Set<PackagePortion> = []
    var total = Factor.zero
    var matches: [(Modifier, ModifierRow)] = []
    for modifier in line.modifiers.sorted {
      guard let match = line.match(.splitCare, modifier, row) else {
        if line.isEnded { return }
        continue
      }
      matches.append((modifier, match))
      switch match.amount {
      case .factor(let factor): total = total + factor
      case .portions(let parts):
        for part in parts where portions.insert(part).inserted {
          guard let percentage = part.percentage(of: row) else { return line.end(.unpriced, .indicatorMissing) }
          let share = Factor(Int64(percentage), over: 100)
          total = total + (part == .postoperative && match.isByDays ? share * days(line.modifiers, row) : share)
        }
      }
    }
    guard let (modifier, first) = matches.first else { return }
    line.apply(first, of: modifier, factor: total.isAboveOne ? .one : total, rule: Self.name)
    for (modifier, other) in matches.dropFirst() {
      if let flag = other.flag { line.credit.flags.append(.assumption(flag, key: other.key(of: modifier))) }
    }
  }

  /// The days of care given, of those of the global period; all of them where the line does not say.
  private func days(_ modifiers: ModifierList, _ row: FeeRow) -> Factor {
    guard let given = modifiers.postoperativeDays, let days = row.globalPeriod?.days, days > 0 else { return .one }
    return Factor(Int64(min(Int(given), days)), over: Int64(days))
  }
}
