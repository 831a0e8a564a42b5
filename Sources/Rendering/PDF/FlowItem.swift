/// A piece of a report that is never cut between pages: a title, a row, a paragraph, a picture.
struct FlowItem {
  /// An element of the document's structure that several items following each other are part of, such as a table.
  struct Container: Hashable {
    var number: Int
    var tag: String
  }

  /// The space above it, left out at the top of a page.
  var space = 0.0
  /// Its height without that space.
  var height: Double
  /// Whether it stands on the same page as what follows.
  var keepsWithNext = false
  /// What stands above it again where it is the first on a page: the head of its table.
  var head: RepeatedHead?
  /// Whether it needs a page that is wider than high.
  var isLandscape = false
  /// Whether a line parts it from what is above, which the top of a page does by itself.
  var isParted = false
  /// What it is part of.
  var container: Container?
  /// The section that it begins, by its place in the report.
  var section: Int?
  /// Paints it with its top left at a place.
  var paint: (Canvas, Double, Double) -> Void

  init(_ height: Double, space: Double = 0, paint: @escaping (Canvas, Double, Double) -> Void) {
    self.height = height
    self.space = space
    self.paint = paint
  }
}

/// The head of a table, painted again on each page on which the table goes on.
final class RepeatedHead {
  let height: Double
  let paint: (Canvas, Double, Double) -> Void

  init(_ height: Double, paint: @escaping (Canvas, Double, Double) -> Void) {
    self.height = height
    self.paint = paint
  }
}
