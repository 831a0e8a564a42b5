import CXlsxWriter
import Reporting

/// The first sheet: whose figures these are, what they stand on, and what each sheet has.
struct SummarySheet {
  static let name = "Summary"
  private static let widths = [24.0, 110]

  let results: RunResults
  let sheets: [DataSheet]
  let hasCharts: Bool
  let version: String

  /// Adds the sheet to the workbook.
  func write(to file: WorkbookFile, frame: SheetFrame) throws(WorkbookFailure) {
    let page = try file.addSheet(Self.name)
    try frame.write(
      Self.name, about: "Every number is that of the data files, which have it at full precision.", on: page,
      widths: Self.widths)
    let label = try file.format(CellStyle(isBold: true, isTop: true))
    let words = try file.format(CellStyle(wraps: true, isTop: true))
    let large = try file.format(CellStyle(isBold: true, size: 12, color: 0x1F4E79))
    let link = try file.format(CellStyle(isBold: true, color: 0x0563C1, isTop: true))
    for (column, width) in Self.widths.enumerated() {
      try file.check(worksheet_set_column(page, UInt16(column), UInt16(column), width, nil))
    }
    var row: UInt32 = 4
    for (name, text) in facts {
      try file.check(worksheet_write_string(page, row, 0, name, label))
      try write(text, words, row, page, file)
      row += 1
    }
    row += 1
    try file.check(worksheet_write_string(page, row, 0, "Sheets", large))
    row += 1
    for (name, text) in contents {
      try file.check(worksheet_write_url(page, row, 0, "internal:'\(name)'!A1", link))
      try file.check(worksheet_write_string(page, row, 0, name, link))
      try write(text, words, row, page, file)
      row += 1
    }
    row += 1
    try file.check(worksheet_write_string(page, row, 0, "What the figures stand on", large))
    row += 1
    for sentence in RunFooting.sentences(of: results) {
      try write(sentence, words, row, page, file)
      row += 1
    }
    worksheet_activate(page)
  }

  /// Writes words into the second column, and makes the row as high as they need.
  private func write(
    _ text: String, _ format: UnsafeMutablePointer<lxw_format>, _ row: UInt32,
    _ page: UnsafeMutablePointer<lxw_worksheet>, _ file: WorkbookFile
  ) throws(WorkbookFailure) {
    let text = SheetText.cell(text)
    try file.check(worksheet_write_string(page, row, 1, text, format))
    let lines = SheetWidth.lines(text, in: Self.widths[1] - 2)
    if lines > 1 { try file.check(worksheet_set_row(page, row, SheetWidth.height(lines: lines), nil)) }
  }

  private var facts: [(String, String)] {
    return [
      ("Practice", results.practice), ("Days counted", DateWording.period(results.period)),
      ("Clinicians", String(Set(results.clinicians.map(\.id)).count)),
      (
        "Data quality",
        "\(results.findingCounts.sentence) Read the sheet Findings before the figures."
      ),
      (
        "Small groups",
        "A standing among peers is shown only where there are at least \(results.minimumPeers) others; elsewhere cells are empty."
      ),
      (
        "Cells to fill",
        "Cells on a yellow ground are yours: fill in or change a target, and the columns beside it follow. No other cell has a formula, "
          + "but the sums by month on the sheet Charts."
      ),
      (
        "Printing",
        "The first columns of each sheet are printed, as many as can be read on a page; clear the print area for all."
      ), ("Made by", "rvubench \(version)"),
    ].filter { $0.0 != "Data quality" || sheets.contains { $0.name == "Findings" } }
  }

  private var contents: [(String, String)] {
    sheets.map { ($0.name, $0.about) }
      + (hasCharts ? [(ChartsSheet.name, "Clinicians beside their survey's median, and the months.")] : [])
      + [(ColumnsSheet.name, "What every column of every sheet is: its unit, its meaning, its data file.")]
  }
}
