import Testing

@testable import Rendering

/// The page template has every place that a page fills, once, and nothing else that differs from page to page.
@Suite struct ReportFrameTests {
  @Test(arguments: PageParts.allChoices)
  func `has every place once, in the order of the template`(parts: PageParts) throws {
    let hasScript = parts.contains(.script)
    let templates = try PageTemplates()
    let frame = try ReportFrame(templates: templates, generator: "rvubench 1", parts: parts)
    var places: [ReportFrame.Place] = []
    var page = Markup()
    frame.add(to: &page) { place, page in
      places.append(place)
      page.add(finished: "[\(place.rawValue)]")
    }
    #expect(places.count == ReportFrame.Place.allCases.count && Set(places) == Set(ReportFrame.Place.allCases))
    let text = page.string
    #expect(text.hasPrefix("<!DOCTYPE html>\n") && text.hasSuffix("</html>\n"))
    #expect(text.contains("<title>[documentTitle]</title>") && text.contains("<body[bodyClass]>"))
    #expect(text.contains("[sections]</main>") && text.contains("<meta name=\"generator\" content=\"rvubench 1\">"))
    #expect(text.contains(templates.style) && text.contains("<script>\n\(templates.script)") == hasScript)
    #expect(text.contains("button") == hasScript && text.contains(":has(.steps)") == parts.contains(.steps))
    #expect(text.contains(".one-page") == parts.contains(.sheet))
    #expect(text.contains("script") == hasScript, "what a page without the script has of it")
    #expect(!text.contains("{{") && !text.contains("\u{F8FF}"))
  }

  @Test(arguments: ["\u{F8FF}", "\u{F8FF}title\u{F8FF}"])
  func `refuses a text with the mark of a place in it`(text: String) throws {
    let templates = try PageTemplates()
    #expect(throws: TemplateError.self) { try ReportFrame(templates: templates, generator: text, parts: []) }
  }

  @Test func `escapes what all pages share`() throws {
    let frame = try ReportFrame(templates: try PageTemplates(), generator: "\"><script>", parts: [])
    var page = Markup()
    frame.add(to: &page) { _, _ in }
    #expect(page.string.contains("content=\"&quot;&gt;&lt;script&gt;\""))
  }
}
