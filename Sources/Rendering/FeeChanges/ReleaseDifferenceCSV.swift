import MedicareFees
import ProductivityModel
import Tabular

/// Every row of two releases as CSV: what is not there or cannot be compared is left empty.
public struct ReleaseDifferenceCSV {
  private let difference: ReleaseDifference

  /// The table of a difference.
  public init(_ difference: ReleaseDifference) { self.difference = difference }

  /// The file, a header and a record a row.
  public var bytes: [UInt8] {
    var writer = DelimitedWriter()
    var columns = ["code", "modifier", "change", "work_change", "work_difference", "work_percent"]
    for value in RowValue.allCases { columns += ["\(value.rawValue)_old", "\(value.rawValue)_new"] }
    columns += ["indicators_changed", "row_source_old", "row_source_new"]
    writer.record(columns)
    for row in difference.rows { writer.record(cells(row)) }
    return writer.bytes
  }

  private func cells(_ row: RowDifference) -> [String] {
    var cells = [
      row.code.description, row.component?.description ?? "", row.kind.rawValue, row.workChange?.rawValue ?? "",
      row.workChange == nil
        ? "" : row.workDifference.map { DecimalText.fixed($0.millionths, scale: 6, decimals: 2) } ?? "",
      row.workChange == nil ? "" : row.workPercentTenths.map { DecimalText.fixed($0, scale: 1, decimals: 1) } ?? "",
    ]
    for value in RowValue.allCases {
      cells += [row.old, row.new].map { $0.map { value.value(of: $0).description } ?? "" }
    }
    cells += [Self.words(row), row.old?.source ?? "", row.new?.source ?? ""]
    return cells
  }

  /// The changed indicators: `status A>I; global 000>XXX`, none written as `none`.
  private static func words(_ row: RowDifference) -> String {
    guard let old = row.old, let new = row.new else { return "" }
    func text(_ indicator: RowIndicator, _ row: FeeRow) -> String {
      let text = indicator.text(of: row) ?? ""
      return text.isEmpty ? "none" : text
    }
    return row.changedIndicators.map { "\($0.rawValue) \(text($0, old))>\(text($0, new))" }.joined(separator: "; ")
  }
}
