import CPango

/// A text in lines, ready to be painted.
final class SetText {
  /// What pango made of it.
  let layout: OpaquePointer
  /// The width of its widest line, in points.
  let width: Double
  /// The number of lines.
  let lines: Int
  /// From baseline to baseline, in points.
  let leading: Double
  /// From its top to its first baseline, in points.
  let baseline: Double
  /// Whether its lines are set between edges, so that it is painted from its left edge whatever its alignment.
  let isFixed: Bool

  /// Takes over a layout.
  init(_ layout: OpaquePointer, leading: Double, isFixed: Bool) {
    self.layout = layout
    self.leading = leading
    self.isFixed = isFixed
    var logical = PangoRectangle()
    pango_layout_get_extents(layout, nil, &logical)
    width = Double(logical.width) / Double(PANGO_SCALE)
    lines = Int(pango_layout_get_line_count(layout))
    baseline = Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE)
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

  /// The height of its lines, in points.
  var height: Double { Double(lines) * leading }
}
