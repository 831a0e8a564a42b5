import Reporting

/// `workbook.xlsx`: the run's data tables as sheets that people read, filter, chart and extend.
enum WorkbookReport {
  /// The path in the output folder.
  static let path = "workbook.xlsx"

  /// The file's bytes.
  ///
  /// - Parameters:
  ///   - showsPay: whether the sheets are there that show pay by name.
  ///   - version: the program's version.
  /// - Throws: ``WorkbookFailure`` where there is no room to put it together.
  static func bytes(of results: RunResults, showsPay: Bool, version: String) throws(WorkbookFailure) -> [UInt8] {
    let title = "\(results.practice), \(DateWording.period(results.period))"
    let file = try WorkbookFile(
      title: "Physician productivity benchmark: \(title)", company: results.practice,
      comments: "Made by rvubench \(version)", created: results.period.last)
    let sheets = sheets(of: results, showsPay: showsPay)
    let charts = ChartsSheet(of: results, sheets: sheets)
    let writer = DataSheetWriter(file: file, title: title, cautions: results.cautions)
    let frame = SheetFrame(file: file, title: title, cautions: results.cautions)
    try SummarySheet(results: results, sheets: sheets, hasCharts: charts.hasRows, version: version)
      .write(to: file, frame: frame)
    for sheet in sheets { try writer.write(sheet) }
    if charts.hasRows { try charts.write(to: file, frame: frame) }
    try writer.write(ColumnsSheet.sheet(of: sheets))
    return try file.close()
  }

  /// The sheets of data, in the order of their tabs; a table without rows has none.
  static func sheets(of results: RunResults, showsPay: Bool) -> [DataSheet] {
    let tables = DataTable.all(of: results, showsPay: showsPay)
    let order = SheetPlan.all.map(\.table)
    let planned = SheetPlan.all.compactMap { plan in
      tables.first { $0.name == plan.table }.map { (plan, $0) }
    }
    let others = tables.filter { !order.contains($0.name) }.map { (SheetPlan(unplanned: $0.name), $0) }
    return (planned + others).filter { !$0.1.rows.isEmpty }.map { plan, table in
      var sheet = plan.sheet(of: table)
      switch table.name {
      case "clinicians": SheetExtensions.addTarget(to: &sheet, results)
      case "goals": SheetExtensions.followTarget(in: &sheet)
      default: break
      }
      return sheet
    }
  }
}
