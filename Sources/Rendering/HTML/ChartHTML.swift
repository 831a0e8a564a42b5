import Reporting

/// A chart as markup: a figure with the picture drawn for a page and for a telephone, of which the style shows one.
enum ChartHTML {
  static func markup(of chart: ReportChart, id: String, place: ChartPlace) -> String {
    let drawings = place.sizes.map { size in (size: size, drawing: ChartDrawing.drawing(of: chart, size: size)) }
    var markup = "<figure class=\"chart\(place == .column ? " single" : "")\">"
    if let title = drawings.first?.drawing.title {
      markup += "<figcaption>\(HTMLText.markup(title))"
      if let legend = legend(of: chart) { markup += " <small>\(HTMLText.markup(legend))</small>" }
      markup += "</figcaption>"
    }
    for (size, drawing) in drawings {
      markup += DrawingSVG.element(of: drawing, id: "\(id)-\(size.rawValue)", cssClass: size.rawValue)
    }
    return markup + "</figure>"
  }

  /// What the marks of a chart mean, where it has a legend.
  static func legend(of chart: ReportChart) -> String? {
    switch chart {
    case .standings(let chart): chart.legend
    case .quadrant(let chart): chart.legend
    case .bullets(let chart): chart.legend
    default: nil
    }
  }
}
