import ProductivityModel
import Tabular

/// Reads the standard cells of a log's records, one at a time, into packed service lines.
struct LogParser<Records: LogRecords & ~Copyable>: ~Copyable {
  /// The line that was read last.
  private(set) var line: ServiceLine
  /// Why the record that was read last cannot be understood.
  private var refusal: Finding?
  /// The id of the line that the last line voids.
  private(set) var voidTarget = LineID.none
  /// The claim of the line that was read last, where the log ``namesClaims``.
  private(set) var claim = ClaimMark()
  var records: Records

  let path: String
  let map: ColumnMap
  let serviceDates: DateForms
  let postDates: DateForms
  let identifierForms: IdentifierForms?
  /// The columns that the log has and whose cells are in a line's ``ServiceLine/extra`` only, with their seeds.
  let extraColumns: [(seed: UInt64, column: LogColumn)]
  /// Whether the log has any column of a line's details that is kept.
  private let hasDetails: Bool
  let needs: LogNeeds
  let patientKey: UInt64
  /// Whether semicolons are between the fields, as where the comma is the decimal mark.
  let hasSemicolons: Bool
  private var capitals = [UInt8](repeating: 0, count: 64)
  /// Whether the log says of its lines which claim they are of, and whether it replaces or voids another.
  let namesClaims: Bool
  /// What is told once of all records.
  var notes = LogNotes()
  /// What texts of plain records stand for.
  var plainTexts = PlainTexts()

  init(
    _ records: consuming Records, path: String, file: Int, map: ColumnMap, identifierForms: IdentifierForms?,
    needs: LogNeeds, hasSemicolons: Bool = false, patientKey: UInt64 = PatientKey.current
  ) {
    self.needs = needs
    self.patientKey = patientKey
    self.hasSemicolons = hasSemicolons
    self.path = path
    self.map = map
    self.identifierForms = identifierForms
    serviceDates = map.dates(of: .serviceDate)
    postDates = map.dates(of: .postDate)
    let columns = records.columns
    extraColumns = Self.unkeptColumns.enumerated().filter { columns.contains($1) }.map { (UInt64($0 + 11), $1) }
    namesClaims = columns.contains(.claimFrequency)
    hasDetails = Self.detailColumns(needs).contains { columns.contains($0) }
    line = ServiceLine(
      lineID: .none, patient: 0, charge: 0, units: 0, line: 0, serviceDay: 0, clinician: 0, code: 0, modifiers: 0,
      specialty: -1, file: UInt16(file), place: 0, voids: 0)
    self.records = records
  }

  /// What the file gives reason to say so far.
  var findings: [Finding] {
    records.findings
      + [
        notes.repairedCodes.finding(
          .repairedCode, in: path,
          "a code had lost its leading zeros or gained decimals, as spreadsheets do, and is read as it was",
          hint: "have the column written as text"),
        notes.negativeCharges.finding(
          .negativeCharge, in: path, "the units are above zero and the charge is below; the line counts as a service",
          hint: "if it reverses another, write reversals: negative-charge in the column map"),
        notes.otherFrequencies.finding(
          .claimFrequency, in: path,
          "a claim's frequency is not 1, 7 or 8; the line counts as one of an original claim",
          hint: "write 1 for an original, 7 for a replacement, 8 for a void"),
      ].compactMap { $0 }
  }

  /// Reads the next record.
  ///
  /// - Throws: ``InputFailure`` where the file cannot be read on.
  mutating func next(_ dictionaries: inout RunDictionaries) throws -> LogOutcome {
    do {
      while try records.next() {
        if let outcome = take(&dictionaries) { return outcome }
      }
      return .end
    } catch let failure as FormFailure {
      // What is packed shows only on the way that it is damaged.
      throw InputFailure(path, failure.message, hint: failure.hint)
    }
  }

  /// What the record at hand comes to; nil where it is passed over.
  mutating func take(_ dictionaries: inout RunDictionaries) -> LogOutcome? {
    if !records.isFaulty, readCells(&dictionaries) {
      line.line = UInt32(truncatingIfNeeded: records.line)
      return .line
    }
    guard let finding = records.fault ?? refusal, !records.passesOver() else { return nil }
    return .rejected(finding)
  }

