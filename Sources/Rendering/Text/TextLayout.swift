import ProductivityModel

/// Lines of a fixed width for a terminal: broken sentences, labels with values beside them, columns.
public enum TextLayout {
  /// The widest line.
  static let width = 96
  /// Where values start beside labels.
  static let labels = 22

  /// Text made harmless for a terminal: no control character, which could move the cursor or change colours.
  public static func plain(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isControl(scalar) ? " " : scalar) }
    return String(result)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{0000}"..."\u{001F}", "\u{007F}"..."\u{009F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
    default: false
    }
  }

  /// A label with a text beside it, broken where it is too wide.
  static func labelled(_ label: String, _ text: String, at column: Int = labels) -> String {
    let gap = String(repeating: " ", count: max(1, column - label.count))
    return wrapped(text, first: label + gap, next: String(repeating: " ", count: column))
  }

  /// Rows of cells as lines: the first column to the left, the others to the right.
  public static func columns(_ table: [[String]], indent: String = "") -> [String] {
    let count = table.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      table.compactMap { column < $0.count ? $0[column].count : nil }.max() ?? 0
    }
    return table.map { row in
      var line = indent
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - cell.count)
        line += column == 0 ? cell + gap : "  " + gap + cell
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// Text broken at blanks to the widest line.
  public static func wrapped(_ text: String, first: String = "", next: String = "") -> String {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in plain(text).split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = next
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
