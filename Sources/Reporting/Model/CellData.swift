import Benchmarking
import ProductivityModel

extension CellValue {
  /// The value as data files hold it: plain, no separators, at full precision, empty where there is none.
  ///
  /// Work RVUs, percentiles and ratios have up to six decimals. A bound is `<10` or `>90`.
  public var dataText: String {
    switch self {
    case .text(let text), .literal(let text): return text
    case .position(let position): return position.description
    default:
      var bytes: [UInt8] = []
      appendData(to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Appends ``dataText`` to a data file's bytes.
  public func appendData(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text), .literal(let text): bytes.append(contentsOf: text.utf8)
    case .integer(let number), .year(let number), .rank(let number, _):
      DecimalText.append(Int64(number), scale: 0, to: &bytes)
    case .workRVU(let work), .workRVURate(let work), .surveyValue(let work):
      Self.append(work.millionths, to: &bytes)
    case .units(let units):
      if units == .zero {
        bytes.append(0x30)
      } else {
        DecimalText.append(units.tenThousandths, scale: Units.scale, to: &bytes)
      }
    case .money(let money): DecimalText.append(money.cents, scale: 2, leastDecimals: 2, to: &bytes)
    case .clinicalFTE(let millionths): Self.append(millionths, to: &bytes)
    case .percent(let number), .percentile(let number), .ratio(let number): Self.append(number, to: &bytes)
    case .placement(let placement), .placementHeadline(let placement):
      switch placement.position {
      case .below(let percent):
        bytes.append(0x3C)
        DecimalText.append(Int64(percent), scale: 0, to: &bytes)
      case .at(let percentile): Self.append(percentile, to: &bytes)
      case .above(let percent):
        bytes.append(0x3E)
        DecimalText.append(Int64(percent), scale: 0, to: &bytes)
      case .ratioOnly: break
      }
    case .month(let month): month.append(to: &bytes)
    case .date(let date): date.append(to: &bytes)
    case .position(let position): bytes.append(contentsOf: position.description.utf8)
    case .standing, .sparkline, .notAvailable: break
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

  /// Appends a number with at most six decimals.
  private static func append(_ number: Double, to bytes: inout [UInt8]) {
    append(Int64((number * 1_000_000).rounded()), to: &bytes)
  }

  /// Appends millionths: of clinicians with few lines nearly all are none, of whose decimals none need be looked at.
  private static func append(_ millionths: Int64, to bytes: inout [UInt8]) {
    if millionths == 0 { bytes.append(0x30) } else { DecimalText.append(millionths, scale: 6, to: &bytes) }
  }
}