  /// Reads records on into a piece: at most so many, and at most so many that cannot be understood.
  ///
  /// - Returns: whether there may be more.
  /// - Throws: ``InputFailure`` where the file cannot be read on.
  mutating func read(
    into piece: inout LogPiece, _ dictionaries: inout RunDictionaries, most: Int = .max, rejections: Int = .max
  ) throws -> Bool {
    while piece.records < most, piece.rejections.count < rejections {
      let outcome = try next(&dictionaries)
      if case .end = outcome { return false }
      add(outcome, to: &piece)
    }
    return true
  }

  /// Adds what a record came to.
  func add(_ outcome: LogOutcome, to piece: inout LogPiece) {
    switch outcome {
    case .line:
      if line.voids != 0 { piece.voids.append((piece.lines.count, voidTarget)) }
      if namesClaims { piece.claims.append(claim) }
      piece.lines.append(line)
    case .rejected(let finding): piece.rejections.append(finding)
    case .end: break
    }
  }

  /// Reads the cells into ``line``; false where it cannot be understood, and ``refusal`` says why.
  private mutating func readCells(_ dictionaries: inout RunDictionaries) -> Bool {
    if !records.isPlainText, let finding = flawedText { return refuse(finding) }
    let clinician = CellText.trimmed(cell(.clinicianID))
    if clinician.isEmpty { return refuse(missing(.clinicianID)) }
    guard let clinicianID = dictionaries.clinicianID(clinician, forms: identifierForms) else {
      if clinician.count > RunDictionaries.longestName { return refuse(tooLong(clinician, .clinicianID)) }
      return refuse(
        finding(
          .malformedIdentifier, .clinicianID,
          "clinician_id holds \(CellShape.kind(clinician)), unlike any id in the roster",
          "correct the id, or add the clinician to the roster"))
    }
    let date = CellText.trimmed(cell(.serviceDate))
    guard let day = CalendarDate(iso: date) ?? serviceDates.day(date) else {
      return refuse(date.isEmpty ? missing(.serviceDate) : impossible(date, .serviceDate))
    }
    let post = CellText.trimmed(cell(.postDate))
    let postDay = post.isEmpty ? nil : CalendarDate(iso: post) ?? postDates.day(post)
    if !post.isEmpty, postDay == nil { return refuse(impossible(post, .postDate)) }
    let code = CellText.trimmed(cell(.code))
    if code.isEmpty { return refuse(missing(.code)) }
    guard let codeID = codeID(code, &dictionaries) else {
      return refuse(
        finding(
          .malformedCode, .code, "code holds \(CellShape.code.shown(code)), which no procedure code looks like",
          "a code is letters and digits, such as 99214; where modifiers or a title follow it, a column map takes them apart"
        ))
    }
    let modifierCell = CellText.trimmed(cell(.modifiers))
    guard let modifiers = dictionaries.modifiersID(modifierCell) else {
      return refuse(
        finding(
          .malformedModifier, .modifiers, "modifiers holds \(CellShape.modifiers.shown(modifierCell))",
          "write modifiers of two characters, separated by blanks"))
    }
    if let units = shortNumber(.units, scale: Units.scale, most: Self.mostUnits), units > 0 {
      line.units = units
    } else {
      switch number(.units, scale: Units.scale, blank: 10_000, most: Self.mostUnits) {
      case .success(0):
        return refuse(finding(.zeroUnits, .units, "units are zero", "correct the units or leave the line out"))
      case .success(let units): line.units = units
      case .failure(let failure): return refuse(failure.finding)
      }
    }
    if let charge = shortNumber(.charge, scale: 2, most: Self.mostCharge) {
      line.charge = charge
    } else {
      switch number(.charge, scale: 2, blank: 0, most: Self.mostCharge) {
      case .success(let charge): line.charge = charge
      case .failure(let failure): return refuse(failure.finding)
      }
    }
    if line.charge < 0, line.units > 0 { takeNegativeCharge() }
    guard readPlace() else { return false }
    var detail = LineDetail()
    if hasDetails, let finding = readDetail(&detail, postDay, &dictionaries) { return refuse(finding) }
    if !needs.contains(.sourceRVU), !cell(.sourceRVU).isEmpty,
      case .failure(let failure) = number(.sourceRVU, scale: 6, blank: 0)
    {
      return refuse(failure.finding)
    }
    let daysCell = CellText.trimmed(cell(.postopDays))
    var postoperativeDays: Int32?
    if !daysCell.isEmpty {
      guard case .success(let days) = DecimalText.parse(daysCell, scale: 0), (0...366).contains(days) else {
        return refuse(
          finding(
            .notANumber, .postopDays,
            "postop_days holds \(CellShape.kind(daysCell)), which is no whole number of days up to 366",
            "write the days of postoperative care, such as 45"))
      }
      postoperativeDays = Int32(days)
    }
    let specialty = CellText.trimmed(cell(.specialty))
    if specialty.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) {
      return refuse(
        finding(
          .malformedIdentifier, .specialty, "specialty holds \(CellShape.kind(specialty))",
          "a specialty has no digits; see whether the columns have shifted"))
    }
    if specialty.count > RunDictionaries.longestName { return refuse(tooLong(specialty, .specialty)) }
    let patient = CellText.trimmed(cell(.patientID))
    line.clinician = clinicianID
    line.serviceDay = day.daysSinceEpoch
    line.code = codeID
    line.modifiers = postoperativeDays.map { dictionaries.modifiersID(modifiers, postoperativeDays: $0) } ?? modifiers
    line.detail = !hasDetails || detail.isEmpty ? 0 : dictionaries.detailID(detail)
    line.specialty = specialty.isEmpty ? -1 : dictionaries.specialties.id(specialty).id
    line.patient = patient.isEmpty ? 0 : PatientKey.hash(patient, patientKey)
    line.lineID = LineID(CellText.trimmed(cell(.lineID)))
    voidTarget = LineID(CellText.trimmed(cell(.voidOf)))
    line.voids = voidTarget.isPresent ? 1 : 0
    line.extra = extraColumns.isEmpty ? 0 : extraHash()
    if namesClaims { readClaim() }
    return true
  }

  private func tooLong(_ text: UnsafeBufferPointer<UInt8>, _ column: LogColumn) -> Finding {
    finding(
      .malformedIdentifier, column,
      "\(column.rawValue) holds \(CellShape.kind(text)), longer than any that can be shown",
      "write at most \(RunDictionaries.longestName) bytes; see whether the columns have shifted, or a quote is not closed"
    )
  }

  private mutating func refuse(_ finding: Finding) -> Bool {
    refusal = finding
    return false
  }

  /// Makes a line with a charge below zero a reversal where the map says that it is one; else it is told.
  private mutating func takeNegativeCharge() {
    if map.reversesByCharge {
      line.units = -line.units
      return
    }
    notes.negativeCharges.note(records.line)
  }

  /// Reads which claim the line is of.
  private mutating func readClaim() {
    let text = CellText.trimmed(cell(.claimFrequency))
    let frequency = ClaimFrequency(text)
    if frequency == nil {
      notes.otherFrequencies.note(records.line)
    }
    claim = ClaimMark(
      id: LineID(CellText.trimmed(cell(.claimID))), number: records.claimNumber, frequency: frequency ?? .original)
  }

  private static func detailColumns(_ needs: LogNeeds) -> [LogColumn] {
    [.minutes, .baseUnits] + (needs.contains(.postDate) ? [.postDate] : [])
      + (needs.contains(.attribution) ? [.billingID, .supervisingID] : [])
      + (needs.contains(.sourceRVU) ? [.sourceRVU] : [])
  }

  /// The columns whose cells say something of a line and are not kept in it.
  private static var unkeptColumns: [LogColumn] {
    [
      .voidOf, .postDate, .minutes, .baseUnits, .postopDays, .billingID, .supervisingID, .claimID, .sourceRVU,
      .claimFrequency,
    ]
  }

  /// A hash of the cells that are not kept; 0 where all are blank.
  ///
  /// The hash of each cell is seeded by its column and all are added, so a log without a column gives the same as one in
  /// which its cells are blank.
  private mutating func extraHash() -> UInt32 {
    var state: UInt64 = 0
    for (seed, column) in extraColumns {
      let text = CellText.trimmed(cell(column))
      if !text.isEmpty { state &+= ByteHash.hash(text, seed: seed) }
    }
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }

  private mutating func readPlace() -> Bool {
    let place = CellText.trimmed(cell(.placeOfService))
    if place.isEmpty {
      line.place = 0
      return true
    }
    guard let known = PlaceText.place(place) else {
      return refuse(
        finding(
          .malformedPlace, .placeOfService, "place_of_service holds \(CellShape.place.shown(place))",
          "write the two digits of the CMS place of service code, such as 11; its name may follow, as in 11 - Office"))
    }
    line.place = known.number
    return true
  }

  /// A code's id, in capitals; nil where the cell is not 1 to 16 letters and digits.
  ///
  /// A code that a spreadsheet took for a number has lost its zeros, `840` for 00840, or gained decimals, `99214.0`: every
  /// code has five characters.
  private mutating func codeID(
    _ code: UnsafeBufferPointer<UInt8>, _ dictionaries: inout RunDictionaries
  ) -> Int32? {
    guard code.count <= 16 else { return nil }
    if code.count < 5 || code.contains(0x2E) {
      var digits = ScientificText.plain(code)
      if digits.count > 2, digits.count < 5, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
        digits = [UInt8](repeating: 0x30, count: 5 - digits.count) + digits
      }
      if digits.count == 5, !digits.elementsEqual(code) {
        notes.repairedCodes.note(records.line)
        return digits.withUnsafeBufferPointer { dictionaries.codeID($0) }
      }
    }
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

  @inline(__always)
  func cell(_ column: LogColumn) -> UnsafeBufferPointer<UInt8> { records.cell(column) }

  /// The most units of a line, in ten-thousandths: one million services.
  ///
  /// A record may be a year's sum of one code, as in public files, and even of a drug's units that is below a million. A
  /// number beyond it is a slip, such as a patient's number in the wrong column. Nine hundred million lines of the most units, and
  /// as many of the most charge, still have a sum that fits in 64 bits.
  static var mostUnits: Int64 { 1_000_000 * 10_000 }
  /// The most charge of a line, in cents: 100 million dollars, for the same reasons.
  static var mostCharge: Int64 { 100_000_000 * 100 }

  /// A number as almost every one is written; nil for any other, which ``number(_:scale:blank:most:)`` reads.
  @inline(__always)
  private func shortNumber(_ column: LogColumn, scale: Int, most: Int64) -> Int64? {
    guard let value = DecimalText.short(CellText.trimmed(cell(column)), scale: scale), value <= most else { return nil }
    return value
  }

  func number(
    _ column: LogColumn, scale: Int, blank: Int64, most: Int64 = .max
  ) -> Result<Int64, CellFailure> {
    let text = CellText.trimmed(cell(column))
    if text.isEmpty { return .success(blank) }
    let number = value(text, scale: scale).flatMap {
      $0.magnitude <= most.magnitude ? .success($0) : .failure(.outOfRange)
    }
    switch number {
    case .success(let value): return .success(value)
    case .failure(let reason):
      let why =
        switch reason {
        case .notANumber where hasSemicolons && LenientNumber.mayHaveDecimalComma(text):
          "whose comma may be a decimal one"
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
              : "write a number such as 2, 12.50 or 1,250.50")))
    }
  }

  /// The number of a plain text, or of an amount as people write it.
  func value(_ text: UnsafeBufferPointer<UInt8>, scale: Int) -> Result<Int64, DecimalText.Failure> {
    let plain = DecimalText.parse(text, scale: scale)
    guard case .failure(.notANumber) = plain,
      let rewritten = LenientNumber.plain(text, besideSemicolons: hasSemicolons)
    else { return plain }
    return rewritten.withUnsafeBufferPointer { DecimalText.parse($0, scale: scale) }
  }
}

/// Why a cell is not the number that its column holds. It stands outside the reader, which is made anew for each form.
struct CellFailure: Error { var finding: Finding }
