import MedicareFees
import ProductivityModel
import Reporting

/// The index of a book of codes and its lists by category.
///
/// The index has every code in it, as data for a small script. Without the script the lists lead to every page.
struct CodeListHTML: Sendable {
  let indexFrame: CodeFrame
  let listFrame: CodeFrame
  let release: ReleaseInfo
  let script: String

  /// The index and one list a category.
  func files(of entries: [CodeEntry]) -> [RenderedFile] {
    let categories = CodeCategory.allCases.compactMap { category in
      let own = entries.filter { $0.category == category }
      return own.isEmpty ? nil : (category: category, entries: own)
    }
    let loose = entries.filter { $0.category == nil }
    return [RenderedFile(path: "index.html", bytes: index(of: entries, categories, loose))]
      + categories.map { RenderedFile(path: CodeLinks.path(of: $0.category), bytes: list($0.category, $0.entries)) }
  }

  private func heading(_ title: String, _ subtitle: String) -> String {
    var html = "<header class=\"title\">\n<h1>\(HTMLText.escape(title))</h1>\n"
    html += "<p class=\"subtitle\">\(HTMLText.escape(subtitle))</p>\n"
    html +=
      "<p class=\"period\">Release \(HTMLText.escape(release.release)), \(DateWording.period(release.effective))</p>\n"
    return html + "</header>\n"
  }

  private var caution: String {
    release.caution.map { "<p class=\"quiet\">\(HTMLText.sentence($0)).</p>\n" } ?? ""
  }

  // MARK: - The index

  private func index(
    of entries: [CodeEntry], _ categories: [(category: CodeCategory, entries: [CodeEntry])], _ loose: [CodeEntry]
  ) -> [UInt8] {
    var html = heading(
      "Procedure codes", "\(CountWording.count(entries.count, "code")) of the Medicare Physician Fee Schedule")
    html +=
      "<form class=\"search\" role=\"search\" hidden=\"hidden\"><label for=\"query\">Find a code by its number, title or "
      + "another name</label><input id=\"query\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\" "
      + "placeholder=\"44310, ileostomy, colonoscopy\" aria-controls=\"found\" aria-describedby=\"count\"/>"
      + "<p id=\"count\" class=\"quiet\" role=\"status\"></p><ol id=\"found\"></ol></form>\n"
    html += caution
    html += "<section aria-labelledby=\"categories\">\n<h2 id=\"categories\">By category</h2>\n"
    for (category, own) in categories {
      let path = CodeLinks.path(of: category)
      html +=
        "<div class=\"category\"><h3><a href=\"\(path)\">\(category.title)</a> <small>\(category.range), "
        + "\(CountWording.count(own.count, "code"))</small></h3>"
      let subsections = Self.groups(of: own).compactMap(\.subsection)
      if !subsections.isEmpty {
        html += "<ul class=\"subsections\">"
        for subsection in subsections {
          html +=
            "<li><a href=\"\(path)#\(CodeLinks.anchor(of: subsection))\">\(HTMLText.escape(subsection.title))</a></li>"
        }
        html += "</ul>"
      }
      html += "</div>\n"
    }
    html += "</section>\n"
    if !loose.isEmpty {
      html +=
        "<section aria-labelledby=\"others\">\n<h2 id=\"others\">Other codes</h2>\n\(table(loose, folder: ""))</section>\n"
    }
    html += "<script type=\"application/json\" id=\"codes\">\(data(of: entries))</script>\n"
    html += "<script>\n\(script)</script>\n"
    return indexFrame.bytes(title: "Procedure codes, \(release.release)", main: html)
  }

  /// The codes for the script: code, title, subsection's number, work, total, other names; the subsections first.
  private func data(of entries: [CodeEntry]) -> String {
    var numbers: [String: Int] = [:]
    var titles: [String] = []
    var rows: [JSONValue] = []
    for entry in entries {
      let title = entry.subsection?.title ?? entry.category?.title ?? ""
      let number = numbers[title] ?? titles.count
      if number == titles.count {
        numbers[title] = number
        titles.append(title)
      }
      rows.append(
        .array([
          .string(entry.code.description), .string(entry.title ?? ""), .integer(number),
          .string(entry.work?.description ?? ""), .string(entry.total?.description ?? ""),
          .string(entry.alsoKnownAs.joined(separator: ", ")),
        ]))
    }
    let value = JSONValue.object(["subsections": .array(titles.map(JSONValue.string)), "codes": .array(rows)])
    // A title may hold anything; a script element ends at the first "</script" whatever it stands in.
    return value.compactText().replacing("<", with: "\\u003c")
  }

  // MARK: - The lists

  private func list(_ category: CodeCategory, _ entries: [CodeEntry]) -> [UInt8] {
    var html = heading(category.title, "\(category.range): \(CountWording.count(entries.count, "code"))") + caution
    let groups = Self.groups(of: entries)
    if groups.count > 2 {
      html += "<nav class=\"contents\" aria-label=\"On this page\"><ul>"
      for subsection in groups.compactMap(\.subsection) {
        html += "<li><a href=\"#\(CodeLinks.anchor(of: subsection))\">\(HTMLText.escape(subsection.title))</a></li>"
      }
      html += "</ul></nav>\n"
    }
    for group in groups {
      let title = group.subsection?.title ?? "Other codes"
      let id = group.subsection.map(CodeLinks.anchor) ?? "other-codes"
      html += "<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(HTMLText.escape(title))</h2>\n"
      html += table(group.entries, folder: "../") + "</section>\n"
    }
    return listFrame.bytes(title: "\(category.title), \(release.release)", main: html)
  }

  /// The entries by subsection, in the order of their first codes; those without one at the end.
  private static func groups(of entries: [CodeEntry]) -> [(subsection: CodeSubsection?, entries: [CodeEntry])] {
    var groups: [(subsection: CodeSubsection?, entries: [CodeEntry])] = []
    var places: [CodeSubsection?: Int] = [:]
    for entry in entries {
      if let place = places[entry.subsection] {
        groups[place].entries.append(entry)
      } else {
        places[entry.subsection] = groups.count
        groups.append((entry.subsection, [entry]))
      }
    }
    return groups.filter { $0.subsection != nil } + groups.filter { $0.subsection == nil }
  }

  private func table(_ entries: [CodeEntry], folder: String) -> String {
    var html = "<table class=\"codes\"><thead><tr><th scope=\"col\">Code</th><th scope=\"col\">Title</th>"
    for heading in ["Work RVU", "Total RVUs", "Medicare pays"] {
      html += "<th scope=\"col\" class=\"number\">\(heading)</th>"
    }
    html += "</tr></thead><tbody>\n"
    for entry in entries {
      html += "<tr><th scope=\"row\"><a href=\"\(folder)\(CodeLinks.path(of: entry.code))\">\(entry.code)</a></th><td>"
      html += entry.title.map(HTMLText.escape) ?? ""
      html += "</td><td class=\"number\">\(entry.work?.description ?? "")</td>"
      html += "<td class=\"number\">\(entry.total?.description ?? "")</td>"
      html +=
        "<td class=\"number\">\(entry.payment.map { CellValue.money($0).text } ?? "<small>\(HTMLText.escape(entry.status))</small>")"
      html += "</td></tr>\n"
    }
    return html + "</tbody></table>\n"
  }
}
