/// Where a chart stands on a page, which decides for which widths it is drawn.
enum ChartPlace {
  /// Over the whole width of the page.
  case page
  /// In a column or among small multiples, in about half of the width or less.
  case column

  /// The drawings that a screen needs: all that it may choose from.
  var sizes: [ChartSize] { self == .page ? ChartSize.allCases : [.narrow] }

  /// The drawing for paper.
  var printed: ChartSize { self == .page ? .wide : .narrow }
}
