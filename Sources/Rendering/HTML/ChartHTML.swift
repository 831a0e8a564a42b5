import Reporting

/// A chart as markup: a figure with the picture drawn for a page and for a telephone, of which the style shows one.
enum ChartHTML {
  static func add(_ chart: ReportChart, id: String, place: ChartPlace, to markup: inout Markup) {
    let drawings = place.sizes.map { size in (size: size, drawing: ChartDrawing.drawing(of: chart, size: size)) }
    markup.add("<figure class=\"chart")
    if place == .column { markup.add(" single") }
    markup.add("\">")
    if let title = drawings.first?.drawing.title {
      markup.add("<figcaption>")
      markup.add(text: title)
      if let legend = legend(of: chart) {
        markup.add(" <small>")
        markup.add(text: legend)
        markup.add("</small>")
      }
      markup.add("</figcaption>")
    }
    for (size, drawing) in drawings {
      markup.add(drawing, id: "\(id)-\(size.rawValue)", cssClass: size.rawValue)
    }
    markup.add("</figure>")
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
