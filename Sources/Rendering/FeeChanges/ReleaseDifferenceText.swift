import MedicareFees
import ProductivityModel

/// What a release changed against an earlier one, for a terminal: a summary, then bounded lists.
public struct ReleaseDifferenceText {
  /// The most entries of a list.
  public static let listLimit = 20

  private let difference: ReleaseDifference
  private let old: String
  private let new: String

  /// The page of a difference.
  public init(_ difference: ReleaseDifference) {
    self.difference = difference
    old = difference.earlier.release
    new = difference.later.release
  }

  /// The page, with a line break at its end.
  public var text: String {
    let parts = [heading, size, work, values, indicators, revaluations, codes, notes]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var heading: String {
    let line = "Fee schedule release \(old) to \(new)"
    return line + "\n" + String(repeating: "-", count: line.count)
  }

  private var size: String {
    let carried = difference.count(.carriedOver)
    let rows = difference.rows
    let table = [
      ["", old, new],
      ["Codes", Self.grouped(difference.earlierCodes), Self.grouped(difference.laterCodes)],
      [
        "Rows, a code or component each", Self.grouped(rows.count { $0.old != nil }),
        Self.grouped(rows.count { $0.new != nil }),
      ],
    ]
    var counts = [
      ["Codes added", Self.grouped(difference.addedCodes.count)],
      ["Codes deleted", Self.grouped(difference.deletedCodes.count)],
      ["Rows added", Self.grouped(difference.count(.added))],
      ["Rows deleted", Self.grouped(difference.count(.deleted))],
      ["Rows in both releases, compared", Self.grouped(difference.compared)],
    ]
    if carried > 0 { counts.append(["Rows carried over from another release, no evidence", Self.grouped(carried)]) }
    return (TextLayout.columns(table) + [""] + TextLayout.columns(counts)).joined(separator: "\n")
  }

  private var work: String {
    var counts = [["same", Self.grouped(difference.count(.unchanged))]]
    if !difference.adjustments.isEmpty {
      let names = difference.adjustments.map { adjustment in
        "\(adjustment.name), exactly x \(DecimalText.plain(adjustment.factorMillionths, scale: 6)) half up"
      }
      counts.append([names.joined(separator: ", then "), Self.grouped(difference.count(.adjustment))])
      counts.append(["same, too small for the adjustment to show", Self.grouped(difference.count(.tooSmallToShow))])
    }
    counts.append(["other revaluations", Self.grouped(difference.count(.revalued))])
    counts.append(["no work in either release", Self.grouped(difference.withoutWork)])
    return section("Work, of the rows compared", TextLayout.columns(counts, indent: "  "))
  }

  private var values: String {
    var counts = RowValue.allCases.map { [$0.title, Self.grouped(difference.count(changing: $0))] }
    counts.append(["any of them", Self.grouped(difference.revalued)])
    return section("Values changed, of the rows compared", TextLayout.columns(counts, indent: "  "))
  }

  private var indicators: String {
    let compared = difference.withComparableIndicators
    let title = "Indicators changed, of the \(Self.grouped(compared)) rows whose indicators are each release's own"
    guard compared > 0 else { return title + ": none to compare" }
    let counts = difference.indicators.map { ($0.title, difference.count(changing: $0)) }.filter { $0.1 > 0 }
    guard !counts.isEmpty else { return title + ": none" }
    return section(title, TextLayout.columns(counts.map { [$0.0, Self.grouped($0.1)] }, indent: "  "))
  }

  private var revaluations: String {
    let all = difference.otherRevaluations
    guard !all.isEmpty else { return "" }
    let title =
      difference.adjustments.isEmpty ? "Revaluations of work" : "Revaluations of work other than by the adjustment"
    var table = [["code", old, new, "difference", "percent"]]
    for row in all.prefix(Self.listLimit) { table.append(cells(row)) }
    return section(title + ", largest first" + Self.shown(all.count), TextLayout.columns(table, indent: "  "))
  }

  private func cells(_ row: RowDifference) -> [String] {
    [
      "\(row.code)" + (row.component.map { "-\($0)" } ?? ""), Self.hundredths(row.old?.work),
      Self.hundredths(row.new?.work), Self.signed(row.workDifference?.millionths, scale: 6, decimals: 2),
      Self.signed(row.workPercentTenths, scale: 1, decimals: 1),
    ]
  }

  private var codes: String {
    [list("Codes added", difference.addedCodes), list("Codes deleted", difference.deletedCodes)]
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func list(_ title: String, _ codes: [ProcedureCode]) -> String {
    guard !codes.isEmpty else { return "" }
    let words = codes.prefix(Self.listLimit).map(\.description).joined(separator: " ")
    return title + Self.shown(codes.count) + "\n" + TextLayout.wrapped(words, first: "  ", next: "  ")
  }

  private var notes: String {
    var lines: [String] = []
    for adjustment in difference.adjustments {
      lines.append(
        TextLayout.wrapped(
          "\(adjustment.name): from \(adjustment.effective.first); \(adjustment.citation). A row is counted under it where its "
            + "work is exactly the earlier work times the factor, rounded half up to the hundredth: the releases do not say "
            + "to which codes it was applied."))
    }
    for info in [difference.earlier, difference.later] {
      lines.append(
        TextLayout.wrapped("Source of \(info.release): \(info.source.description) (\(info.source.file))."))
    }
    for info in [difference.earlier, difference.later] {
      if let caution = info.caution { lines.append(TextLayout.wrapped("Caution: \(caution)")) }
    }
    lines.append(
      TextLayout.wrapped("Every row of both releases: rvubench fees diff \(old) \(new) --format csv"))
    return lines.joined(separator: "\n")
  }

  private func section(_ title: String, _ lines: [String]) -> String { ([title] + lines).joined(separator: "\n") }

  /// How much of a list is shown: ` (20 of 65)`.
  private static func shown(_ count: Int) -> String {
    count > listLimit ? " (\(listLimit) of \(grouped(count)))" : " (\(grouped(count)))"
  }

  private static func grouped(_ number: Int) -> String {
    DecimalText.fixed(Int64(number), scale: 0, decimals: 0, grouping: true)
  }

  private static func hundredths(_ work: WorkRVU?) -> String {
    work.map { DecimalText.fixed($0.millionths, scale: 6, decimals: 2) } ?? "n/a"
  }

  private static func signed(_ value: Int64?, scale: Int, decimals: Int) -> String {
    value.map { ($0 > 0 ? "+" : "") + DecimalText.fixed($0, scale: scale, decimals: decimals) } ?? "n/a"
  }
}
