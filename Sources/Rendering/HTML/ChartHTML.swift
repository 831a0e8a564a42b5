import Reporting

/// A chart as markup: a figure with the picture drawn for a page and for a telephone, of which the style shows one.
enum ChartHTML {
  static func markup(of chart: ReportChart, id: String, place: ChartPlace) -> String {
    let drawings = place.sizes.map { size in (size: size, drawing: ChartDrawing.drawing(of: chart, size: size)) }
    var markup = "<figure class=\"chart\(place == .column ? " single" : "")\">"
    if let title = drawings.first?.drawing.title {
      markup += "<figcaption>\(HTMLText.markup(title))\(legend(of: chart))</figcaption>"
    }
    for (size, drawing) in drawings {
      markup += DrawingSVG.element(of: drawing, id: "\(id)-\(size.rawValue)", cssClass: size.rawValue)
    }
    return markup + "</figure>"
  }

  private static func legend(of chart: ReportChart) -> String {
    switch chart {
    case .standings(let chart): " <small>\(HTMLText.markup(chart.legend))</small>"
    case .quadrant(let chart): " <small>\(HTMLText.markup(chart.legend))</small>"
    case .bullets(let chart): " <small>\(HTMLText.markup(chart.legend))</small>"
    default: ""
    }
  }
}
