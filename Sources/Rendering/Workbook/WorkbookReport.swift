import ProductivityModel
import Reporting

/// The run's data tables as sheets that people read, filter, chart and extend: `workbook.xlsx` without any pay, and
/// `compensation.xlsx`, which has nothing else.
enum WorkbookReport: String, CaseIterable {
  /// Work, targets, surveys and the quality of the data: no pay at all, whatever the plans.
  case work = "workbook.xlsx"
  /// Pay by name.
  case pay = "compensation.xlsx"

  /// The path in the output folder.
  var path: String { rawValue }

  /// The workbooks of a run.
  ///
  /// - Parameter showsPay: whether the job names a report that shows pay by name.
  static func all(of results: RunResults, showsPay: Bool) -> [WorkbookReport] {
    showsPay && results.compensation != nil ? [.work, .pay] : [.work]
  }

  /// The file's bytes.
  ///
  /// - Parameter version: the program's version.
  /// - Throws: ``WorkbookFailure`` where there is no room to put it together.
  func bytes(of results: RunResults, version: String) throws(WorkbookFailure) -> [UInt8] {
    let title = "\(results.practice), \(DateWording.period(results.period))"
    let file = try WorkbookFile(
      title: "\(self == .work ? "Physician productivity benchmark" : "Physician compensation"): \(title)",
      company: results.practice, comments: "Made by rvubench \(version)", created: results.period.last)
    let sheets = sheets(of: results)
    let charts = self == .work ? ChartsSheet(of: results, sheets: sheets) : nil
    let hasCharts = charts?.hasRows ?? false
    let writer = DataSheetWriter(file: file, title: title, cautions: results.cautions)
    let frame = SheetFrame(file: file, title: title, cautions: results.cautions)
    try SummarySheet(workbook: self, results: results, sheets: sheets, hasCharts: hasCharts, version: version)
      .write(to: file, frame: frame)
    let front = Self.front(sheets)
    for sheet in sheets.prefix(front) { try writer.write(sheet) }
    if let charts, hasCharts { try charts.write(to: file, frame: frame) }
    for sheet in sheets.dropFirst(front) { try writer.write(sheet) }
    try writer.write(ColumnsSheet.sheet(of: sheets))
    return try file.close()
  }

  /// How many sheets of data stand before the charts: those that a month's meeting looks at.
  static func front(_ sheets: [DataSheet]) -> Int {
    let names = ["Clinicians", "Goals", "Months", "Specialties"]
    return sheets.prefix { names.contains($0.name) }.count
  }

  /// The sheets of data, in the order of their tabs; a table without rows has none.
  func sheets(of results: RunResults) -> [DataSheet] {
    let tables = tables(of: results)
    let plans = self == .work ? SheetPlan.work : SheetPlan.pay
    let order = plans.map(\.table)
    let planned = plans.compactMap { plan in tables.first { $0.name == plan.table }.map { (plan, $0) } }
    let others = tables.filter { !order.contains($0.name) }.map { (SheetPlan(unplanned: $0.name), $0) }
    let names = SheetExtensions.names(of: results)
    return (planned + others).compactMap { plan, table in
      guard var sheet = plan.sheet(of: table) else { return nil }
      SheetExtensions.addNames(to: &sheet, names)
      switch table.name {
      case "clinicians":
        SheetExtensions.addReasons(to: &sheet, results)
        if results.goals.isEmpty { SheetExtensions.addTarget(to: &sheet) }
      case "goals": GoalFormulas(sheet, results.goals).follow(in: &sheet)
      default: break
      }
      return sheet
    }
  }

  /// The tables: those of pay have pay in every row, and are in no other workbook.
  private func tables(of results: RunResults) -> [DataTable] {
    switch self {
    case .work: return DataTable.all(of: results, showsPay: false)
    case .pay:
      var own = results
      own.findings = results.findings.filter { $0.problem.owner == .compensation }
      return DataTable.compensationTables(of: results) + [.findings(of: own)]
    }
  }
}
