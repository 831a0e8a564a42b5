import Benchmarking
import ProductivityModel

extension CellValue {
  /// The value as people read it: thousands grouped, a fixed number of decimals, `n/a` where there is none.
  public var text: String {
    switch self {
    case .text(let text), .literal(let text): text
    case .integer(let number): DecimalText.fixed(Int64(number), scale: 0, decimals: 0, grouping: true)
    case .workRVU(let work): DecimalText.fixed(work.millionths, scale: 6, decimals: 2, grouping: true)
    case .workRVURate(let work): DecimalText.fixed(work.millionths, scale: 6, decimals: 1, grouping: true)
    // Values of a blend have decimals that nobody published.
    case .surveyValue(let work):
      work.millionths % 10_000 == 0
        ? Self.grouped(work.millionths, scale: 6)
        : DecimalText.fixed(work.millionths, scale: 6, decimals: 1, grouping: true)
    case .units(let units): Self.grouped(units.tenThousandths, scale: Units.scale)
    case .money(let money): Self.dollars(money)
    case .clinicalFTE(let millionths): DecimalText.fixed(millionths, scale: 6, decimals: 2)
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

  /// An exact number with its thousands grouped and no more decimals than it needs.
  private static func grouped(_ value: Int64, scale: Int) -> String {
    var (decimals, rest) = (scale, value.magnitude)
    while decimals > 0, rest % 10 == 0 { (decimals, rest) = (decimals - 1, rest / 10) }
    return DecimalText.fixed(value, scale: scale, decimals: decimals, grouping: true)
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
