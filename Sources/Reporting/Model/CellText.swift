import Benchmarking
import ProductivityModel

extension CellValue {
  /// The value as people read it: thousands grouped, a fixed number of decimals, `n/a` where there is none.
  public var text: String {
    switch self {
    case .integer, .workRVU, .workRVURate, .surveyValue, .units, .clinicalFTE: number?.text ?? ""
    case .text(let text), .literal(let text): text
    case .money(let money): Self.dollars(money)
    case .percent(let share): Self.percent(share)
    case .placement(let placement): PlacementWording.cell(placement.position)
    case .placementHeadline(let placement): CountWording.sentence(PlacementWording.headline(placement))
    case .percentile(let percentile): PlacementWording.cell(percentile)
    case .ratio(let ratio): PlacementWording.ratio(ratio, decimals: 2)
    case .rank(let rank, let count): "\(rank) of \(count)"
    case .month(let month): DateWording.month(month)
    case .date(let date): date.description
    case .year(let year): String(year)
    case .position(let position): position.description
    case .standing(let mark): mark.text
    case .sparkline(let sparkline): sparkline.text
    case .notAvailable: "n/a"
    }
  }

  /// The value as people read it, where that is digits with a point and separators and nothing else.
  public var number: ShownNumber? {
    switch self {
    case .integer(let number): ShownNumber(value: Int64(number), scale: 0, decimals: 0)
    case .workRVU(let work): ShownNumber(value: work.millionths, scale: 6, decimals: 2)
    case .workRVURate(let work): ShownNumber(value: work.millionths, scale: 6, decimals: 1)
    // Values of a blend have decimals that nobody published.
    case .surveyValue(let work):
      work.millionths % 10_000 == 0
        ? Self.exact(work.millionths, scale: 6) : ShownNumber(value: work.millionths, scale: 6, decimals: 1)
    case .units(let units): Self.exact(units.tenThousandths, scale: Units.scale)
    case .clinicalFTE(let millionths): ShownNumber(value: millionths, scale: 6, decimals: 2, isGrouped: false)
    default: nil
    }
  }

  /// An exact number with no more decimals than it needs.
  private static func exact(_ value: Int64, scale: Int) -> ShownNumber {
    var (decimals, rest) = (scale, value.magnitude)
    while decimals > 0, rest % 10 == 0 { (decimals, rest) = (decimals - 1, rest / 10) }
    return ShownNumber(value: value, scale: scale, decimals: decimals)
  }

  private static func dollars(_ money: Money) -> String {
    let text = DecimalText.fixed(money.cents, scale: 2, decimals: 2, grouping: true)
    return money.cents < 0 ? "-$" + text.dropFirst() : "$" + text
  }

  /// One decimal, but never `0.0%` of something or `100.0%` of less than all.
  private static func percent(_ share: Double) -> String {
    if share > 0, share < 0.05 { return "<0.1%" }
    if share < 100, share >= 99.95 { return ">99.9%" }
    return DecimalText.fixed(Int64((share * 10).rounded()), scale: 1, decimals: 1, grouping: true) + "%"
  }
}
