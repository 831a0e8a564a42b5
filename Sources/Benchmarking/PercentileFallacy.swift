import ProductivityModel

/// Rows whose percentiles were made from percentiles of other metrics, which gives no percentile of anything.
///
/// Pay at the 75th percentile is not the 75th percentile of work RVUs times the 75th of dollars per work RVU: whoever does most work
/// is paid less for each RVU, as a rule, so the product is too high above the median and too low below it. For the same reason
/// the quotient of two percentiles is no percentile of dollars per work RVU.
public enum PercentileFallacy: Hashable, Sendable {
  /// The row of total compensation is, at every common percent, the product of the other two.
  case productOfPercentiles(total: SurveyRow, percents: [Int])
  /// The row of compensation per work RVU is, at every common percent, the quotient of the other two.
  case quotientOfPercentiles(rate: SurveyRow, percents: [Int])

  /// The fewest common percents from which anything is said: one or two may agree by chance.
  public static let leastPoints = 3

  /// The fallacy of three rows of one survey, specialty, region and kind of provider; nil where there is none.
  ///
  /// The tolerance is what rounding explains. The product must be within half a unit of the last decimal that the row of
  /// compensation shows, so half a dollar where it shows whole dollars. The quotient must be within half a unit of the last
  /// decimal that the rate shows, and what half a unit of the work RVUs' last decimal changes in it.
  ///
  /// - Precondition: the rows are of total compensation, work RVUs and compensation per work RVU, in this order.
  public static func found(in total: SurveyRow, _ workRow: SurveyRow, _ rate: SurveyRow) -> PercentileFallacy? {
    let common = total.points.compactMap { point in
      if let work = workRow.millionths(atPercent: point.percent), let rate = rate.millionths(atPercent: point.percent) {
        return (percent: point.percent, total: point.millionths, work: work, rate: rate)
      }
      return nil
    }
    guard common.count >= leastPoints, common.allSatisfy({ $0.work > 0 && $0.total > 0 && $0.rate > 0 }) else {
      return nil
    }
    guard common.allSatisfy({ $0.work <= largest.work && $0.total <= largest.total && $0.rate <= largest.rate }) else {
      return nil
    }
    let percents = common.map(\.percent)
    // Both sides are doubled, so that half a unit needs no fraction. A product of two values has twelve decimals.
    let isProduct = common.allSatisfy { point in
      let difference = Int128(point.work) * Int128(point.rate) - Int128(point.total) * million
      return 2 * abs(difference) <= Int128(unit(of: total)) * million
    }
    if isProduct { return .productOfPercentiles(total: total, percents: percents) }
    // |rate - total / work| <= unit of rate / 2 + total x unit of work / (2 x work^2), times 2 x work^2.
    let isQuotient = common.allSatisfy { point in
      let (pay, work, rateValue) = (Int128(point.total), Int128(point.work), Int128(point.rate))
      let difference = rateValue * work * work - pay * work * million
      return 2 * abs(difference) <= Int128(unit(of: rate)) * work * work + pay * Int128(unit(of: workRow)) * million
    }
    return isQuotient ? .quotientOfPercentiles(rate: rate, percents: percents) : nil
  }

  private static let million: Int128 = 1_000_000
  /// The largest values, in millionths, that are looked at: a million work RVUs, a billion dollars, 100,000 dollars for one.
  private static let largest = (
    total: Int64(1_000_000_000_000_000), work: Int64(1_000_000_000_000), rate: Int64(100_000_000_000)
  )

  /// The unit of the last decimal that any point of a row shows, in millionths, at most one whole.
  private static func unit(of row: SurveyRow) -> Int64 {
    var unit: Int64 = 1_000_000
    while unit > 1, row.points.contains(where: { $0.millionths % unit != 0 }) { unit /= 10 }
    return unit
  }
}
