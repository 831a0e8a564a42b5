import ProductivityModel

extension PayRate {
  /// What some statements of a clinician pay, for the time of their days; nil where there is no day.
  ///
  /// A day counts where a plan is in effect, also one of leave, with its total FTE.
  ///
  /// - Parameters:
  ///   - basis: what the plans earn, or what was paid.
  ///   - capsAtFull: whether a day counts with at most 1.0, so that pay for more than a full-time job is not brought down to one.
  public init?(
    _ statements: [PlanStatement], of member: PlanMember, basis: PayBasis = .earned, capsAtFull: Bool = true
  ) {
    guard let year = statements.last?.year else { return nil }
    var rate = PayRate(total: .zero, work: .zero, days: 0, fteDays: 0, yearDays: year.count)
    for period in statements.flatMap(\.periods) {
      switch basis {
      case .earned: rate.total += period.earned
      case .paid: rate.total += period.accounts.reduce(into: .zero) { $0 += $1.paid }
      }
      rate.work += period.work
      for assignment in member.assignments {
        guard let days = assignment.days.intersection(period.days) else { continue }
        rate.days += days.count
        for offset in 0..<days.count {
          let index = Int(days.first.daysSinceEpoch - member.time.days.first.daysSinceEpoch) + offset
          guard member.time.total.indices.contains(index) else { continue }
          let fte = Int64(member.time.total[index])
          rate.fteDays += capsAtFull ? min(fte, 1_000_000) : fte
        }
      }
    }
    guard rate.days > 0 else { return nil }
    self = rate
  }
}
