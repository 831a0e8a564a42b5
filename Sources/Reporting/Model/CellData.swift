import Benchmarking
import ProductivityModel

extension CellValue {
  /// The value as data files hold it: plain, no separators, at full precision, empty where there is none.
  ///
  /// Work RVUs, percentiles and ratios have up to six decimals. A bound is `<10` or `>90`.
  public var dataText: String {
    switch self {
    case .text(let text), .literal(let text): text
    case .integer(let number), .year(let number): String(number)
    case .workRVU(let work), .workRVURate(let work), .surveyValue(let work): work.description
    case .units(let units): units.description
    case .money(let money): money.description
    case .clinicalFTE(let millionths): DecimalText.plain(millionths, scale: 6)
    case .percent(let number), .percentile(let number), .ratio(let number): Self.sixDecimals(number)
    case .placement(let placement), .placementHeadline(let placement):
      switch placement.position {
      case .below(let percent): "<\(percent)"
      case .at(let percentile): Self.sixDecimals(percentile)
      case .above(let percent): ">\(percent)"
      case .ratioOnly: ""
      }
    case .rank(let rank, _): String(rank)
    case .month(let month): month.description
    case .date(let date): date.description
    case .position(let position): position.description
    case .standing, .sparkline, .notAvailable: ""
    }
  }

  /// Whether ``dataText`` is words, which a spreadsheet could take for a formula.
  public var isWords: Bool {
    switch self {
    case .text, .literal, .position: true
    default: false
    }
  }

  /// A number that orders the value among others of its column; nil for words and for what is undefined.
  ///
  /// Bounds lie beyond every percentile between them, in the order of their ratio to the median.
  public var sortKey: Double? {
    switch self {
    case .text, .literal, .position, .notAvailable: nil
    case .integer(let number), .year(let number): Double(number)
    case .workRVU(let work), .workRVURate(let work), .surveyValue(let work): work.asDouble
    case .units(let units): Double(units.tenThousandths) / 10_000
    case .money(let money): Double(money.cents) / 100
    case .clinicalFTE(let millionths): Double(millionths) / 1_000_000
    case .percent(let number), .percentile(let number), .ratio(let number): number
    case .placement(let placement), .placementHeadline(let placement): Self.order(of: placement)
    case .rank(let rank, _): Double(rank)
    case .month(let month): Double(month.year * 12 + month.month)
    case .date(let date): Double(date.daysSinceEpoch)
    case .standing(let mark): mark.value.map { Double($0) / 1_000_000 }
    case .sparkline(let sparkline): sparkline.values.last.flatMap { $0 }?.asDouble
    }
  }

  private static func order(of placement: Placement) -> Double? {
    let ratio = placement.timesMedian ?? 0
    return switch placement.position {
    case .below: -1_000 + ratio
    case .at(let percentile): percentile
    case .above: 1_000 + ratio
    case .ratioOnly: nil
    }
  }

  private static func sixDecimals(_ number: Double) -> String {
    DecimalText.plain(Int64((number * 1_000_000).rounded()), scale: 6)
  }
}
