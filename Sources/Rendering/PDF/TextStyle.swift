/// How a text is set on paper: sizes are in points.
struct TextStyle: Hashable {
  /// How heavy the letters are.
  enum Weight: Hashable {
    case regular, semibold, bold
  }

  /// Where the lines of a text stand between its edges.
  enum Alignment: Hashable {
    case left, center, right
  }

  var size: Double
  /// From baseline to baseline.
  var leading: Double
  var weight = Weight.regular
  var isLiteral = false
  var alignment = Alignment.left
  /// Whether lines may end within a word where the word has no room; names and hashes of any length then fit.
  var breaksWords = true
  /// Whether a text that has no room stays on one line and ends with an ellipsis.
  var isOneLine = false

  init(_ size: Double, _ leading: Double, _ weight: Weight = .regular) {
    self.size = size
    self.leading = leading
    self.weight = weight
  }

  /// The same in another size.
  func scaled(by factor: Double) -> TextStyle {
    var style = self
    style.size *= factor
    style.leading *= factor
    return style
  }

  /// The same on one line, whatever the room.
  var onOneLine: TextStyle {
    var style = self
    style.isOneLine = true
    return style
  }

  /// The same between other edges.
  func aligned(_ alignment: Alignment) -> TextStyle {
    var style = self
    style.alignment = alignment
    return style
  }
}
