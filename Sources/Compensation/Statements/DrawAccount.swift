import ProductivityModel

/// The deficits of a draw that production has not covered yet, oldest first.
struct DrawAccount {
  private struct Deficit {
    var amount: Money
    /// The last day on which it can be recovered; nil for ever.
    var lapses: CalendarDate?
  }

  private var deficits: [Deficit] = []

  /// What is owed in all.
  var owed: Money { deficits.reduce(into: .zero) { $0 += $1.amount } }

  /// Sets a period's production against its draw and the deficits before it.
  ///
  /// - Parameters:
  ///   - production: what production pays, after its cap and what is withheld.
  ///   - draw: what was advanced.
  /// - Returns: what of production pays for the draw, and what became of the deficits.
  mutating func settle(
    _ days: DayRange, production: Money, draw: Money, _ terms: DrawTerms
  ) -> (covered: Money, state: DrawState) {
    var state = DrawState(opening: owed)
    let standing = deficits.filter { deficit in deficit.lapses.map { $0 >= days.first } ?? true }
    deficits = standing
    state.lapsed = state.opening - owed
    let available = max(production, .zero)
    let covered = min(available, draw)
    var left = available - covered
    while left > .zero, let oldest = deficits.first {
      let part = min(left, oldest.amount)
      left = left - part
      state.recovered += part
      if part == oldest.amount { deficits.removeFirst() } else { deficits[0].amount = oldest.amount - part }
    }
    if terms.recovery == .carryForward, draw > covered {
      state.added = draw - covered
      deficits.append(
        Deficit(amount: state.added, lapses: terms.months.map { Self.end(ofMonth: $0, after: days.last) }))
    }
    return (covered, state)
  }

  /// Ends the year, or the plan.
  mutating func end(_ rule: DrawTerms.YearEnd, _ state: inout DrawState) {
    switch rule {
    case .carry: return
    case .forgive: state.forgiven = owed
    case .repay: state.repayable = owed
    }
    deficits.removeAll()
  }

  /// The last day of the month that is some months after a day's.
  private static func end(ofMonth months: Int, after day: CalendarDate) -> CalendarDate {
    var month = YearMonth(containing: day)
    for _ in 0..<months { month = month.next }
    return month.days.last
  }
}
