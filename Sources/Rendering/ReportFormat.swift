/// The forms in which a run's reports are written, by the names of the job's `formats:` key.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// Pages for people, each one self-contained file.
  case html
  /// The same pages to print, and all that show no pay bound in one file.
  case pdf
  /// `workbook.xlsx`: the data tables as sheets of an Excel workbook, with filters, charts and targets to change; and
  /// `compensation.xlsx`, where the job asks for reports on pay.
  case xlsx
  /// Data files for spreadsheets and programs, under `data/`.
  case csv
  /// `report.json`: everything, typed.
  case json
}
