import ProductivityModel
import Tabular

/// Reads plain records a column at a time: the same loop over many cells, none of which waits for another.
///
/// It reads only what every cell of a record says plainly. Any other record is read by itself, as though it had not been seen before.
extension LogParser where Records == DirectRecords {
  /// Whether records can be read so: the log has no claims, and no fixed value of a column that is not read so.
  var readsColumns: Bool {
    !namesClaims && !Self.otherColumns.contains { records.hasFixedValue($0) }
  }

  /// The columns that are not read so: a record in which one of them is not blank is read by itself.
  private static var otherColumns: [LogColumn] {
    LogColumn.allCases.filter {
      switch $0 {
      case .lineID, .clinicianID, .specialty, .serviceDate, .patientID, .code, .modifiers, .units, .placeOfService,
        .charge:
        false
      case .postDate, .minutes, .baseUnits, .postopDays, .billingID, .supervisingID, .claimID, .voidOf, .sourceRVU,
        .claimFrequency:
        true
      }
    }
  }

  /// Reads records on into a piece, until about so many cannot be understood.
  ///
  /// - Returns: whether there may be more.
  /// - Throws: ``InputFailure`` where the file cannot be read on.
  mutating func readColumns(
    into piece: inout LogPiece, _ dictionaries: inout RunDictionaries, rejections: Int
  ) throws -> Bool {
    guard readsColumns else { return try read(into: &piece, &dictionaries, rejections: rejections) }
    let others = Self.otherColumns.filter { records.columns.contains($0) }
    while piece.rejections.count < rejections {
      let (count, first) = try records.findPlain()
      if count > 0 {
        try take(count, line: first, others, into: &piece, &dictionaries)
        continue
      }
      let outcome = try next(&dictionaries)
      if case .end = outcome { return false }
      add(outcome, to: &piece)
    }
    return true
  }

  /// Takes the records that were found together.
  private mutating func take(
    _ count: Int, line first: Int, _ others: [LogColumn], into piece: inout LogPiece,
    _ dictionaries: inout RunDictionaries
  ) throws {
    let start = piece.lines.count
    var template = line
    (template.voids, template.extra, template.detail) = (0, 0, 0)
    piece.lines.append(contentsOf: repeatElement(template, count: count))
    var unclear = PlainMarks()
    piece.lines.withUnsafeMutableBufferPointer { lines in
      let lines = UnsafeMutableBufferPointer(rebasing: lines[start...])
      for column in others {
        for record in lines.indices where !records.plainCell(column, of: record).isEmpty { unclear.mark(record) }
      }
      readWho(lines, &unclear, &dictionaries)
      readWhat(lines, &unclear, &dictionaries)
      readNumbers(lines, &unclear)
      for record in lines.indices { lines[record].line = UInt32(truncatingIfNeeded: first + record) }
    }
    if unclear.isEmpty { return }
    try takeUnclear(unclear, count, start, &piece, &dictionaries)
  }

  /// Clinicians, specialties, patients and ids.
  private mutating func readWho(
    _ lines: UnsafeMutableBufferPointer<ServiceLine>, _ unclear: inout PlainMarks, _ dictionaries: inout RunDictionaries
  ) {
    for record in lines.indices {
      let text = records.plainCell(.clinicianID, of: record)
      if !text.isEmpty, let id = dictionaries.clinicianID(text, forms: identifierForms) {
        lines[record].clinician = id
      } else {
        lines[record].clinician = -1
        unclear.mark(record)
      }
    }
    for record in lines.indices {
      let text = records.plainCell(.specialty, of: record)
      if let id = plainTexts.specialtyID(text, of: lines[record].clinician, &dictionaries) {
        lines[record].specialty = id
      } else {
        unclear.mark(record)
      }
    }
    for record in lines.indices {
      let text = records.plainCell(.patientID, of: record)
      lines[record].patient = text.isEmpty ? 0 : PatientKey.hash(text, patientKey)
    }
    for record in lines.indices { lines[record].lineID = LineID(records.plainCell(.lineID, of: record)) }
  }

  /// Days, codes, modifiers and places.
  private mutating func readWhat(
    _ lines: UnsafeMutableBufferPointer<ServiceLine>, _ unclear: inout PlainMarks, _ dictionaries: inout RunDictionaries
  ) {
    var days = LastDay()
    for record in lines.indices {
      if let day = days.day(records.plainCell(.serviceDate, of: record), serviceDates) {
        lines[record].serviceDay = day
      } else {
        unclear.mark(record)
      }
    }
    for record in lines.indices {
      if let id = plainTexts.codeID(records.plainCell(.code, of: record), &dictionaries) {
        lines[record].code = id
      } else {
        unclear.mark(record)
      }
    }
    for record in lines.indices {
      if let id = dictionaries.modifiersID(records.plainCell(.modifiers, of: record)) {
        lines[record].modifiers = id
      } else {
        unclear.mark(record)
      }
    }
    for record in lines.indices {
      let text = records.plainCell(.placeOfService, of: record)
      if text.isEmpty {
        lines[record].place = 0
      } else if let place = PlaceText.place(text) {
        lines[record].place = place.number
      } else {
        unclear.mark(record)
      }
    }
  }

  /// Units and charges.
  private func readNumbers(_ lines: UnsafeMutableBufferPointer<ServiceLine>, _ unclear: inout PlainMarks) {
    for record in lines.indices {
      let text = records.plainCell(.units, of: record)
      if let units = plainNumber(text, scale: Units.scale, blank: 10_000, most: Self.mostUnits), units != 0 {
        lines[record].units = units
      } else {
        unclear.mark(record)
      }
    }
    for record in lines.indices {
      let text = records.plainCell(.charge, of: record)
      if let charge = plainNumber(text, scale: 2, blank: 0, most: Self.mostCharge),
        charge >= 0 || lines[record].units < 0
      {
        lines[record].charge = charge
      } else {
        unclear.mark(record)
      }
    }
  }

  @inline(__always)
  private func plainNumber(_ text: UnsafeBufferPointer<UInt8>, scale: Int, blank: Int64, most: Int64) -> Int64? {
    if let value = DecimalText.short(text, scale: scale), value <= most { return value }
    if text.isEmpty { return blank }
    guard case .success(let value) = value(text, scale: scale), value.magnitude <= most.magnitude else { return nil }
    return value
  }

  /// Reads the records by themselves that are marked, in their places among those that are read.
  private mutating func takeUnclear(
    _ unclear: PlainMarks, _ count: Int, _ start: Int, _ piece: inout LogPiece, _ dictionaries: inout RunDictionaries
  ) throws {
    let read = Array(piece.lines[start...])
    piece.lines.removeLast(count)
    for record in 0..<count {
      if !unclear.isMarked(record) {
        piece.lines.append(read[record])
        continue
      }
      records.goBack(to: record)
      if try records.next(), let outcome = take(&dictionaries) { add(outcome, to: &piece) }
    }
    records.goBack(to: count)
  }
}
