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

  /// ``dataText`` where it is of few characters, as nearly all numbers and days are; nil for words, and for what is longer.
  public var shortData: ShortText? {
    switch self {
    case .text, .literal, .position: nil
    case .integer(let number), .year(let number), .rank(let number, _): ShortText(Int64(number))
    case .workRVU(let work), .workRVURate(let work), .surveyValue(let work): Self.short(millionths: work.millionths)
    case .units(let units): units == .zero ? .zero : ShortText(tenThousandths: units.tenThousandths)
    case .money(let money): ShortText(hundredths: money.cents, leastDecimals: 2)
    case .clinicalFTE(let millionths): Self.short(millionths: millionths)
    case .percent(let number), .percentile(let number), .ratio(let number):
      Self.short(millionths: Self.millionths(number))
    case .placement(let placement), .placementHeadline(let placement):
      switch placement.position {
      case .below(let percent): ShortText(Int64(percent), behind: UInt8(ascii: "<"))
      case .at(let percentile): Self.short(millionths: Self.millionths(percentile))
      case .above(let percent): ShortText(Int64(percent), behind: UInt8(ascii: ">"))
      case .ratioOnly: .empty
      }
    case .month(let month): ShortText(month)
    case .date(let date): ShortText(date)
    case .standing, .sparkline, .notAvailable: .empty
    }
  }

  /// Of clinicians with few lines nearly all quantities are none.
  private static func short(millionths: Int64) -> ShortText? {
    millionths == 0 ? .zero : ShortText(millionths: millionths)
  }

  /// Appends ``dataText`` to a data file's bytes.
  public func appendData(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text), .literal(let text): bytes.append(contentsOf: text.utf8)
    case .integer(let number), .year(let number), .rank(let number, _):
      DecimalText.append(Int64(number), scale: 0, to: &bytes)
    case .workRVU(let work), .workRVURate(let work), .surveyValue(let work):
      DecimalText.append(work.millionths, scale: 6, to: &bytes)
    case .units(let units): DecimalText.append(units.tenThousandths, scale: Units.scale, to: &bytes)
    case .money(let money): DecimalText.append(money.cents, scale: 2, leastDecimals: 2, to: &bytes)
    case .clinicalFTE(let millionths): DecimalText.append(millionths, scale: 6, to: &bytes)
    case .percent(let number), .percentile(let number), .ratio(let number):
      DecimalText.append(Self.millionths(number), scale: 6, to: &bytes)
    case .placement(let placement), .placementHeadline(let placement):
      switch placement.position {
      case .below(let percent):
        bytes.append(UInt8(ascii: "<"))
        DecimalText.append(Int64(percent), scale: 0, to: &bytes)
      case .at(let percentile): DecimalText.append(Self.millionths(percentile), scale: 6, to: &bytes)
      case .above(let percent):
        bytes.append(UInt8(ascii: ">"))
        DecimalText.append(Int64(percent), scale: 0, to: &bytes)
      case .ratioOnly: break
      }
    case .month(let month): month.append(to: &bytes)
    case .date(let date): date.append(to: &bytes)
    case .position(let position): bytes.append(contentsOf: position.description.utf8)
    case .standing, .sparkline, .notAvailable: break
    }
  }

  /// A number with at most six decimals.
  private static func millionths(_ number: Double) -> Int64 { Int64((number * 1_000_000).rounded()) }

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
}
