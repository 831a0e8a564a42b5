import CXlsxWriter
import ProductivityModel
import Reporting

/// Writes a sheet of data: a title, what a row is, the run's cautions, then an Excel table.
struct DataSheetWriter {
  /// The row of the table's headings, from 0.
  static let headingRow: UInt32 = 3

  let file: WorkbookFile
  /// What stands over every sheet: the practice and the days counted.
  let title: String
  /// Sentences that every sheet carries.
  let cautions: [String]

  /// Adds the sheet to the workbook.
  func write(_ sheet: DataSheet) throws(WorkbookFailure) {
    let page = try file.addSheet(sheet.name)
    let styles = try sheet.columns.map { column throws(WorkbookFailure) in try self.style(of: column) }
    var widths = sheet.columns.map { SheetWidth.ofHeading($0.heading) }
    // Beside a text of several lines, all stands at the top.
    let isHigh = sheet.columns.contains(where: \.wraps)
    for (index, column) in sheet.columns.enumerated() {
      try write(column, styles[index], isTop: isHigh, at: index, on: page, width: &widths[index])
      try file.check(worksheet_set_column(page, UInt16(index), UInt16(index), widths[index], nil))
    }
    let printed = printed(sheet, widths)
    try SheetFrame(file: file, title: title, cautions: cautions).write(
      sheet.name, about: sheet.about + " The sheet Columns says what each column is.", on: page,
      widths: Array(widths.prefix(printed)))
    let lines = zip(sheet.columns, widths).map { SheetWidth.lines(ofHeading: $0.heading, in: $1) }.max() ?? 1
    try file.check(worksheet_set_row(page, Self.headingRow, SheetWidth.height(lines: lines) + 3, nil))
    try setHeights(sheet, widths, on: page)
    try addTable(sheet, styles, to: page)
    try writeFormulas(sheet, styles, on: page)
    try addBars(sheet, to: page)
    worksheet_freeze_panes(page, Self.headingRow + 1, UInt16(sheet.frozenColumns))
    try file.check(worksheet_repeat_rows(page, 0, Self.headingRow))
    if printed < sheet.columns.count {
      let last = Self.headingRow + UInt32(max(sheet.rowCount, 1))
      try file.check(worksheet_print_area(page, 0, 0, last, UInt16(printed - 1)))
    }
  }

  /// How many columns are printed: as many as can be read on a page.
  private func printed(_ sheet: DataSheet, _ widths: [Double]) -> Int {
    var (count, width) = (0, 0.0)
    while count < widths.count, count < 2 || width + widths[count] <= SheetWidth.mostPrinted {
      width += widths[count]
      count += 1
    }
    return count
  }

  /// Makes rows as high as their broken texts need.
  private func setHeights(
    _ sheet: DataSheet, _ widths: [Double], on page: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookFailure) {
    let wrapped = sheet.columns.indices.filter { sheet.columns[$0].wraps }
    if wrapped.isEmpty { return }
    for row in 0..<sheet.rowCount {
      let lines = wrapped.map { index in
        guard case .data(let values) = sheet.columns[index].content else { return 1 }
        return SheetWidth.lines(values[row].dataText, in: widths[index] - 1)
      }
      let most = lines.max() ?? 1
      if most == 1 { continue }
      try file.check(
        worksheet_set_row(page, Self.headingRow + 1 + UInt32(row), SheetWidth.height(lines: most), nil))
    }
  }

  /// The look of a column, which cells that are empty have too.
  private func style(of column: DataSheet.Column) throws(WorkbookFailure) -> CellStyle {
    switch column.content {
    case .toFill: return .toFill
    case .formula(_, let values):
      let isWords = values.contains { if case .text = $0 { true } else { false } }
      if isWords { return CellStyle(isIndented: true) }
      return CellStyle(number: column.description.unit == "ratio" ? "0.00" : "#,##0.00")
    case .data(let values):
      let first = values.first { if case .notAvailable = $0 { false } else { true } }
      return first.map { CellStyle.of($0, unit: column.description.unit, wraps: column.wraps) } ?? .plain
    }
  }

