import CCairo

/// A PDF while it is made: pages are painted one after the other, and the bytes are there when it is finished.
final class PDFDocument {
  /// What a document says of itself.
  struct Description {
    var title: String
    var author: String
    var subject: String
    /// The program and its version.
    var creator: String
    /// The day that the document is of, as `2026-09-30`: the period's last, never the clock's.
    var date: String
  }

  private final class Sink {
    var bytes: [UInt8] = []
  }

  /// What paints on the page at hand.
  let canvas: Canvas
  private let surface: OpaquePointer
  private let sink = Sink()
  private var pages = 0

  /// Starts a document.
  init(_ description: Description, width: Double, height: Double) {
    surface = cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), width, height)
    canvas = Canvas(cairo_create(surface))
    for (key, text) in [
      (CAIRO_PDF_METADATA_TITLE, description.title), (CAIRO_PDF_METADATA_AUTHOR, description.author),
      (CAIRO_PDF_METADATA_SUBJECT, description.subject), (CAIRO_PDF_METADATA_CREATOR, description.creator),
      (CAIRO_PDF_METADATA_CREATE_DATE, description.date + "T00:00:00Z"),
    ] { cairo_pdf_surface_set_metadata(surface, key, PrintableText.of(text)) }
  }

  deinit {
    cairo_destroy(canvas.cairo)
    cairo_surface_finish(surface)
    cairo_surface_destroy(surface)
  }

  /// Starts a page.
  func beginPage(width: Double, height: Double) {
    if pages > 0 { cairo_surface_show_page(surface) }
    cairo_pdf_surface_set_size(surface, width, height)
    // One element holds all others, as readers of structure expect.
    if pages == 0 { cairo_tag_begin(canvas.cairo, "Document", "") }
    pages += 1
  }

  /// Adds a line to the outline, which leads to a named place.
  ///
  /// - Parameter parent: the line under which it stands; nil for none.
  /// - Returns: the line's number, as a parent.
  @discardableResult
  func addOutline(_ title: String, to destination: String, under parent: Int32? = nil, isOpen: Bool = true) -> Int32 {
    cairo_pdf_surface_add_outline(
      surface, parent ?? CAIRO_PDF_OUTLINE_ROOT, PrintableText.of(title), "dest='\(destination)'",
      isOpen ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(0))
  }

  /// Ends the document.
  func finish() throws(PDFFailure) -> [UInt8] {
    if pages > 0 { cairo_tag_end(canvas.cairo, "Document") }
    cairo_surface_show_page(surface)
    cairo_surface_finish(surface)
    for status in [cairo_status(canvas.cairo), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
      throw PDFFailure(reason: String(cString: cairo_status_to_string(status)))
    }
    return try PDFSupplement(alternatives: canvas.alternatives).added(to: sink.bytes)
  }
}
