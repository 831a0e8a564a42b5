import ProductivityModel
import Tabular

/// How a log's own form, headers and values become the standard columns.
public struct ColumnMap: Sendable {
  /// The map's name.
  public var name: String
  /// What it is for, in a line.
  public var title = ""
  /// The public description of the layout that it follows.
  public var source = ""
  /// The form of the file; nil where its content tells.
  public var form: LogForm?
  /// The mark between fields; nil where it is found.
  public var delimiter: UInt8?
  /// The mark around a field; nil where it is found.
  public var quote: TextDialect.Quote?
  /// How a quote stands within a field; nil where it is found.
  public var escape: TextDialect.Escape?
  /// How characters are kept as bytes; nil where it is found.
  public var encoding: TextEncoding?
  /// The name of the sheet; nil for the first that is not hidden.
  public var sheet: String?
  /// Where the fields stand in a text of fixed width.
  public var layout: FixedWidthLayout?
  /// How many rows the header has; their texts are joined by a blank. In a text of fixed width they are passed over.
  public var headerRows = 1
  /// The forms in which days are written.
  public var dates: DateForms = []
  /// Where each standard column that the file has comes from.
  public var columns: [LogColumn: ColumnSource]
  /// A value for every record of a column that the file does not have.
  public var fixed: [LogColumn: String] = [:]
  /// What rows must fulfil to be service lines.
  public var keep: [RowCondition] = []
  /// The first texts of rows that are no records, in small letters; a star at the end stands for anything.
  public var skip: [String] = []
  /// Whether a charge below zero makes a line of positive units a reversal.
  public var reversesByCharge = false
  /// Whether headers that are no standard column are to be told of: in the standard layout they may be slips.
  public var isStandard = false

  /// The standard layout: every column under its own name.
  public static let standard = ColumnMap(
    name: "standard",
    columns: Dictionary(uniqueKeysWithValues: LogColumn.allCases.map { ($0, ColumnSource([$0.rawValue])) }),
    isStandard: true)

  /// The map with the source's own RVUs in a column of the file.
  public func reconciling(_ header: String) -> ColumnMap {
    var map = self
    map.columns[.sourceRVU] = ColumnSource([header])
    map.fixed[.sourceRVU] = nil
    return map
  }

  /// The name of the sheet as names of sheets are compared; empty where there is none.
  public var sheetKey: String { sheet?.trimmed.lowercased() ?? "" }

  /// Whether it finds clinicians by their names, which only a roster has.
  public var findsByName: Bool { columns.values.contains { $0.key == .name } }

  /// The forms of a column's days.
  func dates(of column: LogColumn) -> DateForms { columns[column]?.dates ?? dates }

  /// Whether each column is one of the file's, read as it is: then no record is rewritten.
  var isPlain: Bool {
    columns.values.allSatisfy(\.isPlain) && keep.isEmpty && skip.isEmpty && headerRows == 1
      && !LogColumn.allCases.contains { $0.isRequired && fixed[$0] != nil }
  }
}
