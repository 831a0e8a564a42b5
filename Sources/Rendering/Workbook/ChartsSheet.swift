import CXlsxWriter
import ProductivityModel
import Reporting

/// The sheet of charts, with the rows that they draw: sorting another sheet does not move them.
struct ChartsSheet {
  static let name = "Charts"
  /// The row of the headings, from 0.
  private static let headingRow: UInt32 = 4
  /// The column where charts begin.
  private static let chartColumn: UInt16 = 5
  /// The colours of what is measured and what it is compared with.
  private static let (own, other): (UInt32, UInt32) = (0x1F4E79, 0xC8A24A)

  /// A clinician with an annualised figure.
  private struct Bar {
    var specialty: String
    var name: String
    var figure: CellValue
    var median: CellValue
  }

  private let months: [YearMonth]
  private let monthly: [(pay: WorkRVU, benchmark: WorkRVU)]
  private let bars: [[Bar]]
  private let monthsSheet: DataSheet?

  /// The charts of a run.
  init(of results: RunResults, sheets: [DataSheet]) {
    monthsSheet = sheets.first { $0.file == "data/months.csv" }
    months = monthsSheet == nil ? [] : results.months
    monthly = months.indices.map { index in
      results.clinicians.reduce((WorkRVU.zero, WorkRVU.zero)) { sum, clinician in
        guard index < clinician.monthly.count else { return sum }
        return (sum.0 + clinician.monthly[index].pay, sum.1 + clinician.monthly[index].benchmark)
      }
    }
    var bySpecialty: [[Bar]] = []
    for clinician in results.clinicians {
      guard let figure = clinician.annualizedPerFTE else { continue }
      let bar = Bar(
        specialty: StandingWording.specialty(clinician.specialty), name: clinician.name, figure: .workRVURate(figure),
        median: .of(
          clinician.surveyRow?.medianMillionths, { .surveyValue(WorkRVU(millionths: $0)) }, otherwise: "no survey row"))
      if bySpecialty.last?.first?.specialty == bar.specialty {
        bySpecialty[bySpecialty.count - 1].append(bar)
      } else {
        bySpecialty.append([bar])
      }
    }
    bars = bySpecialty
  }

  /// Whether there is anything to draw.
  var hasRows: Bool { !months.isEmpty || !bars.isEmpty }

  /// Adds the sheet to the workbook.
  func write(to file: WorkbookFile, frame: SheetFrame) throws(WorkbookFailure) {
    let page = try file.addSheet(Self.name)
    let widths = [26.0, 30, 16, 16]
    try frame.write(
      Self.name, about: "The rows on the left are drawn on the right: sums by month, then wRVUs per FTE a year.",
      on: page, widths: widths)
    for (column, width) in (widths + [3]).enumerated() {
      try file.check(worksheet_set_column(page, UInt16(column), UInt16(column), width, nil))
    }
    var place: UInt32 = Self.headingRow
    var row = Self.headingRow
    if !months.isEmpty {
      row = try writeMonths(file, page)
      place += try addMonthsChart(file, page, at: place)
      row += 1
    }
    try headings(["Specialty", "Clinician", "wRVUs per FTE a year", "Survey median"], file, page, row: row)
    row += 1
    for group in bars {
      let first = row
      for bar in group {
        try file.check(worksheet_write_string(page, row, 0, SheetText.cell(bar.specialty), nil))
        try file.check(worksheet_write_string(page, row, 1, SheetText.cell(bar.name), nil))
        for (column, value) in [(UInt16(2), bar.figure), (3, bar.median)] {
          guard let number = SheetNumber.of(value) else { continue }
          let format = try file.format(.of(value, unit: "", wraps: false))
          try file.check(worksheet_write_number(page, row, column, number, format))
        }
        row += 1
      }
      place += try addBarChart(file, page, rows: first...(row - 1), group, at: place)
    }
  }

  private func headings(
    _ texts: [String], _ file: WorkbookFile, _ page: UnsafeMutablePointer<lxw_worksheet>, row: UInt32
  ) throws(WorkbookFailure) {
    let format = try file.format(.heading)
    try file.check(worksheet_set_row(page, row, SheetWidth.height(lines: 2) + 3, nil))
    for (column, text) in texts.enumerated() {
      try file.check(worksheet_write_string(page, row, UInt16(column), text, format))
    }
  }

