/// Where things stand on a page of a given paper, in points.
struct PageFrame {
  /// The paper, upright.
  let paper: PaperSize
  /// From the left and the right edge to what is set.
  let side: Double
  /// From the upper edge to what is set, under the header.
  let top: Double
  /// From the upper edge to what is set on a first page, which has no header.
  let firstTop: Double
  /// From what is set to the lower edge, with the footer between.
  let foot: Double

  init(_ paper: PaperSize, isDense: Bool) {
    self.paper = paper
    side = isDense ? 40 : 52
    top = isDense ? 50 : 62
    firstTop = isDense ? 30 : 44
    foot = isDense ? 38 : 56
  }

  /// The width of what is set on an upright page.
  var width: Double { paper.width - 2 * side }
  /// The width of what is set on a page that is wider than high.
  var landscapeWidth: Double { paper.height - 2 * side }
  /// The height of what is set on an upright page.
  var height: Double { paper.height - top - foot }

  /// The size of a page.
  func size(isLandscape: Bool) -> (width: Double, height: Double) {
    isLandscape ? (paper.height, paper.width) : (paper.width, paper.height)
  }

  /// The edges of what is set.
  func edges(isLandscape: Bool) -> PageFlow.Edges {
    PageFlow.Edges(top: top, firstTop: firstTop, bottom: size(isLandscape: isLandscape).height - foot)
  }
}
