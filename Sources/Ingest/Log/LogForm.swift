/// The form of a log file.
public enum LogForm: String, CaseIterable, Sendable {
  /// Text with a mark between the fields.
  case delimited
  /// A sheet of an Excel workbook.
  case sheet
  /// Text whose fields stand at the same places in every line.
  case fixedWidth = "fixed-width"
  /// Professional claims in an X12 interchange.
  case claims = "837p"
}
