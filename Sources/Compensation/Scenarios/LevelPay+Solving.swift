import ProductivityModel

extension LevelPay {
  /// Finds the threshold or rate that keeps the pay of some clinicians at a target.
  ///
  /// Pay never rises with a threshold and never falls with a rate, so bisection on whole millionths finds it. Of the values that
  /// give the target to the cent the middle one is taken, the lower of two; where they have no end on one side, the one that
  /// changes the least. A threshold from base is first fixed at what it is now. Several plans, and the tiers of each, all move
  /// by the same amount; a threshold does not go below zero.
  ///
  /// - Parameters:
  ///   - members: with the work under which pay is to be kept.
  ///   - through: the last day counted.
  ///   - target: what they were paid in all.
  ///   - plan: the only plan that is moved; nil for all.
  /// - Throws: ``ScenarioFailure`` where no plan of theirs has what is to be moved.
  public static func solve(
    _ lever: Lever, of members: [PlanMember], through: CalendarDate, target: Money, plan: String? = nil
  ) throws(ScenarioFailure) -> LevelPay {
    let group = LevelGroup(lever, members, through: through, plan: plan)
    guard group.hasProduction else { throw .noProduction(plan: plan) }
    guard group.isMovable else { throw .noThreshold(plan: plan) }
    var search = LevelSearch(target: target.cents, bounds: group.bounds, isRising: lever == .rate) { group.pay($0) }
    let (shift, result) = search.solve()
    // Out of reach, what holds pay is told where it is held for certain: at the last shift that is possible.
    let isShort = search.pay(shift) < target.cents
    let end = isShort == (lever == .rate) ? group.bounds.upperBound : group.bounds.lowerBound
    let span = result == .level ? search.span() : nil
    return LevelPay(
      lever: lever, target: target, unmoved: Money(cents: search.pay(0)), shift: shift, levels: group.levels(shift),
      pay: Money(cents: search.pay(shift)), result: result, span: span, bounds: group.bounds, members: members.count,
      held: group.held(result == .outOfReach ? end : shift))
  }
}
