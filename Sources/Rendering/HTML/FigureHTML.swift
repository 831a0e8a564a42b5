import Reporting

/// Figures that are read at a glance as markup: each with its name and its unit, in rows that are as full as can be.
enum FigureHTML {
  /// The characters of a value that has room beside three others on a page, or beside one on a telephone.
  private static let longValue = 10

  static func add(_ figures: [KeyFigure], to markup: inout Markup) {
    let values = figures.map(\.value.text)
    let widest = values.map(characters).max() ?? 0
    markup.add("<dl class=\"figures of-")
    markup.add(columns(for: figures.count, widest: widest))
    // A telephone has room for fewer long values side by side.
    if widest > longValue { markup.add(" long") }
    markup.add("\">\n")
    for (figure, value) in zip(figures, values) {
      markup.add(figure.isLeading ? "<div class=\"leading\"><dt>" : "<div><dt>")
      markup.add(text: figure.label)
      var detail = figure.detail
      if case .notAvailable(let reason) = figure.value {
        detail = reason
        markup.add("</dt><dd class=\"value missing\">")
      } else {
        markup.add("</dt><dd class=\"value\">")
      }
      markup.add(text: value)
      markup.add("</dd><dd class=\"detail\">")
      markup.add(text: detail)
      markup.add("</dd></div>\n")
    }
    markup.add("</dl>\n")
  }

  /// How many characters a text has: as many as bytes where it is of ASCII alone and has no line ends.
  private static func characters(of text: String) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D } ? text.utf8.count : text.count
  }

  /// The number of columns, from three to five, whose last row is fullest; fewer columns where rows are alike, and no five
  /// where a figure is long.
  static func columns(for count: Int, widest: Int = 0) -> Int {
    let holes = (widest > longValue ? [3, 4] : [3, 4, 5]).map { (columns: $0, holes: ($0 - count % $0) % $0) }
    return holes.min { ($0.holes, $0.columns) < ($1.holes, $1.columns) }?.columns ?? 3
  }
}
