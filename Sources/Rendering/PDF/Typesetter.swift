import CPango

/// Sets texts in lines, with the fonts of the machine: Inter, and others for scripts that it does not have.
///
/// The measures do not depend on a screen or a locale. One typesetter serves one thread at a time; a text that comes again is set
/// once.
final class Typesetter: @unchecked Sendable {
  private static let families = "Inter,DejaVu Sans,Droid Sans Fallback"
  private static let literalFamilies = "DejaVu Sans Mono,DejaVu Sans,Droid Sans Fallback"
  /// As many texts as are kept to be used again.
  private static let kept = 8_192

  private struct Key: Hashable {
    var runs: [TextRun]
    var style: TextStyle
    var width: Double?
  }

  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private var texts: [Key: SetText] = [:]

  init() {
    map = pango_cairo_font_map_new()
    pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
    context = pango_font_map_create_context(map)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_language(context, pango_language_from_string("en-us"))
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
  }

  deinit {
    texts = [:]
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(map)
  }

  /// A text in lines that are no wider than a width; in one line where there is none.
  func set(_ text: String, _ style: TextStyle, width: Double? = nil) -> SetText {
    set([TextRun(text)], style, width: width)
  }

  /// A text of several runs.
  func set(_ runs: [TextRun], _ style: TextStyle, width: Double? = nil) -> SetText {
    let key = Key(runs: runs, style: style, width: width)
    if let text = texts[key] { return text }
    if texts.count >= Self.kept { texts.removeAll(keepingCapacity: true) }
    let text = make(key)
    texts[key] = text
    return text
  }

  private func make(_ key: Key) -> SetText {
    let style = key.style
    let layout: OpaquePointer = pango_layout_new(context)
    let text = key.runs.count == 1 ? key.runs[0].text : key.runs.map(\.text).joined()
    pango_layout_set_auto_dir(layout, 0)
    pango_layout_set_text(layout, text, Int32(clamping: text.utf8.count))
    let font = pango_font_description_new()
    pango_font_description_set_family_static(font, style.isLiteral ? Self.literalFamilies : Self.families)
    pango_font_description_set_absolute_size(font, Self.units(style.isLiteral ? style.size * 0.88 : style.size))
    pango_font_description_set_weight(font, Self.weight(style.weight))
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    let attributes = pango_attr_list_new()
    pango_attr_list_insert(attributes, pango_attr_line_height_new_absolute(Int32(Self.units(style.leading))))
    pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1,lnum=1,calt=0"))
    var start: UInt32 = 0
    for run in key.runs {
      let end = start + UInt32(clamping: run.text.utf8.count)
      for attribute in Self.attributes(of: run.kind, in: style) {
        attribute.pointee.start_index = start
        attribute.pointee.end_index = end
        pango_attr_list_insert(attributes, attribute)
      }
      start = end
    }
    for range in SignedNumbers.ranges(in: text) {
      if let whole = pango_attr_allow_breaks_new(0) {
        whole.pointee.start_index = UInt32(clamping: range.lowerBound)
        whole.pointee.end_index = UInt32(clamping: range.upperBound)
        pango_attr_list_insert(attributes, whole)
      }
    }
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
    if let width = key.width {
      // A hair more, so that a text whose width was measured fits into that width.
      pango_layout_set_width(layout, Int32(Self.units(max(width, 1) + 0.05)))
      pango_layout_set_wrap(layout, style.breaksWords ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD)
      pango_layout_set_alignment(layout, Self.alignment(style.alignment))
      if style.isOneLine { pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END) }
    }
    return SetText(layout, leading: style.leading, isFixed: key.width != nil)
  }

  private static func attributes(
    of kind: TextRun.Kind, in style: TextStyle
  ) -> [UnsafeMutablePointer<PangoAttribute>] {
    switch kind {
    case .plain: []
    case .strong: [pango_attr_weight_new(PANGO_WEIGHT_SEMIBOLD)]
    case .literal:
      [pango_attr_family_new(literalFamilies), pango_attr_size_new_absolute(Int32(units(style.size * 0.88)))]
    case .raised:
      [
        pango_attr_size_new_absolute(Int32(units(style.size * 0.72))),
        pango_attr_rise_new(Int32(units(style.size * 0.33))),
      ]
    }
  }

  private static func units(_ points: Double) -> Double { (points * Double(PANGO_SCALE)).rounded() }

  private static func weight(_ weight: TextStyle.Weight) -> PangoWeight {
    switch weight {
    case .regular: PANGO_WEIGHT_NORMAL
    case .semibold: PANGO_WEIGHT_SEMIBOLD
    case .bold: PANGO_WEIGHT_BOLD
    }
  }

  private static func alignment(_ alignment: TextStyle.Alignment) -> PangoAlignment {
    switch alignment {
    case .left: PANGO_ALIGN_LEFT
    case .center: PANGO_ALIGN_CENTER
    case .right: PANGO_ALIGN_RIGHT
    }
  }
}
