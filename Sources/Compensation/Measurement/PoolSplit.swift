import ProductivityModel

/// Splits the pools of plans among those who share them, month by month and to the cent.
///
/// A month's sum is what the pool has come to by its end less what it had before. It goes to the members by their weights of
/// the month. The cents that are left go to those who have got the least of what was due to them in the measurement year, equal
/// ones in the order of the members' ids: whoever always weighs as much as another has at most a cent more.
public enum PoolSplit {
  /// A month's sum that nobody shares, since no member has any weight.
  public struct Undistributed: Hashable, Sendable {
    /// The pool's name.
    public var pool: String
    /// The month.
    public var month: YearMonth
    /// The sum.
    public var amount: Money
  }

  /// Gives the members their shares.
  ///
  /// - Parameters:
  ///   - members: in any order.
  ///   - plans: every plan that is in effect, members or none; plans that name one pool have it with the same terms.
  ///   - counted: the days of known work.
  /// - Returns: what nobody shares, by pool and month.
  public static func split(
    among members: inout [PlanMember], plans: [CompensationPlan], counted: DayRange
  ) -> [Undistributed] {
    var undistributed: [Undistributed] = []
    let names = Set(plans.compactMap(\.terms.pool?.name)).sorted()
    for index in members.indices { members[index].quantities.pools = [] }
    for name in names {
      let own = plans.filter { $0.terms.pool?.name == name }
      guard let terms = own.first?.terms, let pool = terms.pool else { continue }
      var year: MeasurementYear?
      var split = LargestRemainderSplit(order: members.map(\.id))
      for sum in sums(of: pool, own, terms, counted) {
        let ownYear = MeasurementYear(containing: sum.days.first, startMonth: terms.yearStart)
        if year != ownYear { (year, split) = (ownYear, LargestRemainderSplit(order: members.map(\.id))) }
        let weights = members.map { weight(of: $0, pool, sum.days) }
        guard let parts = split.parts(of: sum.amount, by: weights.map(\.weight)) else {
          if sum.amount != .zero {
            undistributed.append(
              Undistributed(pool: name, month: YearMonth(containing: sum.days.first), amount: sum.amount))
          }
          continue
        }
        for (index, amount) in parts.enumerated() {
          guard let last = weights[index].last, weights[index].weight > 0 else { continue }
          members[index].quantities.pools.append(
            PlanQuantities.PoolPart(
              pool: name, month: YearMonth(containing: sum.days.first), day: last, amount: amount))
        }
      }
    }
    return undistributed
  }

  /// What a pool comes to in each month counted.
  private static func sums(
    of pool: PoolTerms, _ plans: [CompensationPlan], _ terms: PlanTerms, _ counted: DayRange
  ) -> [(days: DayRange, amount: Money)] {
    var sums: [(days: DayRange, amount: Money)] = []
    var year: MeasurementYear?
    var share = YearShare(numerator: 0, denominator: 1)
    for (_, days) in counted.months {
      let own = MeasurementYear(containing: days.first, startMonth: terms.yearStart)
      let weights = DayWeights(own.days, terms.proration)
      if year != own {
        year = own
        share = YearShare(numerator: 0, denominator: weights.whole)
      }
      let before = share.of(pool.annual)
      for offset in 0..<days.count {
        let day = days.first.advanced(by: offset)
        if plans.contains(where: { $0.effective.contains(day) }) { share.numerator += weights.weight(of: day) }
      }
      sums.append((days, share.of(pool.annual) - before))
    }
    return sums
  }

  /// What a member weighs in some days, and the last of them on which the member shares.
  private static func weight(
    of member: PlanMember, _ pool: PoolTerms, _ days: DayRange
  ) -> (weight: Int64, last: CalendarDate?) {
    var weight: Int64 = 0
    var last: CalendarDate?
    for assignment in member.assignments where assignment.plan.terms.pool?.name == pool.name {
      guard let own = assignment.days.intersection(days) else { continue }
      last = max(last ?? own.last, own.last)
      for offset in 0..<own.count {
        let day = own.first.advanced(by: offset)
        switch pool.split {
        case .equal: weight += 1
        case .clinicalFTE:
          let index = Int(day.daysSinceEpoch - member.time.days.first.daysSinceEpoch)
          if member.time.clinical.indices.contains(index) { weight += Int64(member.time.clinical[index]) }
        case .workRVU:
          let index = Int(day.daysSinceEpoch - member.work.days.first.daysSinceEpoch)
          if member.work.millionths.indices.contains(index) { weight += member.work.millionths[index] }
        }
      }
    }
    return (max(weight, 0), last)
  }
}
