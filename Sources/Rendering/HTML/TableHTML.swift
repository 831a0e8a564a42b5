import ProductivityModel
import Reporting

/// A table as markup: scopes for every heading, a note under the table for every value that is not there.
struct TableHTML {
  /// The rows of a table that is read without a box to search in it.
  private static let readAtAGlance = 12

  private let table: ReportTable
  private let id: String
  private let section: String
  private let link: (ReportAddress) -> String?
  private var reasons: [String] = []
  private var marks = 0

  /// A table's markup to be.
  ///
  /// - Parameters:
  ///   - id: unique in the page.
  ///   - section: the name of its section, whose heading tells it from tables of the same caption; empty for none.
  ///   - link: where a report lies, seen from the page; nil where it is not made.
  init(_ table: ReportTable, id: String, section: String = "", link: @escaping (ReportAddress) -> String?) {
    self.table = table
    self.id = id
    self.section = section
    self.link = link
  }

  /// Adds the table and its notes.
  mutating func add(to markup: inout Markup) {
    addOpening(to: &markup)
    markup.add("<caption id=\"")
    markup.add(finished: id)
    markup.add("-caption\">")
    markup.add(text: table.caption)
    markup.add("</caption><thead><tr>")
    for column in table.columns { addHeading(of: column, to: &markup) }
    markup.add("</tr></thead>")
    for group in table.groups {
      markup.add("<tbody>")
      if !group.title.isEmpty {
        markup.add("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
        markup.add(table.columns.count)
        markup.add("\">")
        markup.add(text: group.title)
        markup.add("</th></tr>")
      }
      for row in group.rows { add(row, isSortable: table.isSortable, to: &markup) }
      markup.add("</tbody>")
    }
    if !table.totals.isEmpty {
      markup.add("<tfoot>")
      add(table.totals, isSortable: false, to: &markup)
      markup.add("</tfoot>")
    }
    markup.add("</table></div>")
    addNotes(to: &markup)
  }

  /// The elements up to the caption, with the classes that the style and the script look at.
  private func addOpening(to markup: inout Markup) {
    var height = 0
    for group in table.groups {
      for row in group.rows { height += row.contains { !$0.detail.isEmpty } ? 2 : 1 }
    }
    markup.add("<div class=\"scroll")
    if height <= 14 { markup.add(" short") }
    markup.add("\" role=\"region\" tabindex=\"0\" aria-labelledby=\"")
    if !section.isEmpty {
      markup.add(finished: section)
      markup.add(" ")
    }
    markup.add(finished: id)
    markup.add("-caption\"><table")
    var classes = (table.isSortable ? ["sortable"] : []) + (Self.isSearched(table) ? ["filtered"] : [])
    if table.columns.count > 10 { classes.append("dense") }
    if table.narrow != .scrolled { classes.append(table.narrow.rawValue) }
    if !classes.isEmpty {
      markup.add(" class=\"")
      markup.add(finished: classes.joined(separator: " "))
      markup.add("\"")
    }
    markup.add(">")
  }

  /// Whether it can be sorted or searched.
  static func needsScript(_ table: ReportTable) -> Bool { table.isSortable || isSearched(table) }

  private static func isSearched(_ table: ReportTable) -> Bool {
    guard table.isSortable || table.columns.first?.title == "Clinician" else { return false }
    return table.groups.lazy.map(\.rows.count).reduce(0, +) > readAtAGlance
  }

  private func addHeading(of column: ReportTable.Column, to markup: inout Markup) {
    markup.add("<th scope=\"col\"")
    if column.isNumeric { markup.add(" class=\"number\"") }
    markup.add("><span class=\"name\">")
    markup.add(escaped: column.title)
    markup.add("</span>")
    if !column.detail.isEmpty {
      markup.add(" <small>")
      markup.add(escaped: column.detail)
      markup.add("</small>")
    }
    markup.add("</th>")
  }

  private mutating func add(_ cells: [Cell], isSortable: Bool, to markup: inout Markup) {
    markup.add("<tr>")
    // Looked at where they are: copies of a cell and of its column for each cell cost more than many values.
    let headings = table.columns
    let (cells, columns) = (cells.span, headings.span)
    for index in cells.indices {
      let isEmpty = if case .text("") = cells[index].value { true } else { false }
      // A row without a name, such as one that goes on with the row above, has no heading either.
      let isHeading = index == 0 && !isEmpty
      markup.add(isHeading ? "<th scope=\"row\"" : "<td")
      if index < columns.count, columns[index].isNumeric { markup.add(" class=\"number\"") }
      if isSortable, let key = cells[index].value.sortKey {
        markup.add(" data-key=\"")
        markup.add(Int64((key * 1_000_000).rounded()), scale: 6)
        markup.add("\"")
      }
      // An empty cell, such as of a sum that means nothing, is left out where cells have names.
      if table.narrow == .stacked, index > 0, index < columns.count, !isEmpty {
        markup.add(" data-label=\"")
        markup.add(escaped: Self.label(columns[index]))
        markup.add("\"")
      }
      markup.add(">")
      addContent(of: cells[index], to: &markup)
      markup.add(isHeading ? "</th>" : "</td>")
    }
    markup.add("</tr>")
  }

  private mutating func addContent(of cell: Cell, to markup: inout Markup) {
    let path = cell.link.flatMap(link)
    if let path {
      markup.add("<a href=\"")
      markup.add(escaped: path)
      markup.add("\">")
    }
    addValue(of: cell, to: &markup)
    if path != nil { markup.add("</a>") }
    if !cell.detail.isEmpty {
      markup.add(" <small>")
      markup.add(unbroken: cell.detail)
      markup.add("</small>")
    }
  }

  private mutating func addValue(of cell: Cell, to markup: inout Markup) {
    switch cell.value {
    case .notAvailable(let reason): addMissing(reason, to: &markup)
    case .standing(let mark):
      markup.add(StandingMarkDrawing.drawing(of: mark), id: nextMark(), cssClass: "mark")
    case .sparkline(let sparkline):
      markup.add(SparklineDrawing.drawing(of: sparkline), id: nextMark(), cssClass: "mark")
    case .text(let text): markup.add(sentence: text)
    case .literal(let text):
      markup.add(text.utf8.count > 40 ? "<span class=\"literal long\">" : "<span class=\"literal\">")
      markup.add(escaped: text)
      markup.add("</span>")
    case .position(let position):
      markup.add("<span class=\"literal\">")
      markup.add(escaped: position.description)
      markup.add("</span>")
    default: markup.add(cell.value)
    }
  }

  private static func label(_ column: ReportTable.Column) -> String {
    column.detail.isEmpty ? column.title : "\(column.title), \(column.detail)"
  }

  private mutating func nextMark() -> String {
    marks += 1
    return "\(id)-mark-\(marks)"
  }

  /// `n/a` with the letter of its reason; equal reasons share one.
  private mutating func addMissing(_ reason: String, to markup: inout Markup) {
    markup.add("<span class=\"missing\">n/a")
    if !reason.isEmpty {
      let number = reasons.firstIndex(of: reason) ?? reasons.count
      if number == reasons.count { reasons.append(reason) }
      markup.add("<sup><a href=\"#")
      addNoteName(number, to: &markup)
      markup.add("\">")
      markup.add(finished: Self.letter(number))
      markup.add("</a></sup>")
    }
    markup.add("</span>")
  }

  private func addNoteName(_ number: Int, to markup: inout Markup) {
    markup.add(finished: id)
    markup.add("-note-")
    markup.add(number + 1)
  }

  private func addNotes(to markup: inout Markup) {
    for sentence in table.notes {
      markup.add("<p class=\"table-note\">")
      markup.add(text: sentence)
      markup.add("</p>")
    }
    guard !reasons.isEmpty else { return }
    markup.add("<ul class=\"footnotes\">")
    for (number, reason) in reasons.enumerated() {
      markup.add("<li id=\"")
      addNoteName(number, to: &markup)
      markup.add("\"><sup>")
      markup.add(finished: Self.letter(number))
      markup.add("</sup> n/a: ")
      markup.add(text: reason)
      markup.add(".</li>")
    }
    markup.add("</ul>")
  }

  /// `a`, `b`, ..., `z`, `aa`, `ab`.
  static func letter(_ number: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(97 + number % 26)))
    return number < 26 ? letter : self.letter(number / 26 - 1) + letter
  }
}
