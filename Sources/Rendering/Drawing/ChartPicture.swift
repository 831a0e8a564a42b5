import Reporting

/// Charts as a picture that stands by itself, such as one in a README: one below the other, each under its title, in an SVG file.
///
/// On a page the style sheet gives a drawing its colours. The picture has the same colours within, so that it is dark on a dark
/// screen.
public enum ChartPicture {
  private static let margin = 16.0
  private static let titleHeight = 30.0
  private static let gap = 14.0
  private static let noteHeight = 18.0

  /// The SVG file.
  ///
  /// - Parameters:
  ///   - charts: from the top down; at least one.
  ///   - title: what all of them show, for those who do not see them.
  ///   - note: lines of small text at the foot.
  public static func svg(of charts: [ReportChart], title: String, note: [String]) -> String {
    let size = ChartSize.wide
    var body = ""
    var top = margin
    for (index, chart) in charts.enumerated() {
      let drawing = ChartDrawing.drawing(of: chart, size: size)
      let heading = Drawing(
        width: size.width, height: titleHeight, title: "", description: "",
        marks: [
          .text(drawing.title, DrawingPoint(0, 16), DrawingTextStyle(size: size.textSize + 2, isBold: true))
        ])
      body += placed(heading.marks, top: top)
      top += titleHeight
      body += "<g transform=\"translate(\(number(margin)) \(number(top)))\">"
      body += DrawingSVG.element(of: drawing, id: "chart-\(index + 1)", cssClass: "chart") + "</g>\n"
      top += drawing.height + gap
    }
    for line in note {
      let style = DrawingTextStyle(size: size.smallTextSize, ink: .muted)
      body += placed([.text(line, DrawingPoint(0, 12), style)], top: top)
      top += noteHeight
    }
    let (width, height) = (number(size.width + 2 * margin), number(top + margin - gap / 2))
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title\" "
      + "viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\">\n"
      + "<title id=\"title\">\(HTMLText.escape(title))</title>\n<style>\n\(style)\n</style>\n"
      + "<rect width=\"\(width)\" height=\"\(height)\" class=\"f-paper\"/>\n\(body)</svg>\n"
  }

  private static func placed(_ marks: [DrawingMark], top: Double) -> String {
    "<g transform=\"translate(\(number(margin)) \(number(top)))\">"
      + DrawingSVG.elements(of: marks) + "</g>\n"
  }

  /// What the style sheet of the pages says of drawings: its variables, which stand first in it, of paths, and the classes of inks.
  static var style: String {
    let lines = String(decoding: PackageResources.page_css, as: UTF8.self).split(separator: "\n")
    let variables = lines.prefix { !$0.hasPrefix("*") }
    let inks = lines.filter { $0.hasPrefix("path") || $0.hasPrefix(".f-") || $0.hasPrefix(".s-") }
    return (variables + inks).joined(separator: "\n")
      + "\ntext { font-family: -apple-system, \"Segoe UI\", Inter, Roboto, \"Helvetica Neue\", Arial, sans-serif; }"
  }

  private static func number(_ value: Double) -> String { DrawingSVG.number(value) }
}
