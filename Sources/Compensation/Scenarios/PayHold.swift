import ProductivityModel

/// What keeps pay from following work: a part of a plan that bites in what is counted.
public enum PayHold: String, CaseIterable, Hashable, Sendable {
  /// Something is above a cap and not paid.
  case cap
  /// A guarantee lifts base and production.
  case guarantee
  /// The least total lifts everything.
  case floor
  /// Production does not cover the draw.
  case draw

  /// What holds the pay of some statements of one clinician, in the order of the cases.
  ///
  /// A guarantee or floor that later pay has made good in full does not count; nor does a draw that is to be repaid, since
  /// then every work RVU counts.
  public static func holding(_ statements: [PlanStatement]) -> [PayHold] {
    allCases.filter { hold in statements.contains { hold.holds($0) } }
  }

  private func holds(_ statement: PlanStatement) -> Bool {
    func sum(_ kind: StatementComponent.Kind) -> Money {
      statement.periods.flatMap(\.components).filter { $0.kind == kind }.reduce(into: .zero) { $0 += $1.amount }
    }
    switch self {
    case .cap: return (statement.periods.last?.aboveCap ?? .zero) > .zero
    case .guarantee: return sum(.guarantee) > .zero
    case .floor: return sum(.totalFloor) > .zero
    case .draw:
      guard statement.terms.production?.against == .draw, let rules = statement.terms.draw else { return false }
      switch rules.recovery {
      case .carryForward:
        return statement.periods.contains { ($0.draw?.forgiven ?? .zero) + ($0.draw?.lapsed ?? .zero) > .zero }
          || (statement.periods.last?.draw?.closing ?? .zero) > .zero
      case .none:
        return statement.periods.contains { period in
          let parts = period.components.filter { $0.kind == .base || $0.kind == .lessDraw }
          return parts.reduce(into: Money.zero) { $0 += $1.amount } > .zero
        }
      }
    }
  }
}

extension PlanArithmetic {
  /// What a clinician's plans would pay in all if they had no cap, on production or on the total.
  public static func earnedWithoutCaps(of member: PlanMember, through: CalendarDate) -> Money {
    var intervals = intervals(of: member, through: through)
    for index in intervals.indices {
      intervals[index].terms.limits.productionCap = nil
      intervals[index].terms.limits.totalCap = nil
    }
    return unbalanced(intervals, of: member).reduce(into: .zero) { $0 += $1.earned }
  }
}
