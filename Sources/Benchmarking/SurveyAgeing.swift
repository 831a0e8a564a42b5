import ProductivityModel

/// Brings the dollars of a survey forward from the middle of its data year to a day, by a rate that the user states.
///
/// Only dollars are aged. RVUs and counts are not: what a physician does in a year does not rise with prices, and a change of the
/// fee schedule is met by valuing the lines anew.
///
/// The factor is (1 + rate) once for each whole year from 1 July of the data year, and for the days that are left
/// 1 + rate x days / days of that year. It is held to 10^-12, and each value is rounded once, to a millionth.
public struct SurveyAgeing: Hashable, Sendable {
  /// The rate of a year, in millionths: 30,000 is 3 %.
  public let rateMillionths: Int64
  /// The day to which dollars are brought.
  public let day: CalendarDate

  /// The highest rate of a year that is taken, in millionths: 20 %.
  public static let highestRate: Int64 = 200_000
  /// The most whole years over which dollars are aged; older surveys say too little.
  public static let mostYears = 10
  /// A factor of one.
  private static let one: Int128 = 1_000_000_000_000

  /// Why a row is not aged.
  public enum Refusal: Error, Hashable, Sendable {
    /// Its metric is not in dollars.
    case notDollars
    /// The survey does not say in which year its dollars were earned.
    case noDataYear
    /// The day lies before the middle of the data year: surveys are not brought back.
    case beforeData
    /// The day lies more than ``mostYears`` after the middle of the data year.
    case tooOld
    /// The aged value does not fit 64 bits.
    case outOfRange
  }

  /// An ageing; nil where the rate is not between 0 and ``highestRate``.
  public init?(rateMillionths: Int64, to day: CalendarDate) {
    guard (0...Self.highestRate).contains(rateMillionths) else { return nil }
    self.rateMillionths = rateMillionths
    self.day = day
  }

  /// The row with all its dollars aged: points, mean and standard deviation.
  ///
  /// - Throws: ``Refusal`` where it cannot be, with the reason.
  public func aged(_ row: SurveyRow) throws(Refusal) -> SurveyRow {
    guard row.metric.isDollars else { throw .notDollars }
    guard let dataYear = row.dataYear else { throw .noDataYear }
    let factor = try factor(fromDataOf: dataYear)
    func grown(_ value: Int64) throws(Refusal) -> Int64 {
      guard let result = rounded64(Int128(value) * factor, over: Self.one) else { throw .outOfRange }
      return result
    }
    var aged = row
    aged.points.removeAll()
    for point in row.points {
      aged.points.append(SurveyPoint(percent: point.percent, millionths: try grown(point.millionths)))
    }
    if let mean = row.meanMillionths { aged.meanMillionths = try grown(mean) }
    if let deviation = row.deviationMillionths { aged.deviationMillionths = try grown(deviation) }
    return aged
  }

  /// The factor from the middle of a data year, times 10^12.
  ///
  /// - Throws: ``Refusal`` where the day is before it, or too long after it.
  public func factor(fromDataOf year: Int) throws(Refusal) -> Int128 {
    guard let start = CalendarDate(year: year, month: 7, day: 1) else { throw .noDataYear }
    guard day >= start else { throw .beforeData }
    var factor = Self.one
    var years = 0
    while let next = CalendarDate(year: year + years + 1, month: 7, day: 1), next <= day {
      guard years < Self.mostYears else { throw .tooOld }
      factor = rounded(factor * Int128(1_000_000 + rateMillionths), over: 1_000_000)
      years += 1
    }
    guard let anniversary = CalendarDate(year: year + years, month: 7, day: 1),
      let next = CalendarDate(year: year + years + 1, month: 7, day: 1)
    else { throw .tooOld }
    let left = day.daysSinceEpoch - anniversary.daysSinceEpoch
    let length = next.daysSinceEpoch - anniversary.daysSinceEpoch
    if left > 0 {
      let divisor = Int128(1_000_000) * Int128(length)
      factor = rounded(factor * (divisor + Int128(rateMillionths) * Int128(left)), over: divisor)
    }
    return factor
  }

  /// What was done to a row of a data year, in words: for the basis of what is made from it.
  ///
  /// - Returns: nil where it cannot be aged.
  public func sentence(dataYear: Int) -> String? {
    guard let factor = try? factor(fromDataOf: dataYear) else { return nil }
    let rate = DecimalText.plain(rateMillionths, scale: 4)
    // To six decimals for people.
    let shown = DecimalText.plain(Int64(rounded(factor, over: 1_000_000)), scale: 6)
    return "dollars aged at \(rate) % a year from 1 July \(dataYear) to \(day), a factor of \(shown)"
  }
}
