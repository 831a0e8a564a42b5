import MedicareFees
import ProductivityModel

/// What a release says of one code, for a terminal.
struct CodePageText {
  /// The widest line.
  private static let width = 96
  /// Where values start.
  private static let labels = 22

  /// The facts.
  let facts: CodeFacts
  /// The settings to show.
  let settings: [Setting]

  /// The page, with a line break at its end.
  var text: String {
    var parts = [heading, values, payments]
    parts.append(standing)
    if !indicators.isEmpty { parts.append(indicators) }
    parts.append(notes)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var heading: String {
    let row = facts.leadingRow
    var lines = [
      "\(facts.code)  \(facts.category?.title ?? "no category"), fee schedule release \(facts.release.release)"
        + " (\(facts.release.effective.first) to \(facts.release.effective.last))"
    ]
    lines.append(String(repeating: "-", count: lines[0].count))
    lines.append(Self.labelled("Status", row.status.map { "\($0.published): \($0.meaning)" } ?? "not known here"))
    lines.append(
      Self.labelled("Global period", row.globalPeriod.map { "\($0.published): \($0.meaning)" } ?? "not known here"))
    return lines.joined(separator: "\n")
  }

  /// The RVUs of every row, one line a row and setting.
  private var values: String {
    var table = [["Relative value units", "work", "practice expense", "malpractice", "total"]]
    for row in facts.rows {
      for setting in settings {
        let isNA = row.isNA(setting)
        table.append([
          "  " + name(row) + (setting == .facility ? ", in a facility" : ", outside a facility"),
          RVU(row.work).description, isNA ? "NA" : row.practiceExpense(setting).description,
          row.malpractice.description,
          isNA ? "NA" : row.total(setting).description,
        ])
      }
    }
    var lines = Self.columns(table)
    let hasNA = facts.rows.contains { row in settings.contains { row.isNA($0) } }
    if hasNA { lines.append("  NA: rarely or never done in that setting, so there is no value for it.") }
    if facts.isValuedOnlyAsProfessional {
      lines.append("  Only the professional component is valued: without modifier 26 the code has no work.")
    }
    return lines.joined(separator: "\n")
  }

  /// What Medicare pays nationally.
  private var payments: String {
    guard let factor = facts.factor else {
      return Self.wrapped("Medicare payment: no conversion factor is known for this release.")
    }
    let basis = factor.kind == .qualifying ? ", for qualifying APM participants" : ""
    var lines = ["Medicare payment, national, at $\(factor.factor) a unit\(basis)"]
    var table: [[String]] = []
    for row in facts.rows {
      for setting in settings {
        let place = setting == .facility ? ", in a facility" : ", outside a facility"
        let label = "  " + name(row) + place
        if let payment = facts.payment(row, in: setting) {
          var words = "$" + DecimalText.fixed(payment.amount.cents, scale: 2, decimals: 2, grouping: true)
          if let capped = payment.cappedAmount {
            let applies = capped < payment.feeScheduleAmount
            words +=
              "  (fee schedule $\(payment.feeScheduleAmount), outpatient cap $\(capped): the "
              + (applies ? "cap" : "fee schedule") + " applies)"
          } else if facts.mayBeCapped(row) {
            words += "  (or less: the outpatient cap on imaging is not in this release)"
          }
          table.append([label, words])
        } else if let absence = Payment.absence(of: row, in: setting) {
          table.append([label, absence.words])
        }
      }
    }
    lines += Self.columns(table, rightAligned: false)
    lines.append("  Before any geographic adjustment (GPCI 1) and sequestration; the patient's share is included.")
    return lines.joined(separator: "\n")
  }

  private var standing: String {
    guard let standing = facts.standing else {
      return "Standing              none: the code has no work of its own to compare"
    }
    let median = DecimalText.fixed(standing.median.millionths, scale: 6, decimals: 2)
    let sentence =
      "\(Ordinal.text(standing.percentile)) percentile of \(standing.category.title) (\(standing.category.range)) by work, "
      + "\(standing.timesMedianText)x the median of \(median); the highest is \(RVU(standing.maximum))"
    let count =
      "of \(Self.grouped(standing.codes)) codes in the category, \(Self.grouped(standing.valued)) have work"
    return Self.labelled("Standing", sentence) + "\n" + Self.labelled("", count)
  }

  /// The indicators that change what a line of the code is worth.
  private var indicators: String {
    let row = facts.leadingRow
    var lines: [String] = []
    func add(_ label: String, _ published: String?, _ meaning: String?) {
      // 9 says that the concept does not apply to the code: not worth a line.
      if let published, published != "9", let meaning { lines.append(Self.labelled(label, "\(published): \(meaning)")) }
    }
    add("Several procedures", row.multipleProcedure?.published, row.multipleProcedure?.meaning)
    add("Both sides", row.bilateral?.published, row.bilateral?.meaning)
    add("Assistant", row.assistant?.published, row.assistant?.meaning)
    add("Co-surgeons", row.coSurgeon?.published, row.coSurgeon?.meaning)
    add("Team", row.team?.published, row.team?.meaning)
    add("Components", row.componentIndicator?.published, row.componentIndicator?.meaning)
    if let base = row.endoscopicBase { lines.append(Self.labelled("Endoscopy family", "base \(base)")) }
    if let pre = row.preoperative, let intra = row.intraoperative, let post = row.postoperative, pre + intra + post > 0
    {
      lines.append(Self.labelled("Shares of the global", "before \(pre) %, operation \(intra) %, after \(post) %"))
    }
    return lines.joined(separator: "\n")
  }

  private var notes: String {
    var lines = [Self.wrapped(CodeStanding.definition)]
    let source = facts.release.source
    lines.append(
      Self.wrapped("Source: release \(facts.release.release), \(source.description) (\(source.file))."))
    if let origin = facts.leadingRow.source { lines.append(Self.wrapped("This row: \(origin).")) }
    if let caution = facts.release.caution { lines.append(Self.wrapped("Caution: \(caution)")) }
    return lines.joined(separator: "\n")
  }

  private func name(_ row: FeeRow) -> String {
    switch CodeRows.Component(row.component) {
    case .professional: "professional component (26)"
    case .technical: "technical component (TC)"
    case .discontinued: "discontinued (53)"
    case .base, nil: facts.code.description
    }
  }

  private static func grouped(_ number: Int) -> String {
    DecimalText.fixed(Int64(number), scale: 0, decimals: 0, grouping: true)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func labelled(_ label: String, _ text: String) -> String {
    wrapped(text, first: padded(label, labels), next: String(repeating: " ", count: labels))
  }

  /// Rows of cells as lines: the first column to the left, the others to the right unless told otherwise.
  private static func columns(_ table: [[String]], rightAligned: Bool = true) -> [String] {
    let count = table.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in table.compactMap { column < $0.count ? $0[column].count : nil }.max() ?? 0
    }
    return table.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - cell.count)
        line += column == 0 ? cell + gap : "  " + (rightAligned ? gap + cell : cell)
      }
      return line
    }
  }

  /// Text broken at blanks to the widest line.
  private static func wrapped(_ text: String, first: String = "", next: String = "") -> String {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = next
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return (lines + [line]).joined(separator: "\n")
  }
}

/// A number with its ordinal ending: 1st, 22nd, 77th.
enum Ordinal {
  /// The number with its ending.
  static func text(_ number: Int) -> String {
    let ending =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }
}
