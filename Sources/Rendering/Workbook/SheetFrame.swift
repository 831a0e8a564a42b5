import CXlsxWriter

/// What all sheets have alike: the title, the cautions, and how they are printed.
struct SheetFrame {
  /// The row of the cautions, from 0.
  private static let cautionRow: UInt32 = 2

  let file: WorkbookFile
  /// The practice and the days counted.
  let title: String
  /// Sentences that every sheet carries.
  let cautions: [String]

  /// Writes the first rows of a sheet, and sets it up for printing.
  ///
  /// - Parameter widths: of the columns that are printed, from the first, in characters; two at least.
  func write(
    _ name: String, about: String, on page: UnsafeMutablePointer<lxw_worksheet>, widths: [Double]
  ) throws(WorkbookFailure) {
    let large = try file.format(CellStyle(isBold: true, size: 14, color: 0x1F4E79))
    let small = try file.format(CellStyle(size: 10, color: 0x404040))
    try file.check(worksheet_write_string(page, 0, 0, SheetText.cell("\(name) - \(title)"), large))
    try file.check(worksheet_write_string(page, 1, 0, SheetText.cell(about), small))
    if !cautions.isEmpty {
      let text = SheetText.cell(cautions.joined(separator: " "))
      let warning = try file.format(CellStyle(isBold: true, size: 10, color: 0x7F3F00, wraps: true, isTop: true))
      let lines = SheetWidth.lines(text, in: widths.reduce(0, +))
      try file.check(
        worksheet_merge_range(page, Self.cautionRow, 0, Self.cautionRow, UInt16(widths.count - 1), text, warning))
      try file.check(worksheet_set_row(page, Self.cautionRow, SheetWidth.height(lines: lines, size: 10), nil))
    }
    worksheet_set_landscape(page)
    worksheet_fit_to_pages(page, 1, 0)
    worksheet_set_margins(page, 0.4, 0.4, 0.6, 0.6)
    worksheet_gridlines(page, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    try file.check(
      worksheet_set_footer(page, "&L&8\(SheetText.margin(title))&C&8&A&R&8Page &P of &N"))
  }
}
