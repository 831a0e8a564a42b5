import MedicareFees
import ProductivityModel
import Reporting

/// The page of a code as Markdown, with tables as GitHub and most readers know them.
struct CodePageMarkdown {
  private let page: CodePage

  init(_ page: CodePage) { self.page = page }

  /// The page, with a line break at its end.
  var text: String {
    let parts = [
      heading, figures, narrative, values, localities, history, comparisons, billing, usage, questions, sources,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var heading: String {
    let release = page.facts.release
    let place = [page.facts.category?.title, page.subsection?.title].compactMap { $0 }.joined(separator: " > ")
    var lines = [
      "# \(page.facts.code)" + (page.title.map { " \(Self.escape($0.text))" } ?? ""),
      Self.escape(
        (place.isEmpty ? "" : place + ". ") + "Medicare Physician Fee Schedule, release \(release.release), "
          + "\(DateWording.period(release.effective))."),
    ]
    if let names = page.note?.alsoKnownAs, !names.isEmpty {
      lines.append("Also known as: \(Self.escape(names.joined(separator: ", ")))")
    }
    return lines.joined(separator: "\n\n")
  }

  private var figures: String {
    page.keyFigures.map { "- **\(Self.escape($0.label)): \(Self.escape($0.value.text))** \(Self.escape($0.detail))" }
      .joined(separator: "\n")
  }

  private var narrative: String {
    guard let note = page.note else { return "" }
    let parts = [
      ("Description", note.description), ("In plain language", note.plainLanguage),
      ("Clinical context", note.clinicalContext),
    ]
    return parts.filter { !$0.1.isEmpty }.map { "## \($0.0)\n\n\(Self.escape($0.1))" }.joined(separator: "\n\n")
  }

  private var values: String {
    let hasLocal = page.locality != nil
    let table = Self.table(
      ["", "Work", "Practice expense", "Malpractice", "Total RVUs", "National payment"]
        + (page.locality.map { [LocalityWording.name(of: $0)] } ?? []),
      page.values.map { row in
        [
          row.name, row.work.description, row.practiceExpense?.description ?? "NA", row.malpractice.description,
          row.total?.description ?? "NA", row.paymentText,
        ] + (hasLocal ? [row.localPaymentText] : [])
      })
    return (["## RVUs and Medicare payment"] + (page.hasValues ? [table] : [])).joined(separator: "\n\n")
      + page.paymentRemarks.map { "\n\n" + Self.escape($0) }.joined()
  }

  private var localities: String {
    guard let localities = page.localities else { return "" }
    let table = Self.table(
      ["Locality", "MAC-LOC"] + localities.settings.map { CountWording.sentence($0.place) },
      localities.rows.map { row in
        [LocalityWording.name(of: row.locality), row.locality.key.description]
          + row.amounts.map { $0.map { CellValue.money($0).text } ?? "none" }
      }, numbersFrom: 2)
    return "## Payment by locality\n\n\(Self.escape(localities.sentence))\n\n\(table)"
  }

  private var history: String {
    guard let history = page.history else { return "" }
    let table = Self.table(
      ["Release", "From", "Work RVU"],
      history.points.map { [$0.release, $0.first.description, RVU($0.work).description] }, numbersFrom: 2)
    return "## Work across releases\n\n\(history.sentence)\n\n\(table)"
  }

  private var comparisons: String {
    guard !page.comparisons.isEmpty else { return "" }
    func list(_ works: [CodeWork]) -> String { works.map { "\($0.code) (\(RVU($0.work)))" }.joined(separator: ", ") }
    let items = page.comparisons.map { comparison in
      let standing = comparison.standing
      return "- **\(Self.escape(comparison.title))**: \(Self.escape(comparison.sentence)). "
        + "\(CountWording.sentence(comparison.count))."
        + (standing.above.isEmpty ? "" : " Next above: \(list(standing.above)).")
        + (standing.below.isEmpty ? "" : " Next below: \(list(standing.below)).")
    }
    return "## How this code compares\n\n" + items.joined(separator: "\n")
  }

  private var billing: String {
    guard !page.billing.isEmpty else { return "" }
    return "## Billing and documentation\n\n"
      + page.billing.map { note in
        "- **\(note.title) (\(note.indicator))**: \(Self.escape(note.text))"
          + (note.included.isEmpty ? "" : "\n  - Included: \(Self.escape(note.included.joined(separator: "; "))).")
          + (note.separate.isEmpty ? "" : "\n  - Paid besides: \(Self.escape(note.separate.joined(separator: "; "))).")
      }.joined(separator: "\n")
  }

  private var usage: String {
    guard let usage = page.usage else { return "" }
    let table = Self.table(CodeUsageTable.headings(of: usage), CodeUsageTable.rows(of: usage, limit: 25))
    let notes = CodeUsageTable.remainder(of: usage, limit: 25) + [usage.basis]
    return "## Specialties that use it\n\n\(table)" + notes.map { "\n\n" + Self.escape($0) }.joined()
  }

  private var questions: String {
    guard !page.questions.isEmpty else { return "" }
    return "## Questions\n\n"
      + page.questions.map {
        "### \(Self.escape($0.question))\n\n\(Self.escape($0.answer))\n\nSource: \(Self.escape($0.source))."
      }
      .joined(separator: "\n\n")
  }

  private var sources: String {
    let sentences = page.sources + (page.facts.release.caution.map { ["Caution: \($0)"] } ?? [])
    return "## Sources\n\n" + sentences.map { "- " + Self.escape($0) }.joined(separator: "\n")
  }

  /// A table whose columns from the given one on are set flush right.
  private static func table(_ headings: [String], _ rows: [[String]], numbersFrom first: Int = 1) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.map(escape).joined(separator: " | ") + " |" }
    let rule = headings.indices.map { $0 < first ? "---" : "---:" }.joined(separator: " | ")
    return ([line(headings), "| \(rule) |"] + rows.map(line)).joined(separator: "\n")
  }

  /// Text that Markdown takes for nothing but text, on one line.
  static func escape(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in TextLayout.plain(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "&", "~":
        result.append("\\")
        result.append(scalar)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
