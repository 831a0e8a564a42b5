import ProductivityModel
import Tabular

/// What is said of records that cannot be understood.
extension LogParser where Records: ~Copyable {
  /// The finding of an id or a name with characters that none has; nil where there is none.
  var flawedText: Finding? {
    for column in Self.textColumns {
      guard
        let flaw = TextFlaw(
          CellText.trimmed(cell(column)), isName: column == .specialty, hasStrayQuote: records.hasStrayQuote)
      else { continue }
      return finding(
        .malformedIdentifier, column, "\(column.rawValue) \(flaw.description.why)", flaw.description.hint)
    }
    return nil
  }

  private static var textColumns: [LogColumn] {
    [.lineID, .clinicianID, .specialty, .patientID, .billingID, .supervisingID, .claimID, .voidOf]
  }

  func impossible(_ text: UnsafeBufferPointer<UInt8>, _ column: LogColumn) -> Finding {
    let isISO = text.count == 10 && text[4] == 0x2D && text[7] == 0x2D
    let hint =
      if !map.dates(of: column).isEmpty {
        "write days as YYYY-MM-DD, or in a form that the column map names"
      } else if isISO {
        "write days as YYYY-MM-DD"
      } else {
        "write days as YYYY-MM-DD, or name their form in a column map, such as dates: [US]"
      }
    return finding(
      .impossibleDate, column, "\(column.rawValue) holds \(CellShape.date.shown(text)), which is not a day", hint)
  }

  func missing(_ column: LogColumn) -> Finding {
    // Sheets that are made for people often name the clinician once for a block of rows.
    let isFillable = column == .clinicianID && map.columns[column].map { !$0.fillsDown && !map.isStandard } ?? false
    return finding(
      .missingValue, column, "\(column.rawValue) is blank",
      "every record needs a \(column.rawValue)"
        + (isFillable
          ? "; if the value stands only on the first row of a block, write fill: down in the column map" : ""))
  }

  func finding(_ problem: Problem, _ column: LogColumn, _ message: String, _ hint: String) -> Finding {
    Finding(
      problem, at: SourcePosition(file: path, line: records.line, column: records.place(of: column)), message,
      hint: hint)
  }
}
