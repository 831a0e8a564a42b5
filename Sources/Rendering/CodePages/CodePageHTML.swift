import MedicareFees
import ProductivityModel
import Reporting

/// Turns the pages of a release's codes into HTML: each page has all that it needs in it, and needs no script.
///
/// Written by hand and not by a template, since a release has 17,000 pages and each may have a table of 109 localities.
struct CodePageHTML: Sendable {
  private let frame: CodeFrame
  private let links: CodeLinks
  private let localityCells: [String]

  /// A writer of pages.
  ///
  /// - Parameter localities: those of the release; their names are made ready once.
  init(frame: CodeFrame, links: CodeLinks, localities: LocalityTable?) {
    self.frame = frame
    self.links = links
    localityCells = (localities?.localities ?? []).map {
      "<tr><th scope=\"row\">\(HTMLText.escape(LocalityWording.name(of: $0)))</th><td>\($0.key)</td>"
    }
  }

  /// The page's bytes.
  func bytes(of page: CodePage) -> [UInt8] {
    let title = page.facts.code.description + (page.title.map { " \($0.text)" } ?? "")
    return frame.bytes(title: title, main: main(of: page))
  }

  private func main(of page: CodePage) -> String {
    var html = heading(of: page)
    html += figures(page.keyFigures)
    if let caution = page.facts.release.caution {
      html += "<p class=\"quiet\">\(HTMLText.sentence(caution)).</p>\n"
    }
    html += section("about", "What it is", narrative(of: page))
    html += section("rvus", "RVUs and Medicare payment", values(of: page))
    html += section("localities", "Payment by locality", page.localities.map(localities) ?? "")
    html += section("standing", "How this code compares", page.comparisons.isEmpty ? "" : comparisons(of: page))
    html += section("billing", "Billing and documentation", page.billing.isEmpty ? "" : billing(page.billing))
    html += section("usage", "Specialties that use it", page.usage.map(usage) ?? "")
    html += section("questions", "Questions", page.questions.isEmpty ? "" : questions(page.questions))
    let sources = page.sources.map { "<li>\(HTMLText.sentence($0))</li>" }.joined()
    return html + section("sources", "Sources", "<ul class=\"remarks\">\(sources)</ul>")
  }

  private func section(_ id: String, _ title: String, _ markup: String) -> String {
    markup.isEmpty
      ? "" : "<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(title)</h2>\n\(markup)\n</section>\n"
  }

  private func linked(_ text: String, _ path: String?) -> String {
    path.map { "<a href=\"\(HTMLText.escape($0))\">\(HTMLText.escape(text))</a>" } ?? HTMLText.escape(text)
  }

  /// Sentences in which other codes that have pages lead to them.
  private func prose(_ text: String) -> String {
    let escaped = HTMLText.escape(text)
    guard links.hasPages else { return escaped }
    var html = ""
    var word = ""
    for character in escaped {
      if character.isASCII, character.isLetter || character.isNumber {
        word.append(character)
      } else {
        html += linkedWord(word)
        word = ""
        html.append(character)
      }
    }
    return html + linkedWord(word)
  }

