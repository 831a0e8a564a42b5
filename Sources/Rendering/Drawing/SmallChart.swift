/// A chart that is as wide as a telephone and stands beside another on a page: one drawing serves both.
enum SmallChart {
  /// The width in points.
  static let width = 360.0
  /// The size of text in points.
  static let text = 12.0

  /// The style of ordinary text.
  static func style(_ anchor: DrawingTextStyle.Anchor = .start, _ ink: DrawingInk = .muted) -> DrawingTextStyle {
    DrawingTextStyle(size: text, anchor: anchor, ink: ink)
  }
}
