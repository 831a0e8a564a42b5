import CXlsxWriter
import ProductivityModel
import Reporting

/// The first sheet: the key figures, whose figures these are, what they stand on, and what each sheet has.
struct SummarySheet {
  static let name = "Summary"
  private static let widths = [30.0, 18, 92]

  let workbook: WorkbookReport
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
    let link = try file.format(CellStyle(isBold: true, color: 0x0563C1, isTop: true))
    for (column, width) in Self.widths.enumerated() {
      try file.check(worksheet_set_column(page, UInt16(column), UInt16(column), width, nil))
    }
    var row: UInt32 = 4
    try heading("Key figures", &row, page, file)
    for figure in SummaryFigures(workbook: workbook, results: results).all {
      try file.check(worksheet_write_string(page, row, 0, figure.label, label))
      try write(figure.value, row, page, file)
      try write(figure.detail, row, page, file)
      row += 1
    }
    row += 1
    try heading("This workbook", &row, page, file)
    for (name, text) in facts {
      try file.check(worksheet_write_string(page, row, 0, name, label))
      try write(text, row, page, file, isWide: true)
      row += 1
    }
    row += 1
    try heading("Sheets", &row, page, file)
    for (name, rows, text) in contents {
      try file.check(worksheet_write_url(page, row, 0, "internal:'\(name)'!A1", link))
      try file.check(worksheet_write_string(page, row, 0, name, link))
      if let rows { try write(.integer(rows), row, page, file) }
      try write(text, row, page, file)
      row += 1
    }
    row += 1
    try heading("What the figures stand on", &row, page, file)
    for sentence in RunFooting.sentences(of: results) {
      try write(sentence, row, page, file, isWide: true)
      row += 1
    }
    worksheet_activate(page)
  }

  private func heading(
    _ text: String, _ row: inout UInt32, _ page: UnsafeMutablePointer<lxw_worksheet>, _ file: WorkbookFile
  ) throws(WorkbookFailure) {
    let large = try file.format(CellStyle(isBold: true, size: 12, color: 0x1F4E79))
    try file.check(worksheet_write_string(page, row, 0, text, large))
    row += 1
  }

  /// Writes a number into the second column, or why there is none.
  private func write(
    _ value: CellValue, _ row: UInt32, _ page: UnsafeMutablePointer<lxw_worksheet>, _ file: WorkbookFile
  ) throws(WorkbookFailure) {
    var style = CellStyle.of(value, unit: "", wraps: false)
    style.isTop = true
    let format = try file.format(style)
    if let number = SheetNumber.of(value) {
      try file.check(worksheet_write_number(page, row, 1, number, format))
    } else {
      try file.check(worksheet_write_string(page, row, 1, SheetText.cell(value.text), format))
    }
  }

  /// Writes words into the third column, or over the last two, and makes the row as high as they need.
  private func write(
    _ text: String, _ row: UInt32, _ page: UnsafeMutablePointer<lxw_worksheet>, _ file: WorkbookFile,
    isWide: Bool = false
  ) throws(WorkbookFailure) {
    let format = try file.format(CellStyle(wraps: true, isIndented: !isWide, isTop: true))
    let text = SheetText.cell(text)
    if isWide {
      try file.check(worksheet_merge_range(page, row, 1, row, 2, text, format))
    } else {
      try file.check(worksheet_write_string(page, row, 2, text, format))
    }
    let lines = SheetWidth.lines(text, in: (isWide ? Self.widths[1] : 0) + Self.widths[2] - 2)
    if lines > 1 { try file.check(worksheet_set_row(page, row, SheetWidth.height(lines: lines), nil)) }
  }

  private var facts: [(String, String)] {
    var facts = [("Practice", results.practice), ("Days counted", DateWording.period(results.period))]
    if workbook == .pay {
      facts.append(
        ("Pay by name", "This workbook shows what people are paid. \(WorkbookReport.work.path) has no pay at all.")
      )
    } else {
      facts.append(
        (
          "Pay",
          "None is in this workbook. Where the job asks for reports on pay, it is in \(WorkbookReport.pay.path), a file of its own."
        ))
      facts.append(
        (
          "Small groups",
          "A standing among peers is shown only where there are at least \(results.minimumPeers) others; elsewhere cells are empty."
        ))
      facts.append(("Cells to fill", toFill))
    }
    facts.append(
      (
        "Printing",
        "Each sheet is a page wide, with its headings on every page. The first columns are printed, as many as can be read; clear the print area for all."
      ))
    facts.append(("Made by", "rvubench \(version)"))
    return facts
  }

  private var toFill: String {
    let place =
      results.goals.isEmpty
      ? "the column \"Target wRVUs (yours to fill)\" on the sheet Clinicians"
      : "the column \"\(GoalFormulas.target)\" on the sheet Goals"
    return
      "Cells on a yellow ground are yours: \(place), and the columns beside it follow. No other cell has a formula\(hasCharts ? ", but the sums by month on the sheet Charts" : "")."
  }

  private var contents: [(String, Int?, String)] {
    let front = WorkbookReport.front(sheets)
    let data = sheets.map { ($0.name, Optional($0.rowCount), $0.about) }
    let charts: [(String, Int?, String)] =
      hasCharts
      ? [(ChartsSheet.name, nil, "The practice by month, and each clinician beside the survey's median.")] : []
    return data.prefix(front) + charts + data.dropFirst(front)
      + [(ColumnsSheet.name, nil, "What every column of every sheet is: its unit, its meaning, its data file.")]
  }
}
