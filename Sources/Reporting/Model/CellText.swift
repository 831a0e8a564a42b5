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
    case .units(let units): Self.grouped(units)
    case .money(let money): Self.dollars(money)
    case .clinicalFTE(let millionths): DecimalText.fixed(millionths, scale: 6, decimals: 2)
    case .percent(let share): Self.oneDecimal(share) + "%"
    case .placement(let placement): PlacementWording.cell(placement.position)
    case .percentile(let percentile): PlacementWording.cell(percentile)
    case .ratio(let ratio): PlacementWording.ratio(ratio, decimals: 2)
    case .rank(let rank, let count): "\(rank) of \(count)"
    case .month(let month): DateWording.month(month)
    case .date(let date): date.description
    case .year(let year): String(year)
    case .position(let position): position.description
    case .standing(let mark): mark.text
    case .notAvailable: "n/a"
    }
  }

  private static func grouped(_ units: Units) -> String {
    let plain = units.description
    guard let point = plain.firstIndex(of: ".") else {
      return DecimalText.fixed(units.tenThousandths, scale: Units.scale, decimals: 0, grouping: true)
    }
    let decimals = plain.distance(from: point, to: plain.endIndex) - 1
    return DecimalText.fixed(units.tenThousandths, scale: Units.scale, decimals: decimals, grouping: true)
  }

  private static func dollars(_ money: Money) -> String {
    let text = DecimalText.fixed(money.cents, scale: 2, decimals: 2, grouping: true)
    return money.cents < 0 ? "-$" + text.dropFirst() : "$" + text
  }

  private static func oneDecimal(_ number: Double) -> String {
    DecimalText.fixed(Int64((number * 10).rounded()), scale: 1, decimals: 1, grouping: true)
  }
}
