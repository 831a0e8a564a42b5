import ProductivityModel

/// The deficits of a draw that production has not covered yet, oldest first.
struct DrawAccount {
  private struct Deficit {
    var amount: Money
    /// The last day on which it can be recovered; nil for ever.
    var lapses: CalendarDate?
  }

  private var deficits: [Deficit] = []

  /// An account with what is owed from before the first day, which does not lapse.
  init(opening: Money = .zero) {
    if opening > .zero { deficits.append(Deficit(amount: opening, lapses: nil)) }
  }

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
    // Production is known at the end of the period: what has lapsed by then cannot be recovered from it.
    deficits.removeAll { deficit in deficit.lapses.map { $0 < days.last } ?? false }
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

  /// Takes back what of a period's draw a cap did not let be paid: it is owed by nobody.
  mutating func cut(_ amount: Money, _ state: inout DrawState) {
    let part = min(amount, min(state.added, deficits.last?.amount ?? .zero))
    guard part > .zero else { return }
    deficits[deficits.count - 1].amount = deficits[deficits.count - 1].amount - part
    state.added = state.added - part
  }

  /// Ends the year, or the plan, on a day: what lapses that very day lapses first.
  mutating func end(_ rule: DrawTerms.YearEnd, on day: CalendarDate, _ state: inout DrawState) {
    if rule != .carry {
      let before = owed
      deficits.removeAll { deficit in deficit.lapses.map { $0 <= day } ?? false }
      state.lapsed += before - owed
    }
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
