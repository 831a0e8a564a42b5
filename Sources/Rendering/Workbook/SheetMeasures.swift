import ProductivityModel
import Reporting

/// The number that a cell holds for a value.
enum SheetNumber {
  /// The number: what the data file has, and for days and months Excel's count of days; nil for words.
  static func of(_ value: CellValue) -> Double? {
    switch value {
    case .month(let month): day(month.days.first)
    case .date(let date): day(date)
    default: value.dataNumber
    }
  }

  /// Excel's count of days, in which 1 January 1970 is day 25569.
  private static func day(_ date: CalendarDate) -> Double { Double(date.daysSinceEpoch + 25_569) }
}

/// How wide columns must be, in characters of the usual font.
enum SheetWidth {
  /// The widest that words may make a column.
  static let mostWords = 44.0
  /// The width of a column whose long texts are broken over lines.
  static let wrapped = 60.0

  /// The least width for a heading: its longest word, or a third of it, with the filter's button.
  static func ofHeading(_ heading: String) -> Double {
    let longest = heading.split(separator: " ").map(columns).max() ?? 0
    return max(max(longest, (columns(heading[...]) / 3).rounded(.up)) + 4, 9)
  }

  /// The width of a number as people read it.
  static func ofNumber(_ text: String) -> Double { Double(text.utf8.count) + 3 }

  /// The width of a text.
  static func ofText(_ text: String, wraps: Bool) -> Double {
    min(columns(text[...]) + 2, wraps ? wrapped : mostWords)
  }

  /// The widest that the printed columns of a sheet are together: more could not be read on a page.
  static let mostPrinted = 185.0

  /// On how many lines a heading stands, beside the filter's button.
  static func lines(ofHeading heading: String, in width: Double) -> Int { lines(heading, in: width - 3) }

  /// On how many lines a text stands in a width, broken between words.
  static func lines(_ text: String, in width: Double) -> Int {
    var (lines, filled) = (1, 0.0)
    for word in text.split(separator: " ") {
      let size = columns(word) + (filled == 0 ? 0 : 1)
      if filled > 0, filled + size > width {
        lines += 1
        filled = columns(word)
      } else {
        filled += size
      }
      while filled > width {
        lines += 1
        filled -= width
      }
    }
    return lines
  }

  /// The height of a row of so many lines of letters of a size, in points.
  static func height(lines: Int, size: Double = 11) -> Double { min(Double(lines) * (size + 4), 400) }

  /// The characters of a text, those of wide scripts counted twice.
  private static func columns(_ text: Substring) -> Double {
    text.unicodeScalars.reduce(0) {
      $0 + (isWide($1) ? 2 : $1.properties.canonicalCombiningClass == .notReordered ? 1 : 0)
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
