import CXlsxWriter
import Reporting

/// How a cell looks, apart from the style of its table.
struct CellStyle: Hashable {
  /// Excel's code of the number format; empty for none.
  var number = ""
  /// Whether letters are bold.
  var isBold = false
  /// Whether letters are slanted.
  var isItalic = false
  /// The size of letters in points.
  var size = 11.0
  /// The colour of letters, as 0xRRGGBB; nil for black.
  var color: UInt32?
  /// The colour behind them; nil for none.
  var fill: UInt32?
  /// Whether long text is broken over lines.
  var wraps = false
  /// Whether the content stands to the right.
  var isRight = false
  /// Whether the content stands to the left, a little in: words and days beside a number that stands to the right.
  var isIndented = false
  /// Whether the content stands at the top of a high cell.
  var isTop = false

  /// A plain cell.
  static let plain = CellStyle()
  /// A heading over a column.
  static let heading = CellStyle(isBold: true, color: 0xFFFFFF, fill: 0x1F4E79, wraps: true, isTop: true)
  /// A cell that whoever reads the workbook fills or changes.
  static let toFill = CellStyle(number: "#,##0.00", fill: 0xFFF8DC)

  /// Gives a format this look.
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    if !number.isEmpty { format_set_num_format(format, number) }
    if isBold { format_set_bold(format) }
    if isItalic { format_set_italic(format) }
    if size != 11 { format_set_font_size(format, size) }
    if let color { format_set_font_color(format, color) }
    if let fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, fill)
    }
    if wraps { format_set_text_wrap(format) }
    if isRight { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    if isIndented {
      format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
      format_set_indent(format, 1)
    }
    if isTop { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
  }

  /// The style of a value.
  ///
  /// - Parameter unit: the unit of its column.
  static func of(_ value: CellValue, unit: String, wraps: Bool) -> CellStyle {
    let number =
      switch value {
      case .text, .literal, .position, .notAvailable, .standing, .sparkline: ""
      case .integer, .rank: "#,##0"
      case .year: "0"
      case .workRVU: "#,##0.00"
      case .workRVURate: "#,##0.0"
      case .surveyValue(let work):
        unit.hasPrefix("dollars")
          ? "$#,##0.00;-$#,##0.00" : work.millionths % 1_000_000 == 0 ? "#,##0" : "#,##0.0##"
      case .units(let units): units.tenThousandths % 10_000 == 0 ? "#,##0" : "#,##0.0###"
      case .money: "$#,##0.00;-$#,##0.00"
      case .clinicalFTE, .ratio: "0.00"
      case .percent, .percentile, .placement, .placementHeadline: "0.0"
      case .month: "yyyy-mm"
      case .date: "yyyy-mm-dd"
      }
    var style = CellStyle(number: number, wraps: wraps)
    switch value {
    case .placement: style.isRight = true
    case .month, .date: style.isIndented = true
    default: break
    }
    return style
  }
}
