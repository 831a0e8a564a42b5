/// For which width a chart is drawn: a page's, or that of a telephone, with the same size of text on both.
enum ChartSize: String, CaseIterable {
  /// A page, on a screen or on paper.
  case wide
  /// A telephone.
  case narrow

  /// The width in points.
  var width: Double {
    switch self {
    case .wide: 840
    case .narrow: 344
    }
  }

  /// The size of ordinary text in points.
  var textSize: Double { 13 }
  /// The size of small text in points.
  var smallTextSize: Double { 12 }
}