  private func write(
    _ column: DataSheet.Column, _ style: CellStyle, isTop: Bool, at index: Int,
    on page: UnsafeMutablePointer<lxw_worksheet>, width: inout Double
  ) throws(WorkbookFailure) {
    guard case .data(let values) = column.content else {
      width = max(width, 12)
      guard case .toFill(let count) = column.content else { return }
      let format = try file.format(style)
      for row in 0..<count {
        try file.check(worksheet_write_blank(page, Self.headingRow + 1 + UInt32(row), UInt16(index), format))
      }
      return
    }
    // Most cells of a column look alike.
    var style = CellStyle.plain
    var format = try file.format(style)
    for (row, value) in values.enumerated() {
      if case .notAvailable = value { continue }
      var own = CellStyle.of(value, unit: column.description.unit, wraps: column.wraps)
      if column.isYours { own.fill = CellStyle.toFill.fill }
      own.isTop = isTop
      if own != style { (style, format) = (own, try file.format(own)) }
      let (row, col) = (Self.headingRow + 1 + UInt32(row), UInt16(index))
      if let number = SheetNumber.of(value) {
        try file.check(worksheet_write_number(page, row, col, number, format))
        width = max(width, SheetWidth.ofNumber(value.text))
      } else {
        let text = SheetText.cell(value.dataText)
        if text.isEmpty { continue }
        try file.check(worksheet_write_string(page, row, col, text, format))
        width = max(width, SheetWidth.ofText(text, wraps: column.wraps))
      }
    }
  }

  /// Makes an Excel table of the cells, with filters; a table has at least one row.
  private func addTable(
    _ sheet: DataSheet, _ styles: [CellStyle], to page: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookFailure) {
    let heading = try file.format(.heading)
    let texts = sheet.columns.map { strdup($0.heading) }
    let formulas = sheet.columns.map { column -> UnsafeMutablePointer<CChar>? in
      if case .formula(let formula, _) = column.content { strdup(formula) } else { nil }
    }
    let name = strdup(sheet.tableName)
    defer { (texts + formulas + [name]).forEach { free($0) } }
    var columns: [lxw_table_column] = []
    for index in sheet.columns.indices {
      var column = lxw_table_column()
      column.header = texts[index]
      column.formula = formulas[index]
      column.header_format = heading
      column.format = try file.format(styles[index])
      columns.append(column)
    }
    let last = Self.headingRow + UInt32(max(sheet.rowCount, 1))
    let error = columns.withUnsafeMutableBufferPointer { columns -> lxw_error in
      var pointers = columns.indices.map { columns.baseAddress?.advanced(by: $0) } + [nil]
      return pointers.withUnsafeMutableBufferPointer { pointers in
        var options = lxw_table_options()
        options.name = name
        options.columns = pointers.baseAddress
        options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        options.style_type_number = 1
        return worksheet_add_table(page, Self.headingRow, 0, last, UInt16(sheet.columns.count - 1), &options)
      }
    }
    try file.check(error)
  }

  /// Writes what formulas come to, for programs that read a workbook without calculating it.
  private func writeFormulas(
    _ sheet: DataSheet, _ styles: [CellStyle], on page: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookFailure) {
    for (index, column) in sheet.columns.enumerated() {
      guard case .formula(let formula, let values) = column.content else { continue }
      let format = try file.format(styles[index])
      for (row, value) in values.enumerated() {
        let (row, col) = (Self.headingRow + 1 + UInt32(row), UInt16(index))
        if let number = SheetNumber.of(value) {
          try file.check(worksheet_write_formula_num(page, row, col, formula, format, number))
        } else {
          let text = SheetText.cell(value.dataText)
          try file.check(worksheet_write_formula_str(page, row, col, formula, format, text))
        }
      }
    }
  }

  private func addBars(_ sheet: DataSheet, to page: UnsafeMutablePointer<lxw_worksheet>) throws(WorkbookFailure) {
    guard sheet.rowCount > 1 else { return }
    for (index, column) in sheet.columns.enumerated() where column.hasBars {
      var bar = lxw_conditional_format()
      bar.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
      bar.data_bar_2010 = 1
      bar.bar_solid = 1
      bar.bar_no_border = 1
      bar.bar_color = 0xBDD7EE
      bar.bar_negative_color = 0xF4B183
      bar.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
      if column.description.name.hasSuffix("percentile") || column.description.unit.hasPrefix("0 to 100") {
        bar.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        bar.max_value = 100
      } else if case .data(let values) = column.content, values.contains(where: { ($0.dataNumber ?? 0) < 0 }) {
        bar.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_MINIMUM.rawValue)
      }
      try file.check(
        worksheet_conditional_format_range(
          page, Self.headingRow + 1, UInt16(index), Self.headingRow + UInt32(sheet.rowCount), UInt16(index), &bar))
    }
  }
}
