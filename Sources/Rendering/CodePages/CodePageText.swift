import MedicareFees
import ProductivityModel
import Reporting

/// The page of a code for a terminal.
struct CodePageText {
  private let page: CodePage

  init(_ page: CodePage) { self.page = page }

  /// The page, with a line break at its end.
  var text: String {
    let parts: [String] = [
      heading, figures, narrative, values, localities, history, comparisons, billing, usage, questions,
      sources,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : title.uppercased() + "\n" + lines.joined(separator: "\n")
  }

  private func sentence(_ text: String) -> String { TextLayout.wrapped(text, first: "  ", next: "  ") }

  private func labelled(_ label: String, _ text: String) -> String { TextLayout.labelled("  " + label, text) }

  private var heading: String {
    let release = page.facts.release
    let title = TextLayout.wrapped(
      page.facts.code.description + (page.title.map { "  \($0.text)" } ?? ""), next: "       ")
    let rule = String(repeating: "=", count: title.split(separator: "\n").map(\.count).max() ?? 0)
    let place = [page.facts.category?.title, page.subsection?.title].compactMap { $0 }.joined(separator: " > ")
    var lines = [
      title, rule,
      TextLayout.wrapped(
        (place.isEmpty ? "" : place + ", ")
          + "fee schedule release \(release.release) (\(release.effective.first) to \(release.effective.last))"),
    ]
    if let names = page.note?.alsoKnownAs, !names.isEmpty {
      lines.append(TextLayout.wrapped("Also known as: \(names.joined(separator: ", "))"))
    }
    return lines.joined(separator: "\n")
  }

  private var figures: String {
    page.keyFigures.map { figure in
      TextLayout.labelled(figure.label, "\(figure.value.text)  \(figure.detail)", at: 30)
    }.joined(separator: "\n")
  }

  private var narrative: String {
    guard let note = page.note else { return "" }
    let parts = [
      ("Description", note.description), ("In plain language", note.plainLanguage),
      ("Clinical context", note.clinicalContext),
    ]
    return parts.filter { !$0.1.isEmpty }.map { section($0.0, [sentence($0.1)]) }.joined(separator: "\n\n")
  }

  private var values: String {
    guard page.hasValues else { return "RELATIVE VALUE UNITS AND MEDICARE PAYMENT\n" + paymentRemarks }
    let hasLocal = page.locality != nil
    var table = [["", "work", "practice expense", "malpractice", "total", "payment"] + (hasLocal ? ["here"] : [])]
    for row in page.values {
      table.append(
        [
          row.name, row.work.description, row.practiceExpense?.description ?? "NA", row.malpractice.description,
          row.total?.description ?? "NA", row.paymentText,
        ] + (hasLocal ? [row.localPaymentText] : []))
    }
    return section(
      "Relative value units and Medicare payment", TextLayout.columns(table, indent: "  ") + ["", paymentRemarks])
  }

  private var paymentRemarks: String { page.paymentRemarks.map(sentence).joined(separator: "\n") }

  private var localities: String {
    guard let localities = page.localities else { return "" }
    return section(
      "Payment by locality",
      [
        sentence(localities.sentence),
        sentence("One locality: --locality MAC-LOC. All of them: --format html or json."),
      ])
  }

  private var history: String {
    guard let history = page.history else { return "" }
    let changes = history.changes.map { "\($0.release) \(RVU($0.work))" }.joined(separator: "   ")
    return section(
      "Work across releases", [sentence(history.sentence)] + (history.changes.count > 1 ? [sentence(changes)] : []))
  }

  private var comparisons: String {
    guard !page.comparisons.isEmpty else { return "" }
    var lines: [String] = []
    for comparison in page.comparisons {
      let standing = comparison.standing
      lines.append(labelled(comparison.title, comparison.sentence))
      lines.append(labelled("", comparison.count))
      func list(_ works: [CodeWork]) -> String { works.map { "\($0.code) \(RVU($0.work))" }.joined(separator: ", ") }
      if !standing.above.isEmpty { lines.append(labelled("", "next above: \(list(standing.above))")) }
      if !standing.below.isEmpty { lines.append(labelled("", "next below: \(list(standing.below))")) }
    }
    return section("How this code compares", lines)
  }

  private var billing: String {
    section(
      "Billing and documentation",
      page.billing.flatMap { note -> [String] in
        var lines = [labelled(note.title, "\(note.indicator): \(note.text)")]
        if !note.included.isEmpty { lines.append(labelled("", "Included: \(note.included.joined(separator: "; ")).")) }
        if !note.separate.isEmpty {
          lines.append(labelled("", "Paid besides: \(note.separate.joined(separator: "; "))."))
        }
        return lines
      })
  }

  private var usage: String {
    guard let usage = page.usage else { return "" }
    let table = [CodeUsageTable.headings(of: usage)] + CodeUsageTable.rows(of: usage, limit: 10)
    return section(
      "Specialties that use it",
      TextLayout.columns(table.map { $0.map(TextLayout.plain) }, indent: "  ")
        + CodeUsageTable.remainder(of: usage, limit: 10).map(sentence) + [sentence(usage.basis)])
  }

  private var questions: String {
    section(
      "Questions",
      page.questions.flatMap { [sentence($0.question), TextLayout.wrapped($0.answer, first: "    ", next: "    ")] })
  }

  private var sources: String {
    section(
      "Sources",
      page.sources.map(sentence)
        + (page.facts.release.caution.map { [sentence("Caution: \($0)")] } ?? []))
  }
}
