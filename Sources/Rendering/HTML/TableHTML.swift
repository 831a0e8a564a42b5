import ProductivityModel
import Reporting

/// A table as markup: scopes for every heading, a note under the table for every value that is not there.
struct TableHTML {
  /// The rows of a table that is read without a box to search in it.
  private static let readAtAGlance = 12

  private let id: String
  private let section: String
  private let link: (ReportAddress) -> String?
  private var reasons: [String] = []

  /// A table's markup to be.
  ///
  /// - Parameters:
  ///   - id: unique in the page.
  ///   - section: the name of its section, whose heading tells it from tables of the same caption; empty for none.
  ///   - link: where a report lies, seen from the page; nil where it is not made.
  init(id: String, section: String = "", link: @escaping (ReportAddress) -> String?) {
    self.id = id
    self.section = section
    self.link = link
  }

  /// The markup.
  func markup(of table: ReportTable) -> String {
    var copy = self
    return copy.render(table)
  }

  private mutating func render(_ table: ReportTable) -> String {
    let height = table.groups.flatMap(\.rows).reduce(0) { $0 + ($1.contains { !$0.detail.isEmpty } ? 2 : 1) }
    var html =
      "<div class=\"scroll\(height <= 14 ? " short" : "")\" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(section.isEmpty ? "" : section + " ")\(id)-caption\">"
    let rows = table.groups.reduce(0) { $0 + $1.rows.count }
    let isSearched = (table.isSortable || table.columns.first?.title == "Clinician") && rows > Self.readAtAGlance
    var classes = (table.isSortable ? ["sortable"] : []) + (isSearched ? ["filtered"] : [])
    if table.columns.count > 10 { classes.append("dense") }
    if table.narrow != .scrolled { classes.append(table.narrow.rawValue) }
    html += "<table\(classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\"")>"
    html += "<caption id=\"\(id)-caption\">\(HTMLText.markup(table.caption))</caption><thead><tr>"
    for column in table.columns { html += heading(of: column) }
    html += "</tr></thead>"
    for group in table.groups {
      html += "<tbody>"
      if !group.title.isEmpty {
        html += "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(table.columns.count)\">"
        html += HTMLText.markup(group.title) + "</th></tr>"
      }
      for row in group.rows { html += self.row(row, of: table, isSortable: table.isSortable) }
      html += "</tbody>"
    }
    if !table.totals.isEmpty {
      html += "<tfoot>" + row(table.totals, of: table, isSortable: false) + "</tfoot>"
    }
    return html + "</table></div>" + notes(table.notes)
  }

  private func heading(of column: ReportTable.Column) -> String {
    "<th scope=\"col\"\(column.isNumeric ? " class=\"number\"" : "")><span class=\"name\">\(HTMLText.escape(column.title))</span>"
      + (column.detail.isEmpty ? "" : " <small>\(HTMLText.escape(column.detail))</small>") + "</th>"
  }

  private mutating func row(_ cells: [Cell], of table: ReportTable, isSortable: Bool) -> String {
    let columns = table.columns
    var html = "<tr>"
    for (index, cell) in cells.enumerated() {
      let isNumeric = index < columns.count && columns[index].isNumeric
      // A row without a name, such as one that goes on with the row above, has no heading either.
      let isHeading = index == 0 && cell.value != .text("")
      let name = isHeading ? "th scope=\"row\"" : "td"
      let key = isSortable ? cell.value.sortKey.map { " data-key=\"\(Self.key($0))\"" } ?? "" : ""
      // An empty cell, such as of a sum that means nothing, is left out where cells have names.
      let isNamed = table.narrow == .stacked && index > 0 && index < columns.count && cell.value != .text("")
      let label = isNamed ? " data-label=\"\(HTMLText.escape(Self.label(columns[index])))\"" : ""
      html +=
        "<\(name)\(isNumeric ? " class=\"number\"" : "")\(key)\(label)>\(content(of: cell, index: index))</\(isHeading ? "th" : "td")>"
    }
    return html + "</tr>"
  }

  private mutating func content(of cell: Cell, index: Int) -> String {
    var html: String
    switch cell.value {
    case .notAvailable(let reason): html = missing(reason)
    case .standing(let mark):
      html = DrawingSVG.element(of: StandingMarkDrawing.drawing(of: mark), id: nextMark(), cssClass: "mark")
    case .sparkline(let sparkline):
      html = DrawingSVG.element(of: SparklineDrawing.drawing(of: sparkline), id: nextMark(), cssClass: "mark")
    case .text(let text): html = HTMLText.sentence(text)
    case .literal(let text):
      html = "<span class=\"literal\(text.utf8.count > 40 ? " long" : "")\">\(HTMLText.escape(text))</span>"
    case .position(let position): html = "<span class=\"literal\">\(HTMLText.escape(position.description))</span>"
    default: html = HTMLText.markup(cell.value.text)
    }
    if let path = cell.link.flatMap(link) { html = "<a href=\"\(HTMLText.escape(path))\">\(html)</a>" }
    if !cell.detail.isEmpty { html += " <small>\(HTMLText.unbroken(cell.detail))</small>" }
    return html
  }

  private static func label(_ column: ReportTable.Column) -> String {
    column.detail.isEmpty ? column.title : "\(column.title), \(column.detail)"
  }

  private var marks = 0

  private mutating func nextMark() -> String {
    marks += 1
    return "\(id)-mark-\(marks)"
  }

  /// `n/a` with the letter of its reason; equal reasons share one.
  private mutating func missing(_ reason: String) -> String {
    guard !reason.isEmpty else { return "<span class=\"missing\">n/a</span>" }
    let number = reasons.firstIndex(of: reason) ?? reasons.count
    if number == reasons.count { reasons.append(reason) }
    return
      "<span class=\"missing\">n/a<sup><a href=\"#\(id)-note-\(number + 1)\">\(Self.letter(number))</a></sup></span>"
  }

  private func notes(_ sentences: [String]) -> String {
    var html = ""
    for sentence in sentences { html += "<p class=\"table-note\">\(HTMLText.markup(sentence))</p>" }
    guard !reasons.isEmpty else { return html }
    html += "<ul class=\"footnotes\">"
    for (number, reason) in reasons.enumerated() {
      html +=
        "<li id=\"\(id)-note-\(number + 1)\"><sup>\(Self.letter(number))</sup> n/a: \(HTMLText.markup(reason)).</li>"
    }
    return html + "</ul>"
  }

  /// `a`, `b`, ..., `z`, `aa`, `ab`.
  static func letter(_ number: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(97 + number % 26)))
    return number < 26 ? letter : self.letter(number / 26 - 1) + letter
  }

  private static func key(_ number: Double) -> String {
    DecimalText.plain(Int64((number * 1_000_000).rounded()), scale: 6)
  }
}
