import MedicareFees
import ProductivityModel
import Tabular

/// Turns a record of a fee schedule file into a row, whatever the order of its columns.
///
/// All layouts publish a cell in the same way, so there is one reading of each column. A cell outside its column's closed
/// list makes the row unusable: nothing is guessed.
struct FeeRowParser {
  /// A cell that cannot be used.
  struct BadCell: Error {
    /// Its 0-based field in the record.
    var field: Int
    /// What is wrong with it, in a phrase that follows the column's name.
    var message: String
  }

  /// Each column that is read, with its 0-based field.
  let columns: [(field: Int, column: FeeColumn)]

  /// Reads the row at which the reader stands.
  ///
  /// - Precondition: the record has all the fields that `columns` names.
  func row<Reader: RecordReader & ~Copyable>(_ record: borrowing Reader) throws(BadCell) -> FeeRow {
    // Every row names its code, so this first value never stays.
    var row = FeeRow(code: ProcedureCode.unread)
    for (field, column) in columns {
      let cell = Self.trimmed(record.field(field))
      let message =
        if record.isNumber(field), let width = column.width, cell.count < width {
          // A spreadsheet keeps 00100 as the number 100.
          ([UInt8](repeating: 0x30, count: width - cell.count) + cell).withUnsafeBufferPointer {
            Self.read($0, column, into: &row)
          }
        } else {
          Self.read(cell, column, into: &row)
        }
      if let message { throw BadCell(field: field, message: message) }
    }
    return row
  }

  /// A cell without the blanks around it.
  static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = cell.count
    while start < end, cell[start] <= 0x20 { start += 1 }
    while end > start, cell[end - 1] <= 0x20 { end -= 1 }
    return UnsafeBufferPointer(rebasing: cell[start..<end])
  }

  /// Puts a cell into the row; returns what is wrong with it, if anything.
  static func read(_ cell: UnsafeBufferPointer<UInt8>, _ column: FeeColumn, into row: inout FeeRow) -> String? {
    switch column {
    case .code:
      guard let code = ProcedureCode(cell) else { return "is not a procedure code of five characters" }
      row.code = code
      return nil
    case .modifier: return modifier(cell, &row.component)
    case .status: return indicator(cell, &row.status, "a status letter")
    case .notUsedForMedicare: return flag(cell, "+", &row.isNotUsedForMedicare)
    case .nonfacilityNA: return flag(cell, "NA", &row.nonfacilityIsNA)
    case .facilityNA: return flag(cell, "NA", &row.facilityIsNA)
    case .work:
      guard let hundredths = value(cell) else { return notAValue }
      row.work = WorkRVU(hundredths: Int64(hundredths))
      return nil
    case .nonfacilityPE: return rvu(cell, &row.nonfacilityPE)
    case .facilityPE: return rvu(cell, &row.facilityPE)
    case .malpractice: return rvu(cell, &row.malpractice)
    case .cappedNonfacilityPE: return rvu(cell, &row.cappedNonfacilityPE)
    case .cappedFacilityPE: return rvu(cell, &row.cappedFacilityPE)
    case .cappedMalpractice: return rvu(cell, &row.cappedMalpractice)
    case .preoperative: return share(cell, &row.preoperative)
    case .intraoperative: return share(cell, &row.intraoperative)
    case .postoperative: return share(cell, &row.postoperative)
    case .component: return indicator(cell, &row.componentIndicator, "a PC/TC indicator")
    case .globalPeriod: return indicator(cell, &row.globalPeriod, "a global period")
    case .multipleProcedure: return indicator(cell, &row.multipleProcedure, "a multiple-procedure indicator")
    case .bilateral: return indicator(cell, &row.bilateral, "a bilateral indicator")
    case .assistant: return indicator(cell, &row.assistant, "an assistant indicator")
    case .coSurgeon: return indicator(cell, &row.coSurgeon, "a co-surgeon indicator")
    case .team: return indicator(cell, &row.team, "a team indicator")
    case .rowSource: return indicator(cell, &row.rowSource, "a known source of a row")
    case .pricing: return mark(cell, &row.pricing)
    case .supervision: return mark(cell, &row.supervision)
    case .calculationFlag: return mark(cell, &row.calculationFlag)
    case .imagingFamily: return mark(cell, &row.imagingFamily)
    case .endoscopicBase:
      if cell.isEmpty { return nil }
      guard let base = ProcedureCode(cell) else { return "is not a procedure code of five characters" }
      row.endoscopicBase = base
      return nil
    }
  }

  private static let notAValue = "is not a number of RVUs with two decimals"

  private static func modifier(_ cell: UnsafeBufferPointer<UInt8>, _ target: inout Modifier?) -> String? {
    if cell.isEmpty { return nil }
    guard cell.count == 2, let modifier = Modifier(cell[0], cell[1]), CodeRows.Component(modifier) != nil else {
      return "is not 26, TC, 53 or empty"
    }
    target = modifier
    return nil
  }

  private static func flag(_ cell: UnsafeBufferPointer<UInt8>, _ sign: StaticString, _ target: inout Bool) -> String? {
    if cell.isEmpty { return nil }
    guard sign.withUTF8Buffer({ $0.elementsEqual(cell) }) else { return "is neither \(sign) nor empty" }
    target = true
    return nil
  }

  private static func indicator<Indicator: PublishedIndicator>(
    _ cell: UnsafeBufferPointer<UInt8>, _ target: inout Indicator?, _ name: StaticString
  ) -> String? {
    if cell.isEmpty { return nil }
    guard let value = Indicator(published: cell) else { return "is not \(name)" }
    target = value
    return nil
  }

  private static func mark(_ cell: UnsafeBufferPointer<UInt8>, _ target: inout PublishedMark?) -> String? {
    if cell.isEmpty { return nil }
    guard let mark = PublishedMark(cell) else { return "is not one to three letters or digits" }
    target = mark
    return nil
  }

  private static func rvu(_ cell: UnsafeBufferPointer<UInt8>, _ target: inout RVU) -> String? {
    guard let hundredths = value(cell) else { return notAValue }
    target = RVU(hundredths: hundredths)
    return nil
  }

  private static func rvu(_ cell: UnsafeBufferPointer<UInt8>, _ target: inout RVU?) -> String? {
    if cell.isEmpty { return nil }
    guard let hundredths = value(cell) else { return notAValue }
    target = RVU(hundredths: hundredths)
    return nil
  }

  private static func share(_ cell: UnsafeBufferPointer<UInt8>, _ target: inout Int?) -> String? {
    if cell.isEmpty { return nil }
    guard let percent = value(cell), percent <= 100 else { return "is not a share from 0.00 to 1.00" }
    target = Int(percent)
    return nil
  }

  /// A value in hundredths, from 0 to 9,999.99.
  private static func value(_ cell: UnsafeBufferPointer<UInt8>) -> Int32? {
    // `17.15`, the form of nearly every cell.
    if cell.count >= 4, cell.count <= 7, cell[cell.count - 3] == 0x2E {
      return DecimalText.brief(cell, scale: 2).map { Int32($0) }
    }
    guard let value = PublishedDecimal.parse(cell, scale: 2), value >= 0, value <= 999_999 else { return nil }
    return Int32(value)
  }
}

extension ProcedureCode {
  /// A place holder for a row whose code has not been read yet.
  static let unread: ProcedureCode = {
    guard let code = ProcedureCode("00000") else { preconditionFailure("five digits are a code") }
    return code
  }()
}