  private func linkedWord(_ word: String) -> String {
    guard word.utf8.count == 5, word.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }), word == word.uppercased(),
      let path = ProcedureCode(word).flatMap(links.code)
    else { return word }
    return "<a href=\"\(path)\">\(word)</a>"
  }

  private func heading(of page: CodePage) -> String {
    var html = "<header class=\"title code-title\">\n"
    let crumbs = [
      page.facts.category.map { linked($0.title, links.category($0)) },
      page.subsection.map { linked("\($0.title), \($0.range)", links.subsection($0)) },
    ].compactMap { $0 }
    if !crumbs.isEmpty { html += "<p class=\"crumbs\">\(crumbs.joined(separator: " › "))</p>\n" }
    html += "<h1><span class=\"code\">\(page.facts.code)</span>"
    if let title = page.title { html += " <span class=\"name\">\(HTMLText.escape(title.text))</span>" }
    html += "</h1>\n"
    if let names = page.note?.alsoKnownAs, !names.isEmpty {
      html += "<p class=\"known\"><b>Also known as</b> \(HTMLText.escape(names.joined(separator: ", ")))</p>\n"
    }
    let release = page.facts.release
    html +=
      "<p class=\"period\">Release \(HTMLText.escape(release.release)), \(DateWording.period(release.effective))</p>\n"
    return html + "</header>\n"
  }

  private func figures(_ figures: [KeyFigure]) -> String {
    guard !figures.isEmpty else { return "" }
    var html = "<dl class=\"figures of-\(max(3, min(5, figures.count)))\">\n"
    for figure in figures {
      html +=
        "<div\(figure.isLeading ? " class=\"leading\"" : "")><dt>\(HTMLText.escape(figure.label))</dt>"
        + "<dd class=\"value\">\(HTMLText.escape(figure.value.text))</dd>"
        + "<dd class=\"detail\">\(HTMLText.escape(figure.detail))</dd></div>\n"
    }
    return html + "</dl>\n"
  }

  private func narrative(of page: CodePage) -> String {
    guard let note = page.note else { return "" }
    func part(_ title: String, _ text: String) -> String {
      text.isEmpty ? "" : "<h3>\(title)</h3><p>\(prose(text))</p>"
    }
    let plain =
      note.plainLanguage.isEmpty ? "" : "<div class=\"plain\">\(part("In plain language", note.plainLanguage))</div>"
    return "<div class=\"halves\"><div>\(part("Description", note.description))\(plain)</div>"
      + "<div>\(part("Clinical context", note.clinicalContext))</div></div>"
  }

  private func values(of page: CodePage) -> String {
    var html = page.hasValues ? table(of: page) : ""
    if !page.paymentRemarks.isEmpty {
      let remarks = page.paymentRemarks.map { "<li>\(HTMLText.escape($0))</li>" }.joined()
      html += "<ul class=\"remarks\">\(remarks)</ul>"
    }
    var charts = ""
    if let makeup = page.makeup {
      charts += Self.figure("What the total is made of", CodeMakeupDrawing.drawing(of: makeup), id: "makeup")
    }
    if let history = page.history {
      charts += Self.figure(
        "Work across releases", WorkHistoryDrawing.drawing(of: history), id: "history", history.sentence)
    }
    return html + (charts.isEmpty ? "" : "<div class=\"halves\">\(charts)</div>")
  }

  private func table(of page: CodePage) -> String {
    var html =
      "<div class=\"scroll short\" role=\"region\" tabindex=\"0\" aria-labelledby=\"rvus\"><table class=\"values\"><thead><tr><th scope=\"col\">Setting</th>"
    var headings = ["Work", "Practice expense", "Malpractice", "Total RVUs", "National payment"]
    if let locality = page.locality { headings.append(LocalityWording.name(of: locality)) }
    for heading in headings { html += "<th scope=\"col\" class=\"number\">\(HTMLText.escape(heading))</th>" }
    html += "</tr></thead><tbody>"
    for row in page.values {
      html += "<tr><th scope=\"row\">\(row.name)</th>" + Self.number(row.work.description)
      html += Self.number(row.practiceExpense?.description ?? "NA") + Self.number(row.malpractice.description)
      html +=
        Self.number(row.total?.description ?? "NA", "total")
        + Self.number(row.paymentText, row.payment == nil ? "" : "pay")
      if page.locality != nil { html += Self.number(row.localPaymentText, row.localPayment == nil ? "" : "pay") }
      html += "</tr>"
    }
    return html + "</tbody></table></div>"
  }

  private static func number(_ text: String, _ cssClass: String = "") -> String {
    "<td class=\"number\(cssClass.isEmpty ? "" : " " + cssClass)\">\(text)</td>"
  }

  private static func figure(_ caption: String, _ drawing: Drawing, id: String, _ text: String = "") -> String {
    "<figure class=\"small-chart\"><figcaption>\(HTMLText.escape(caption))</figcaption>"
      + DrawingSVG.element(of: drawing, id: id + "-chart", cssClass: "chart-only")
      + (text.isEmpty ? "" : "<p>\(HTMLText.escape(text))</p>") + "</figure>"
  }

  private func localities(_ localities: LocalityPayments) -> String {
    var html = "<p class=\"text\">\(HTMLText.escape(localities.sentence))</p>"
    html += "<details class=\"places\"><summary>All \(localities.rows.count) localities</summary>"
    html +=
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"localities\"><table><thead><tr><th scope=\"col\">Locality</th>"
      + "<th scope=\"col\">MAC-LOC</th>"
    for setting in localities.settings {
      html += "<th scope=\"col\" class=\"number\">\(CountWording.sentence(setting.place))</th>"
    }
    html += "</tr></thead><tbody>"
    html.reserveCapacity(html.utf8.count + localities.rows.count * 160)
    for (index, row) in localities.rows.enumerated() {
      html += localityCells[index]
      for amount in row.amounts {
        html += "<td class=\"number\">"
        if let amount {
          html += "$"
          html += DecimalText.fixed(amount.cents, scale: 2, decimals: 2, grouping: true)
        } else {
          html += "NA"
        }
        html += "</td>"
      }
      html += "</tr>"
    }
    return html + "</tbody></table></div></details>"
  }

  private func comparisons(of page: CodePage) -> String {
    var html = "<div class=\"halves\">"
    for (index, comparison) in page.comparisons.enumerated() {
      let standing = comparison.standing
      html += "<div class=\"small-chart\"><h3>Among \(HTMLText.escape(comparison.title)), \(standing.group.range)</h3>"
      html += DrawingSVG.element(
        of: CodeComparisonDrawing.drawing(of: comparison), id: "standing-\(index + 1)-chart", cssClass: "chart-only")
      html +=
        "<p>\(standing.timesMedianText)x the median; \(HTMLText.escape(comparison.count)).</p><dl class=\"neighbours\">"
      for (name, works) in [("Next above", standing.above), ("Next below", standing.below)] where !works.isEmpty {
        html += "<dt>\(name)</dt><dd>"
        for work in works {
          html += "<span><b>\(linked(work.code.description, links.code(work.code)))</b> \(RVU(work.work))</span> "
        }
        html += "</dd>"
      }
      html += "</dl></div>"
    }
    return html + "</div><p class=\"text quiet\">\(HTMLText.escape(CodeStanding.definition))</p>"
  }

  private func billing(_ notes: [BillingNote]) -> String {
    var html = "<dl class=\"rules\">\n"
    for note in notes {
      html += "<div><dt>\(note.title) <small>\(note.indicator): \(HTMLText.escape(note.summary))</small></dt><dd>"
      html += "<p>\(prose(note.text))</p>"
      if !note.included.isEmpty || !note.separate.isEmpty {
        html += "<div class=\"package\">" + Self.list("Included", note.included)
        html += Self.list("Paid besides", note.separate) + "</div>"
      }
      html += "</dd></div>\n"
    }
    return html + "</dl>"
  }

  private static func list(_ title: String, _ items: [String]) -> String {
    guard !items.isEmpty else { return "" }
    return "<div><h4>\(title)</h4><ul>" + items.map { "<li>\(HTMLText.escape($0))</li>" }.joined() + "</ul></div>"
  }

  private func usage(_ usage: CodeUsage) -> String {
    let limit = 15
    var html =
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"usage\"><table><thead><tr>"
    for (index, heading) in CodeUsageTable.headings(of: usage).enumerated() {
      html += "<th scope=\"col\"\(index == 0 ? "" : " class=\"number\"")>\(heading)</th>"
    }
    html += "</tr></thead><tbody>"
    for row in CodeUsageTable.rows(of: usage, limit: limit) {
      html += "<tr>"
      for (index, cell) in row.enumerated() {
        html += index == 0 ? "<th scope=\"row\">\(HTMLText.escape(cell))</th>" : Self.number(HTMLText.escape(cell))
      }
      html += "</tr>"
    }
    html += "</tbody></table></div>"
    for note in CodeUsageTable.remainder(of: usage, limit: limit) + [usage.basis] {
      html += "<p class=\"table-note\">\(HTMLText.escape(note))</p>"
    }
    return html
  }

  private func questions(_ questions: [CodeQuestion]) -> String {
    var html = "<div class=\"questions\">\n"
    for question in questions {
      html += "<details><summary>\(HTMLText.escape(question.question))</summary>"
      html += "<p>\(HTMLText.escape(question.answer))</p>"
      html += "<p class=\"source\">Source: \(HTMLText.escape(question.source)).</p></details>\n"
    }
    return html + "</div>"
  }
}
