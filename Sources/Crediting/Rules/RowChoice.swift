import MedicareFees
import ProductivityModel

/// Chooses the fee schedule row of a line: the base row, or that of the professional component (26), the technical
/// component (TC) or the discontinued procedure (53).
///
/// Some codes have no work on their base row while the row for 26 is valued; without 26 such a line has no price, rather
/// than a silent zero. For a payment the row's own status decides, and 26 and TC are not paid without rows of their own.
///
/// - Source: CMS PFS Relative Value File record layout, fields "Modifier" and "PC/TC Indicator".
struct RowChoice: LineRule {
  static let name = RuleName.rowChoice
  static let citation = "CMS PFS Relative Value File record layout: Modifier, PC/TC Indicator"

  private static let professional: Modifier = "26"
  private static let technical: Modifier = "TC"
  private static let discontinued: Modifier = "53"

  func apply(to line: inout LineInProgress) {
    guard let schedule = line.schedule else { return line.end(.unpriced, .noRelease) }
    guard let code = line.code, let rows = schedule.rows(for: code) else {
      return line.end(.unpriced, .codeNotInRelease)
    }
    let wantsProfessional = line.modifiers.contains(Self.professional)
    let wantsTechnical = line.modifiers.contains(Self.technical)
    if wantsProfessional, !wantsTechnical {
      if let row = rows.professional { return choose(row, Self.professional, in: schedule, &line) }
      guard let base = rows.base, line.purpose == .work else { return line.end(.unpriced, .codeNotInRelease) }
      line.credit.flags.append(.assumption("26 on a code without a row for 26: the base row is credited", key: ""))
      return choose(base, nil, in: schedule, &line, reason: .noComponentRow(Self.professional))
    }
    if wantsTechnical, !wantsProfessional {
      if let row = rows.technical { return choose(row, Self.technical, in: schedule, &line) }
      guard let base = rows.base, line.purpose == .work else { return line.end(.unpriced, .codeNotInRelease) }
      choose(base, nil, in: schedule, &line, reason: .technicalWithoutRow)
      if line.credit.work != .zero {
        line.credit.flags.append(
          .assumption("TC on a code without a row for TC: no physician work is credited", key: ""))
        line.credit.work = .zero
      }
      return
    }
    if line.modifiers.contains(Self.discontinued), let row = rows.discontinued {
      return choose(row, Self.discontinued, in: schedule, &line)
    }
    if line.purpose == .payment {
      guard let base = rows.base else { return line.end(.unpriced, .codeNotInRelease) }
      return choose(base, nil, in: schedule, &line)
    }
    let professionalWork = rows.professional.map { schedule.rows[$0].work } ?? .zero
    guard let base = rows.base, !(schedule.rows[base].work == .zero && professionalWork > .zero) else {
      return line.end(.unpriced, professionalWork > .zero ? .workOnProfessionalRow : .codeNotInRelease)
    }
    choose(base, nil, in: schedule, &line)
  }

  private func choose(
    _ index: Int, _ component: Modifier?, in schedule: FeeSchedule, _ line: inout LineInProgress,
    reason: Adjustment.Reason? = nil
  ) {
    let row = schedule.rows[index]
    line.row = row
    line.credit.row = index
    line.credit.work = row.work
    line.credit.adjustments.append(
      Adjustment(rule: Self.name, factor: .one, reason: reason ?? .chose(row: component), citation: Self.citation))
  }
}
