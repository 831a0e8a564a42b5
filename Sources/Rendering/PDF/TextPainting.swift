import CPango

/// Paints texts, as text that can be found and copied.
enum TextPainting {
  /// Paints a text at a context's point.
  static func show(_ text: SetText, on cairo: OpaquePointer) { pango_cairo_show_layout(cairo, text.layout) }
}