  /// Writes the sums by month, as formulas over the sheet of months.
  ///
  /// - Returns: the row behind them.
  private func writeMonths(
    _ file: WorkbookFile, _ page: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookFailure) -> UInt32 {
    try headings(["Month", "", "Pay wRVUs", "Benchmark wRVUs"], file, page, row: Self.headingRow)
    guard let sheet = monthsSheet else { return Self.headingRow + 1 }
    let number = try file.format(.of(.workRVU(.zero), unit: "", wraps: false))
    var row = Self.headingRow + 1
    for (month, sums) in zip(months, monthly) {
      let format = try file.format(.of(.month(month), unit: "", wraps: false))
      try file.check(worksheet_write_number(page, row, 0, SheetNumber.of(.month(month)) ?? 0, format))
      for (column, name, sum) in [(UInt16(2), "work_rvu_pay", sums.pay), (3, "work_rvu_benchmark", sums.benchmark)] {
        let formula =
          "=SUMIFS(\(sheet.tableName)[\(sheet.heading(name))],\(sheet.tableName)[\(sheet.heading("month"))],A\(row + 1))"
        try file.check(
          worksheet_write_formula_num(page, row, column, formula, number, CellValue.workRVU(sum).dataNumber ?? 0))
      }
      row += 1
    }
    return row
  }

  /// - Returns: how many rows the chart takes.
  private func addMonthsChart(
    _ file: WorkbookFile, _ page: UnsafeMutablePointer<lxw_worksheet>, at row: UInt32
  ) throws(WorkbookFailure) -> UInt32 {
    let chart = try file.addChart(LXW_CHART_LINE)
    let rows = (Self.headingRow + 1)...(Self.headingRow + UInt32(months.count))
    for (column, color, name) in [(UInt16(2), Self.own, "Pay wRVUs"), (3, Self.other, "Benchmark wRVUs")] {
      let series = addSeries(to: chart, categories: 0, values: column, rows: rows)
      chart_series_set_name(series, name)
      var line = lxw_chart_line()
      line.color = color
      line.width = 2.25
      if column == 3 { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
      chart_series_set_line(series, &line)
    }
    chart_title_set_name(chart, "The practice by month, wRVUs")
    chart_axis_set_num_format(chart.pointee.x_axis, "yyyy-mm")
    return try finish(chart, scale: chart.pointee.y_axis, on: page, at: row, height: 300, file)
  }

  private func addBarChart(
    _ file: WorkbookFile, _ page: UnsafeMutablePointer<lxw_worksheet>, rows: ClosedRange<UInt32>, _ group: [Bar],
    at row: UInt32
  ) throws(WorkbookFailure) -> UInt32 {
    let chart = try file.addChart(LXW_CHART_BAR)
    let hasMedian = group.contains { SheetNumber.of($0.median) != nil }
    for (column, color, name) in [(UInt16(2), Self.own, "wRVUs per FTE a year"), (3, Self.other, "Survey median")]
    where column == 2 || hasMedian {
      let series = addSeries(to: chart, categories: 1, values: column, rows: rows)
      chart_series_set_name(series, name)
      var fill = lxw_chart_fill()
      fill.color = color
      chart_series_set_fill(series, &fill)
    }
    chart_title_set_name(chart, SheetText.property(group.first?.specialty ?? ""))
    // The first on top, and the scale below all the same. In bars the library's y axis has the names.
    chart_axis_set_reverse(chart.pointee.y_axis)
    chart_axis_set_crossing_max(chart.pointee.y_axis)
    chart_axis_set_num_format(chart.pointee.y_axis, "#,##0")
    chart_axis_set_min(chart.pointee.x_axis, 0)
    chart_axis_set_num_format(chart.pointee.x_axis, "#,##0")
    chart_set_series_gap(chart, 50)
    return try finish(
      chart, scale: chart.pointee.x_axis, on: page, at: row, height: min(140 + 30 * group.count, 1_800), file)
  }

  private func addSeries(
    to chart: UnsafeMutablePointer<lxw_chart>, categories: UInt16, values: UInt16, rows: ClosedRange<UInt32>
  ) -> UnsafeMutablePointer<lxw_chart_series>? {
    let series = chart_add_series(chart, nil, nil)
    chart_series_set_categories(series, Self.name, rows.lowerBound, categories, rows.upperBound, categories)
    chart_series_set_values(series, Self.name, rows.lowerBound, values, rows.upperBound, values)
    return series
  }

  /// Puts the chart in its place.
  ///
  /// - Parameter scale: the axis of the quantity.
  private func finish(
    _ chart: UnsafeMutablePointer<lxw_chart>, scale: UnsafeMutablePointer<lxw_chart_axis>?,
    on page: UnsafeMutablePointer<lxw_worksheet>, at row: UInt32,
    height: Int, _ file: WorkbookFile
  ) throws(WorkbookFailure) -> UInt32 {
    var grid = lxw_chart_line()
    grid.color = 0xD9D9D9
    chart_axis_major_gridlines_set_line(scale, &grid)
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    var options = lxw_chart_options()
    // The library's charts are 480 x 288 pixels.
    options.x_scale = 760.0 / 480
    options.y_scale = Double(height) / 288
    options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
    try file.check(worksheet_insert_chart_opt(page, row, Self.chartColumn, chart, &options))
    return UInt32(height / 20 + 2)
  }
}
