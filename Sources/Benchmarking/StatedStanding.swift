import ProductivityModel

/// A standing that somebody states, such as "77th percentile, 2.1x median" or "above the 90th percentile", held against a survey.
public struct StatedStanding: Hashable, Sendable {
  /// Whether a number is stated itself, or as a bound.
  public enum Bound: Hashable, Sendable {
    /// The number itself, floored or rounded.
    case exactly
    /// More than the number.
    case above
    /// The number or more.
    case atLeast
    /// Less than the number.
    case below
    /// The number or less.
    case atMost
  }

  /// The percentile, in thousandths; nil where none is stated.
  public var percentThousandths: Int?
  /// Whether the percentile is a bound.
  public var percentBound = Bound.exactly
  /// One unit of the last decimal of the stated percentile, in thousandths.
  public var percentUnit = 1_000
  /// The ratio to the median, in millionths; nil where none is stated.
  public var timesMillionths: Int64?
  /// Whether the ratio is a bound.
  public var timesBound = Bound.exactly
  /// Half of the last decimal of the stated ratio, in millionths.
  public var halfOfLastDecimal: Int64 = 0

  /// How a statement and a survey disagree, or what of a statement a survey cannot tell.
  public enum Disagreement: Hashable, Sendable {
    /// The value stands elsewhere in the survey than stated.
    case percentile
    /// The value is another multiple of the survey's median than stated.
    case ratio
    /// The stated percentile and the stated ratio cannot both hold in the survey, whatever the value; where the survey says
    /// so, the ratio that it has at the stated percentile.
    case eachOther(ratioThere: Double?)
    /// The value stands beyond what is published, and so may the stated percentile.
    case percentileNotTold
    /// The survey has no median, or one of zero, so no ratio to it is known.
    case ratioNotTold
  }

  /// A statement of nothing.
  init() {}

  /// How the statement and a survey disagree about a value, and what of the statement the survey cannot tell.
  ///
  /// A percentile agrees where it is the value's own, floored or rounded half up to the decimals that are stated; on a plateau
  /// any from its first to its last percent does. A bound agrees where the value keeps it. A ratio agrees within half of its
  /// last decimal. Both agree with each other where some percentile of that width has some ratio of that width.
  ///
  /// - Parameter value: in millionths of the row's unit.
  public func disagreements(about value: Int64, in row: SurveyRow) -> [Disagreement] {
    var found: [Disagreement] = []
    if let percentThousandths {
      let known = KnownPercentile(of: value, among: row.points)
      switch known?.holds(percentThousandths, percentBound, unit: percentUnit) {
      case .some(true): break
      case .some(false): found.append(.percentile)
      case .none: found.append(.percentileNotTold)
      }
    }
    guard let timesMillionths else { return found }
    guard let median = row.medianMillionths, median > 0 else { return found + [.ratioNotTold] }
    if !isTrue(timesMillionths, of: value, median) { found.append(.ratio) }
    if let percentThousandths, let there = ratios(around: percentThousandths, in: row, median) {
      if !statedRatios(timesMillionths).overlaps(there) {
        let exact = row.millionths(atPercentThousandths: percentThousandths)
        found.append(.eachOther(ratioThere: exact.map { Double($0) / Double(median) }))
      }
    }
    return found
  }

  /// Whether a value is the stated multiple of a median, without a division.
  private func isTrue(_ times: Int64, of value: Int64, _ median: Int64) -> Bool {
    let difference = Int128(value) * 1_000_000 - Int128(times) * Int128(median)
    return switch timesBound {
    case .exactly: abs(difference) <= Int128(halfOfLastDecimal) * Int128(median)
    case .above: difference > 0
    case .atLeast: difference >= 0
    case .below: difference < 0
    case .atMost: difference <= 0
    }
  }

  /// The ratios that are stated, in millionths.
  private func statedRatios(_ times: Int64) -> ClosedRange<Int64> {
    switch timesBound {
    case .exactly: (times - halfOfLastDecimal)...(times + halfOfLastDecimal)
    case .above, .atLeast: times...Int64.max
    case .below, .atMost: 0...times
    }
  }

  /// The ratios to the median, in millionths, that a survey has at the percentiles that are stated: of a percentile itself from
  /// half of its last decimal below it to one above; those beyond the survey's highest or lowest point are bounded on one side only.
  private func ratios(around thousandths: Int, in row: SurveyRow, _ median: Int64) -> ClosedRange<Int64>? {
    guard let lowest = row.points.first, let highest = row.points.last, row.points.count >= 2 else { return nil }
    func ratio(_ value: Int64) -> Int64? { rounded64(Int128(value) * 1_000_000, over: Int128(median)) }
    let (from, to) =
      switch percentBound {
      case .exactly: (thousandths - (percentUnit + 1) / 2, thousandths + percentUnit)
      case .above, .atLeast: (thousandths, 100_000)
      case .below, .atMost: (0, thousandths)
      }
    let low = from < lowest.percent * 1_000 ? 0 : row.millionths(atPercentThousandths: from) ?? highest.millionths
    let high = to > highest.percent * 1_000 ? nil : row.millionths(atPercentThousandths: to) ?? lowest.millionths
    guard let least = ratio(low) else { return nil }
    let most = high.flatMap(ratio) ?? Int64.max
    return least <= most ? least...most : nil
  }
}
