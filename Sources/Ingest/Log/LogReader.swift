import ProductivityModel
import Tabular

/// Reads a procedure log a record at a time into packed service lines; what cannot be understood is rejected with a
/// finding and never stops the lines after it.
public struct LogReader: ~Copyable {
  /// What became of the record that was read.
  public enum Outcome {
    /// A line, in ``line``; where it names a line that it voids, that is ``voidTarget``.
    case line
    /// The record cannot be understood; the finding says why.
    case rejected(Finding)
    /// There are no more records.
    case end
  }

  /// The line that was read last.
  public private(set) var line: ServiceLine
  /// The id of the line that the last line voids.
  public private(set) var voidTarget = LineID.none
  /// What the header gives reason to say.
  public private(set) var headerFindings: [Finding] = []

  private var reader: DelimitedReader
  private let path: String
  private let fieldCount: Int
  private let columns: LogColumns
  private let identifierForms: IdentifierForms?
  /// The columns that the log has and whose cells are in a line's ``ServiceLine/extra`` only, with their fields.
  private let extraColumns: [(seed: UInt64, index: Int)]
  /// Whether the log has any column of a line's details that is kept.
  private let hasDetails: Bool
  private let needs: LogNeeds
  private var capitals = [UInt8](repeating: 0, count: 64)

  /// Opens a log and reads its header.
  ///
  /// - Parameters:
  ///   - source: the bytes.
  ///   - path: the file's name in messages.
  ///   - file: the file's number in the run.
  ///   - map: how its headers become the standard columns.
  ///   - identifierForms: the forms that clinician ids may have; nil accepts any.
  ///   - needs: the columns that are kept beyond those that every run keeps.
  /// - Throws: ``InputFailure`` where there is no header or a required column is missing.
  public init(
    _ source: any ByteSource, path: String, file: Int, map: ColumnMap, identifierForms: IdentifierForms?,
    needs: LogNeeds = []
  ) throws {
    self.needs = needs
    self.path = path
    self.identifierForms = identifierForms
    reader = DelimitedReader(source)
    guard try reader.next() else { throw InputFailure(path, "is empty", hint: "a log starts with a line of headers") }
    if let failure = HeaderShape.failure(reader, file: path) { throw failure }
    let header = reader.texts()
    columns = try LogColumns.resolve(
      header, map: map, position: SourcePosition(file: path, line: reader.line), findings: &headerFindings)
    fieldCount = header.count
    var extraColumns: [(seed: UInt64, index: Int)] = []
    for (number, column) in Self.unkeptColumns.enumerated() where columns[column] >= 0 {
      extraColumns.append((UInt64(number + 11), columns[column]))
    }
    self.extraColumns = extraColumns
    var hasDetails = false
    for column in Self.detailColumns(needs) where columns[column] >= 0 || !columns.fixed(column).isEmpty {
      hasDetails = true
    }
    self.hasDetails = hasDetails
    line = ServiceLine(
      lineID: .none, patient: 0, charge: 0, units: 0, line: 0, serviceDay: 0, clinician: 0, code: 0, modifiers: 0,
      specialty: -1, file: UInt16(file), place: 0, voids: 0)
  }

  /// Reads the next record.
  ///
  /// - Throws: ``InputFailure`` where the file cannot be read on.
  public mutating func next(_ dictionaries: inout RunDictionaries) throws -> Outcome {
    guard try nextRecord() else { return .end }
    if let problem = reader.problem { return .rejected(formFinding(problem)) }
    if reader.fieldCount != fieldCount {
      return .rejected(
        Finding(
          .raggedRow, at: SourcePosition(file: path, line: reader.line),
          "the record has \(reader.fieldCount) fields and the header \(fieldCount)",
          hint: "look for a comma or line break inside a value that is not in quotes"))
    }
    if let finding = readCells(&dictionaries) { return .rejected(finding) }
    line.line = UInt32(truncatingIfNeeded: reader.line)
    return .line
  }

  /// Moves to the next record that is not blank: a line with nothing but blanks is passed over as an empty one is.
  private mutating func nextRecord() throws -> Bool {
    while try reader.next() {
      let isBlank =
        reader.fieldCount == 1 && fieldCount > 1 && reader.problem == nil && trimmed(reader.field(0)).isEmpty
      if !isBlank { return true }
    }
    return false
  }

