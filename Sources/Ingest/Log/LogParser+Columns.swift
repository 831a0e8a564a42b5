import ProductivityModel
import Tabular

/// Reads plain records a column at a time: the same loop over many cells, none of which waits for another.
///
/// It reads only what every cell of a record says plainly. Any other record is read by itself, as though it had not been seen before.
extension LogParser where Records == DirectRecords {
  /// How a column that is not one of those of almost every log is read.
  private enum Other {
    /// A record in which it is not blank is read by itself.
    case alone
    /// It is a text of which nothing is kept but its hash.
    case text
    /// It is a day, or a number, of which nothing is kept but its hash.
    case day, number
  }

  private func other(_ column: LogColumn) -> Other? {
    switch column {
    case .lineID, .clinicianID, .specialty, .serviceDate, .patientID, .code, .modifiers, .units, .placeOfService,
      .charge:
      nil
    case .postDate: needs.contains(.postDate) ? .alone : .day
    case .billingID, .supervisingID: needs.contains(.attribution) ? .alone : .text
    case .sourceRVU: needs.contains(.sourceRVU) ? .alone : .number
    case .claimID: .text
    case .minutes, .baseUnits, .postopDays, .voidOf, .claimFrequency: .alone
    }
  }

  /// Whether records can be read so: the log has no claims, and no fixed value of a column of which every record is to be read by itself.
  private var readsColumns: Bool {
    !namesClaims && !LogColumn.allCases.contains { other($0) == .alone && records.hasFixedValue($0) }
  }

  /// Reads records on into a piece, until about so many cannot be understood.
  ///
  /// - Returns: whether there may be more.
  /// - Throws: ``InputFailure`` where the file cannot be read on.
  mutating func readColumns(
    into piece: inout LogPiece, _ dictionaries: inout RunDictionaries, rejections: Int
  ) throws -> Bool {
    guard readsColumns else { return try read(into: &piece, &dictionaries, rejections: rejections) }
    let columns = records.columns
    let alone = LogColumn.allCases.filter { columns.contains($0) && other($0) == .alone }
    while piece.rejections.count < rejections {
      let (count, first) = try records.findPlain()
      if count > 0 {
        try take(count, line: first, alone, into: &piece, &dictionaries)
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
    _ count: Int, line first: Int, _ alone: [LogColumn], into piece: inout LogPiece,
    _ dictionaries: inout RunDictionaries
  ) throws {
    let start = piece.lines.count
    var template = line
    (template.voids, template.extra, template.detail) = (0, 0, 0)
    piece.lines.append(addingCapacity: count) { $0.append(repeating: template, count: count) }
    var unclear = PlainMarks()
    piece.lines.withUnsafeMutableBufferPointer { lines in
      let lines = UnsafeMutableBufferPointer(rebasing: lines[start...])
      for column in alone {
        for record in lines.indices where !records.plainCell(column, of: record).isEmpty { unclear.mark(record) }
      }
      // Where no record can be read so, all are read by themselves.
      if unclear.count == count { return }
      readExtra(lines, &unclear)
      readWho(lines, &unclear, &dictionaries)
      readWhat(lines, &unclear, &dictionaries)
      readNumbers(lines, &unclear)
      for record in lines.indices { lines[record].line = UInt32(truncatingIfNeeded: first + record) }
    }
    if unclear.count == 0 { return }
    try takeUnclear(unclear, count, start, &piece, &dictionaries)
  }

  /// The cells of which nothing is kept but a hash, as ``extraHash()`` has it.
  private func readExtra(_ lines: UnsafeMutableBufferPointer<ServiceLine>, _ unclear: inout PlainMarks) {
    let columns = extraColumns.filter { other($0.column) != .alone }
    if columns.isEmpty { return }
    var states = [UInt64](repeating: 0, count: lines.count)
    for (seed, column) in columns {
      let kind = other(column)
      var days = LastDay()
      for record in lines.indices {
        let text = records.plainCell(column, of: record)
        if text.isEmpty { continue }
        let isUnderstood =
          switch kind {
          case .day: days.day(text, postDates) != nil
          case .number: plainNumber(text, scale: 6, blank: 0, most: .max) != nil
          default: true
          }
        if !isUnderstood { unclear.mark(record) }
        states[record] &+= ByteHash.hash(text, seed: seed)
      }
    }
    for record in lines.indices {
      lines[record].extra = UInt32(truncatingIfNeeded: states[record] ^ states[record] >> 32)
    }
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
    if let value = DecimalText.brief(text, scale: scale), value <= most { return value }
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
