import MedicareFees
import ProductivityModel
import Tabular

/// The figures of a release in our own layout, `rvu.csv`: one row a code and component, only the columns it has.
///
/// Values are written as CMS publishes them: RVUs and shares with two decimals, `+` and `NA` as flags, indicators as their
/// characters. Nothing is written for what is not known.
enum FeeFigures {
  /// The file's name in its release folder.
  static let fileName = "rvu.csv"

  /// Writes rows.
  ///
  /// - Parameter columns: the columns that the release has.
  static func write(_ rows: [FeeRow], columns: [FeeColumn]) -> [UInt8] {
    var writer = DelimitedWriter()
    writer.record(columns.map(\.rawValue))
    for row in rows {
      for column in columns { writer.field(text(row, column)) }
      writer.endRecord()
    }
    return writer.bytes
  }

  /// Reads rows.
  ///
  /// - Parameter path: what messages call the source.
  /// - Throws: ``InputFailure`` at the first cell that cannot be used, or where a column is unknown, twice or missing.
  /// - Complexity: O(bytes), in one pass and without a string a cell.
  static func read(_ source: any ByteSource, path: String) throws(InputFailure) -> [FeeRow] {
    var reader = DelimitedReader(source)
    guard try next(&reader, path) else { throw InputFailure(path, "is empty", hint: remedy) }
    let names = reader.texts()
    var columns: [(field: Int, column: FeeColumn)] = []
    for (field, name) in names.enumerated() {
      guard let column = FeeColumn(rawValue: name) else {
        throw InputFailure(path, line: reader.line, "has the unknown column \(name)", hint: remedy)
      }
      guard !columns.contains(where: { $0.column == column }) else {
        throw InputFailure(path, line: reader.line, "has the column \(name) twice", hint: remedy)
      }
      columns.append((field, column))
    }
    for column in FeeColumn.required where !columns.contains(where: { $0.column == column }) {
      throw InputFailure(path, line: reader.line, "lacks the column \(column.rawValue)", hint: remedy)
    }
    let parser = FeeRowParser(columns: columns)
    var rows: [FeeRow] = []
    rows.reserveCapacity(20_000)
    var endings = FeeRowEndings(columns)
    var plain = reader.plainRecords(fields: names.count)
    while true {
      do {
        try reader.find(&plain)
      } catch {
        throw failure(error, path)
      }
      for record in 0..<plain.count {
        guard let row = endings.row(record, of: plain) else {
          reader.goBack(to: record, of: plain)
          break
        }
        rows.append(row)
      }
      // One that is not plain, or cannot be used, is read by itself.
      guard try next(&reader, path) else { return rows }
      guard reader.problem == nil, reader.fieldCount == names.count else {
        throw InputFailure(
          path, line: reader.line, "has \(reader.fieldCount) fields where the header has \(names.count)", hint: remedy)
      }
      do {
        rows.append(try parser.row(reader))
      } catch {
        throw InputFailure(
          path, line: reader.line, column: reader.column(of: error.field), "\(names[error.field]) \(error.message)",
          hint: remedy)
      }
    }
  }

  /// What to do about a file that is not as the importer writes it.
  static let remedy = "put back the file as it was, or import the release again: rvubench fees import FILE"

  private static func next(_ reader: inout DelimitedReader, _ path: String) throws(InputFailure) -> Bool {
    do {
      return try reader.next()
    } catch {
      throw failure(error, path)
    }
  }

  private static func failure(_ error: any Error, _ path: String) -> InputFailure {
    (error as? InputFailure) ?? InputFailure(path, "cannot be read to its end")
  }

  /// A cell.
  static func text(_ row: FeeRow, _ column: FeeColumn) -> String {
    switch column {
    case .code: row.code.description
    case .modifier: row.component?.description ?? ""
    case .status: row.status?.published ?? ""
    case .notUsedForMedicare: row.isNotUsedForMedicare ? "+" : ""
    case .work: DecimalText.fixed(row.work.millionths, scale: 6, decimals: 2)
    case .nonfacilityPE: row.nonfacilityPE.description
    case .nonfacilityNA: row.nonfacilityIsNA ? "NA" : ""
    case .facilityPE: row.facilityPE.description
    case .facilityNA: row.facilityIsNA ? "NA" : ""
    case .malpractice: row.malpractice.description
    case .component: row.componentIndicator?.published ?? ""
    case .globalPeriod: row.globalPeriod?.published ?? ""
    case .preoperative: share(row.preoperative)
    case .intraoperative: share(row.intraoperative)
    case .postoperative: share(row.postoperative)
    case .multipleProcedure: row.multipleProcedure?.published ?? ""
    case .bilateral: row.bilateral?.published ?? ""
    case .assistant: row.assistant?.published ?? ""
    case .coSurgeon: row.coSurgeon?.published ?? ""
    case .team: row.team?.published ?? ""
    case .pricing: row.pricing?.description ?? ""
    case .endoscopicBase: row.endoscopicBase?.description ?? ""
    case .supervision: row.supervision?.description ?? ""
    case .calculationFlag: row.calculationFlag?.description ?? ""
    case .imagingFamily: row.imagingFamily?.description ?? ""
    case .cappedNonfacilityPE: row.cappedNonfacilityPE?.description ?? ""
    case .cappedFacilityPE: row.cappedFacilityPE?.description ?? ""
    case .cappedMalpractice: row.cappedMalpractice?.description ?? ""
    case .rowSource: row.rowSource?.published ?? ""
    }
  }

  private static func share(_ percent: Int?) -> String {
    percent.map { DecimalText.fixed(Int64($0), scale: 2, decimals: 2) } ?? ""
  }
}