  private func formFinding(_ problem: DelimitedReader.RecordProblem) -> Finding {
    let position = SourcePosition(file: path, line: reader.line)
    switch problem {
    case .unclosedQuote:
      return Finding(
        .unclosedQuote, at: position, "a quote is opened in this record and never closed",
        hint: "close the quote, or double it where it belongs to the text")
    case .textAfterQuote:
      return Finding(
        .unclosedQuote, at: position, "there is text after a closing quote",
        hint: "double a quote inside a quoted value")
    case .tooLong:
      return Finding(
        .raggedRow, at: position, "the record is longer than \(DelimitedReader.recordLimit >> 20) MB",
        hint: "check that the file is a comma-separated text")
    }
  }

  /// Reads the cells into ``line``; returns why it cannot be understood, if it cannot.
  private mutating func readCells(_ dictionaries: inout RunDictionaries) -> Finding? {
    let clinician = trimmed(cell(.clinicianID))
    if clinician.isEmpty { return missing(.clinicianID) }
    guard let clinicianID = dictionaries.clinicianID(clinician, forms: identifierForms) else {
      return finding(
        .malformedIdentifier, .clinicianID,
        "clinician_id holds \(CellShape.kind(clinician)), unlike any id in the roster",
        "correct the id, or add the clinician to the roster")
    }
    let date = trimmed(cell(.serviceDate))
    guard let day = CalendarDate(iso: date) else {
      return date.isEmpty
        ? missing(.serviceDate)
        : finding(
          .impossibleDate, .serviceDate, "service_date holds \(CellShape.date.shown(date)), which is not a day",
          "write days as YYYY-MM-DD")
    }
    let post = trimmed(cell(.postDate))
    let postDay = post.isEmpty ? nil : CalendarDate(iso: post)
    if !post.isEmpty, postDay == nil {
      return finding(
        .impossibleDate, .postDate, "post_date holds \(CellShape.date.shown(post)), which is not a day",
        "write days as YYYY-MM-DD")
    }
    let code = trimmed(cell(.code))
    if code.isEmpty { return missing(.code) }
    guard let codeID = codeID(code, &dictionaries) else {
      return finding(
        .malformedCode, .code, "code holds \(CellShape.code.shown(code)), which no procedure code looks like",
        "a code is 1 to 16 letters and digits, such as 99214")
    }
    let modifierCell = trimmed(cell(.modifiers))
    guard let modifiers = dictionaries.modifiersID(modifierCell) else {
      return finding(
        .malformedModifier, .modifiers, "modifiers holds \(CellShape.modifiers.shown(modifierCell))",
        "write modifiers of two characters, separated by blanks")
    }
    switch number(.units, scale: Units.scale, blank: 10_000, most: Self.mostUnits) {
    case .success(0): return finding(.zeroUnits, .units, "units are zero", "correct the units or leave the line out")
    case .success(let units): line.units = units
    case .failure(let failure): return failure.finding
    }
    switch number(.charge, scale: 2, blank: 0, most: Self.mostCharge) {
    case .success(let charge): line.charge = charge
    case .failure(let failure): return failure.finding
    }
    if let finding = readPlace() { return finding }
    var detail = LineDetail()
    if hasDetails, let finding = readDetail(&detail, postDay, &dictionaries) { return finding }
    if !needs.contains(.sourceRVU), columns[.sourceRVU] >= 0,
      case .failure(let failure) = number(.sourceRVU, scale: 6, blank: 0)
    {
      return failure.finding
    }
    let daysCell = trimmed(cell(.postopDays))
    var postoperativeDays: Int32?
    if !daysCell.isEmpty {
      guard case .success(let days) = DecimalText.parse(daysCell, scale: 0), (0...366).contains(days) else {
        return finding(
          .notANumber, .postopDays,
          "postop_days holds \(CellShape.kind(daysCell)), which is no whole number of days up to 366",
          "write the days of postoperative care, such as 45")
      }
      postoperativeDays = Int32(days)
    }
    let specialty = trimmed(cell(.specialty))
    if specialty.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) {
      return finding(
        .malformedIdentifier, .specialty, "specialty holds \(CellShape.kind(specialty))",
        "a specialty has no digits; see whether the columns have shifted")
    }
    let patient = trimmed(cell(.patientID))
    line.clinician = clinicianID
    line.serviceDay = day.daysSinceEpoch
    line.code = codeID
    line.modifiers = postoperativeDays.map { dictionaries.modifiersID(modifiers, postoperativeDays: $0) } ?? modifiers
    line.detail = detail.isEmpty ? 0 : dictionaries.detailID(detail)
    line.specialty = specialty.isEmpty ? -1 : dictionaries.specialties.id(specialty).id
    line.patient = patient.isEmpty ? 0 : ByteHash.hash(patient, seed: 7) | 1
    line.lineID = LineID(trimmed(cell(.lineID)))
    voidTarget = LineID(trimmed(cell(.voidOf)))
    line.voids = voidTarget.isPresent ? 1 : 0
    line.extra = extraHash()
    return nil
  }

  private static func detailColumns(_ needs: LogNeeds) -> [LogColumn] {
    [.minutes, .baseUnits] + (needs.contains(.postDate) ? [.postDate] : [])
      + (needs.contains(.attribution) ? [.billingID, .supervisingID] : [])
      + (needs.contains(.sourceRVU) ? [.sourceRVU] : [])
  }

  /// Reads what the line says besides; returns why it cannot be understood, if it cannot.
  private func readDetail(
    _ detail: inout LineDetail, _ postDay: CalendarDate?, _ dictionaries: inout RunDictionaries
  ) -> Finding? {
    func value(_ column: LogColumn, scale: Int, most: Int64, _ value: inout Int64?) -> Finding? {
      guard !trimmed(cell(column)).isEmpty else { return nil }
      switch number(column, scale: scale, blank: 0, most: most) {
      case .success(let number):
        value = number
        return nil
      case .failure(let failure): return failure.finding
      }
    }
    if let finding = value(.minutes, scale: 3, most: Self.mostMinutes, &detail.minutes) { return finding }
    if let finding = value(.baseUnits, scale: 3, most: Self.mostBaseUnits, &detail.baseUnits) { return finding }
    if detail.minutes.map({ $0 < 0 }) ?? false || detail.baseUnits.map({ $0 < 0 }) ?? false {
      let column = detail.minutes.map { $0 < 0 } ?? false ? LogColumn.minutes : .baseUnits
      return finding(
        .notANumber, column, "\(column.rawValue) is below zero",
        "on a reversal the units are negative, and nothing else")
    }
    if needs.contains(.postDate) { detail.postDay = postDay?.daysSinceEpoch }
    if needs.contains(.sourceRVU), let finding = value(.sourceRVU, scale: 6, most: Self.mostRVUs, &detail.sourceRVU) {
      return finding
    }
    guard needs.contains(.attribution) else { return nil }
    for column in [LogColumn.billingID, .supervisingID] {
      let text = trimmed(cell(column))
      if text.isEmpty { continue }
      guard let id = dictionaries.clinicianID(text, forms: identifierForms) else {
        return finding(
          .malformedIdentifier, column, "\(column.rawValue) holds \(CellShape.kind(text)), unlike any id in the roster",
          "correct the id, or add the clinician to the roster")
      }
      if column == .billingID { detail.billing = id } else { detail.supervising = id }
    }
    return nil
  }

  /// The most minutes of a line: a week, in thousandths.
  private static let mostMinutes: Int64 = 7 * 24 * 60 * 1_000
  /// The most base units of a line, in thousandths.
  private static let mostBaseUnits: Int64 = 100 * 1_000
  /// The most RVUs that a source may give a line, in millionths.
  private static let mostRVUs: Int64 = 1_000_000 * 1_000_000

  /// The columns whose cells say something of a line and are not kept in it.
  private static let unkeptColumns: [LogColumn] = [
    .voidOf, .postDate, .minutes, .baseUnits, .postopDays, .billingID, .supervisingID, .claimID, .sourceRVU,
  ]

  /// A hash of the cells that are not kept; 0 where all are blank.
  ///
  /// The hash of each cell is seeded by its column and all are added, so a log without a column gives the same as one in
  /// which its cells are blank.
  private func extraHash() -> UInt32 {
    var state: UInt64 = 0
    for (seed, index) in extraColumns {
      let text = trimmed(reader.field(index))
      if !text.isEmpty { state &+= ByteHash.hash(text, seed: seed) }
    }
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }

  private mutating func readPlace() -> Finding? {
    let place = trimmed(cell(.placeOfService))
    if place.isEmpty {
      line.place = 0
      return nil
    }
    guard case .success(let number) = DecimalText.parse(place, scale: 0), place.count <= 2,
      let known = PlaceOfService(Int(number))
    else {
      return finding(
        .malformedPlace, .placeOfService, "place_of_service holds \(CellShape.place.shown(place))",
        "write the two digits of the CMS place of service code, such as 11")
    }
    line.place = known.number
    return nil
  }

  /// A code's id, in capitals; nil where the cell is not 1 to 16 letters and digits.
  private mutating func codeID(
    _ code: UnsafeBufferPointer<UInt8>, _ dictionaries: inout RunDictionaries
  ) -> Int32? {
    guard code.count <= 16 else { return nil }
    var needsCapitals = false
    for byte in code {
      switch byte {
      case 0x30...0x39, 0x41...0x5A: continue
      case 0x61...0x7A: needsCapitals = true
      default: return nil
      }
    }
    if !needsCapitals { return dictionaries.codeID(code) }
    for index in 0..<code.count { capitals[index] = code[index] >= 0x61 ? code[index] - 0x20 : code[index] }
    return capitals.withUnsafeBufferPointer { dictionaries.codeID(UnsafeBufferPointer(rebasing: $0[..<code.count])) }
  }

  /// A cell of the record, or the map's fixed value; empty where the log has neither.
  @inline(__always)
  private func cell(_ column: LogColumn) -> UnsafeBufferPointer<UInt8> {
    let index = columns[column]
    return index >= 0 ? reader.field(index) : columns.fixed(column)
  }

  private struct CellFailure: Error { var finding: Finding }

  /// The most units of a line, in ten-thousandths: one million services.
  ///
  /// A record may be a year's sum of one code, as in public files, and even of a drug's units that is below a million. A
  /// number beyond it is a slip, such as a patient's number in the wrong column. Nine hundred million lines of the most units, and
  /// as many of the most charge, still have a sum that fits in 64 bits.
  private static let mostUnits: Int64 = 1_000_000 * 10_000
  /// The most charge of a line, in cents: 100 million dollars, for the same reasons.
  private static let mostCharge: Int64 = 100_000_000 * 100

  private func number(
    _ column: LogColumn, scale: Int, blank: Int64, most: Int64 = .max
  ) -> Result<Int64, CellFailure> {
    let text = trimmed(cell(column))
    if text.isEmpty { return .success(blank) }
    let number = DecimalText.parse(text, scale: scale).flatMap {
      $0.magnitude <= most.magnitude ? .success($0) : .failure(.outOfRange)
    }
    switch number {
    case .success(let value): return .success(value)
    case .failure(let reason):
      let why =
        switch reason {
        case .notANumber: "which is not a number"
        case .tooManyDecimals: "which has more than \(scale) decimals"
        case .outOfRange where most == .max: "which is too large"
        case .outOfRange: "more than the \(DecimalText.plain(most, scale: scale)) that a line may have"
        }
      return .failure(
        CellFailure(
          finding: finding(
            .notANumber, column,
            "\(column.rawValue) holds \(reason == .outOfRange ? CellShape.kind(text) : CellShape.number.shown(text)), \(why)",
            reason == .outOfRange
              ? "correct the value, or see whether the columns have shifted"
              : "write a plain number without separators, such as 2 or 12.50")))
    }
  }

  private func missing(_ column: LogColumn) -> Finding {
    finding(.missingValue, column, "\(column.rawValue) is blank", "every record needs a \(column.rawValue)")
  }

  private func finding(_ problem: Problem, _ column: LogColumn, _ message: String, _ hint: String) -> Finding {
    let index = columns[column]
    return Finding(
      problem, at: SourcePosition(file: path, line: reader.line, column: index >= 0 ? reader.column(of: index) : nil),
      message, hint: hint)
  }

  /// A cell without blanks around it.
  @inline(__always)
  private func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = text.first, let last = text.last, first <= 0x20 || last <= 0x20 else { return text }
    var start = 0
    var end = text.count
    while start < end, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
    while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    return UnsafeBufferPointer(rebasing: text[start..<end])
  }
}
