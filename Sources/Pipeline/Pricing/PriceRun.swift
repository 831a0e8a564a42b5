import Ingest
import MedicareFees
import ProductivityModel

/// Prices a list: every record goes out in its place, with the amounts that Medicare pays or why there is none.
///
/// - Complexity: one pass, in memory that does not depend on the number of records.
public struct PriceRun: ~Copyable {
  /// The columns that are added; ``releaseColumn`` comes before the last where dates choose the release.
  public static let columns = [
    "nonfacility_amount", "facility_amount", "nonfacility_limiting_charge", "facility_limiting_charge",
    "nonfacility_fee_schedule_amount", "facility_fee_schedule_amount", "nonfacility_cap_amount", "facility_cap_amount",
    "nonfacility_nonparticipating_amount", "facility_nonparticipating_amount", "note",
  ]
  /// The release that the day of service took.
  public static let releaseColumn = "priced_release"
  /// The most places that are told of one kind of fault.
  private static let placesTold = 3

  private var reader: PriceReader
  private var book: PriceBook
  private let options: PriceOptions
  private let optionRelease: UInt64
  private let showsRelease: Bool
  private var out: PriceBytes
  private var rows = 0
  private var priced = 0
  private var capNotKnown = 0
  private var rowsOfBasis: [Int] = []
  private var withoutAmount = [Int](repeating: 0, count: NoPrice.all.count)
  private var faults: [PriceFault: PriceSummary.Fault] = [:]
  private var noteTexts: [[UInt8]]
  private let reasonTexts: [[UInt8]]

  /// Prices a list.
  ///
  /// - Parameters:
  ///   - path: the list.
  ///   - sink: takes the output, a large piece at a time, perhaps on another thread.
  /// - Throws: ``InputFailure`` where the list or the reference data cannot be used, and what the sink throws.
  public static func execute(
    _ path: String, _ options: PriceOptions, library: FeeLibrary,
    into sink: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws -> PriceSummary {
    let reader = try PriceReader(
      path, ignoringDates: options.release != nil, adding: columns + [releaseColumn])
    return try execute(reader, options, library: library, into: sink)
  }

  static func execute(
    _ reader: consuming PriceReader, _ options: PriceOptions, library: FeeLibrary,
    into sink: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws -> PriceSummary {
    try check(reader, options, library)
    var run = PriceRun(
      reader: reader, book: try PriceBook(library, qualifying: options.qualifying), options: options,
      out: PriceBytes(sink))
    try run.writeHeader()
    try run.priceAll()
    return run.summary
  }

  private init(
    reader: consuming PriceReader, book: consuming PriceBook, options: PriceOptions, out: consuming PriceBytes
  ) {
    showsRelease = reader.has(.serviceDate)
    self.reader = reader
    self.book = book
    self.options = options
    self.out = out
    optionRelease = options.release.map { PriceReader.packed($0) } ?? 0
    noteTexts = (0..<128).map { Array(PriceNote(rawValue: $0).text.utf8) }
    reasonTexts = NoPrice.all.map { Array($0.text.utf8) }
  }

  /// What every row needs must come from a column or an option.
  private static func check(
    _ reader: borrowing PriceReader, _ options: PriceOptions, _ library: FeeLibrary
  ) throws(InputFailure) {
    if let name = options.release, library.info(name) == nil { _ = try library.load(name) }
    if options.release == nil, !reader.has(.release), !reader.has(.serviceDate) {
      throw InputFailure(
        reader.file, line: 1, "there is no column release, nor service_date",
        hint: "add one, or name the release of all rows: --release 2025D")
    }
    guard options.place == .notSaid else { return }
    for column in [PriceColumn.mac, .locality] where !reader.has(column) {
      throw InputFailure(
        reader.file, line: 1, "the column \(column.rawValue) is missing",
        hint: "add it, or name the place of all rows: --locality 01112-05, or --locality national")
    }
  }

  private mutating func writeHeader() throws {
    writeRecord()
    var added = Self.columns
    if showsRelease { added.insert(Self.releaseColumn, at: added.count - 1) }
    for name in added {
      out.append(0x2C)
      out.append(Array(name.utf8))
    }
    out.append(0x0A)
  }

  private mutating func priceAll() throws {
    while true {
      switch try reader.next() {
      case .end:
        try out.flush()
        return
      case .row(let row):
        writeRecord()
        if let fault = try price(row) { tell(fault) }
      case .fault(let fault):
        writeRecord()
        tell(fault)
      }
      out.append(0x0A)
      rows += 1
      try out.flushIfLarge()
    }
  }

  /// The record as it came: the same bytes where nothing was in quotes.
  private mutating func writeRecord() {
    if let record = reader.plainRecord { return out.append(record) }
    for (index, field) in reader.fields().enumerated() {
      if index > 0 { out.append(0x2C) }
      out.append(field: field)
    }
  }

  // MARK: - One row

  /// Writes the added columns of a row; returns why the row cannot be understood, if it cannot.
  @inline(__always)
  private mutating func price(_ row: PriceRow) throws(InputFailure) -> PriceFault? {
    let number: Int
    if row.release != 0 || optionRelease != 0 {
      guard let known = try book.basis(release: row.release != 0 ? row.release : optionRelease) else {
        return PriceFault(.unknownRelease, .release)
      }
      number = known
    } else if let day = row.day {
      guard let known = try book.basis(day: day) else { return PriceFault(.releaseMissing, .serviceDate) }
      number = known
    } else {
      return PriceFault(.missingValue, reader.has(.release) ? .release : .serviceDate)
    }
    let place = row.place == .notSaid ? options.place : row.place
    if place == .notSaid { return PriceFault(.missingValue, .mac) }
    while rowsOfBasis.count <= number { rowsOfBasis.append(0) }
    rowsOfBasis[number] += 1
    let placeNumber = book.place(number, place)
    guard placeNumber >= 0 else {
      if book.hasLocalities(number) {
        rowsOfBasis[number] -= 1
        return PriceFault(.unknownLocality, reader.has(.mac) ? .mac : nil)
      }
      withoutAmount(.noLocalities, number)
      return nil
    }
    let priceNumber = book.price(number, row.code, row.modifier)
    guard priceNumber >= 0 else {
      priceOther(row, number, placeNumber)
      return nil
    }
    let price = book.prices[priceNumber]
    guard price.reason == CompactPrice.priced else {
      if price.isAnesthesia {
        priceAnesthesia(row, number, placeNumber)
      } else {
        withoutAmount(NoPrice.all[Int(price.reason)], number)
      }
      return nil
    }
    guard let factor = book.factors[number] else {
      withoutAmount(.noFactor, number)
      return nil
    }
    write(price, number, book.places[placeNumber].gpci, factor)
    return nil
  }

  @inline(__always)
  private mutating func write(_ price: CompactPrice, _ basis: Int, _ gpci: GPCI, _ factor: ConversionFactor) {
    let hasNonfacility = price.isPaid(.nonfacility)
    let hasFacility = price.isPaid(.facility)
    let nonfacility = price.feeScheduleAmount(.nonfacility, gpci, factor)
    let facility = price.feeScheduleAmount(.facility, gpci, factor)
    var note = price.note
    if note.contains(.capNotKnown) { capNotKnown += 1 }
    priced += 1
    guard price.hasCap else {
      let amounts = (hasNonfacility ? nonfacility : nil, hasFacility ? facility : nil)
      writeAmounts(amounts.0, amounts.1, basis)
      out.append(Self.fourCommas)
      writeNonparticipating(amounts.0, amounts.1, basis)
      writeEnd(note, basis)
      return
    }
    let nonfacilityCap = hasNonfacility ? price.cappedAmount(.nonfacility, gpci, factor) : nil
    let facilityCap = hasFacility ? price.cappedAmount(.facility, gpci, factor) : nil
    if hasNonfacility && (nonfacilityCap ?? nonfacility) < nonfacility
      || hasFacility && (facilityCap ?? facility) < facility
    {
      note.insert(.capApplies)
    }
    let amounts = (
      hasNonfacility ? min(nonfacility, nonfacilityCap ?? nonfacility) : nil,
      hasFacility ? min(facility, facilityCap ?? facility) : nil
    )
    writeAmounts(amounts.0, amounts.1, basis)
    write(nonfacilityCap == nil ? nil : nonfacility)
    write(facilityCap == nil ? nil : facility)
    write(nonfacilityCap)
    write(facilityCap)
    writeNonparticipating(amounts.0, amounts.1, basis)
    writeEnd(note, basis)
  }

  /// A code and modifier that the release has no row of: an anesthesia service with its modifier, or none.
  private mutating func priceOther(_ row: PriceRow, _ basis: Int, _ place: Int) {
    let plain = book.price(basis, row.code, nil)
    if plain >= 0, book.prices[plain].isAnesthesia, let modifier = row.modifier,
      Self.anesthesiaModifiers.contains(modifier)
    {
      return priceAnesthesia(row, basis, place)
    }
    withoutAmount(book.hasCode(basis, row.code) ? .modifierNotInRelease : .codeNotInRelease, basis)
  }

  private static let directedModifiers: [Modifier] = ["QK", "QX", "QY"]
  private static let anesthesiaModifiers: [Modifier] = ["AA", "QZ"] + directedModifiers

  private mutating func priceAnesthesia(_ row: PriceRow, _ basis: Int, _ place: Int) {
    let rules = book.bases[basis]
    guard let baseUnits = row.baseUnits ?? book.baseUnits(basis, of: row.code) else {
      return withoutAmount(.noBaseUnits, basis)
    }
    guard let minutes = row.minutes else { return withoutAmount(.noMinutes, basis) }
    let isDirected = row.modifier.map { Self.directedModifiers.contains($0) } ?? false
    guard let factor = book.places[place].anesthesiaFactor, let unit = rules.anesthesiaMinutes,
      let share = isDirected ? rules.directedShare?.millionths : 1_000_000,
      let amount = AnesthesiaPayment.amount(
        baseUnits: baseUnits, minutes: minutes, minutesOfUnit: unit.millionths, factor: factor, share: share)
    else { return withoutAmount(.noAnesthesiaFactor, basis) }
    priced += 1
    writeAmounts(amount, amount, basis)
    out.append(Self.fourCommas)
    writeNonparticipating(amount, amount, basis)
    writeEnd([], basis)
  }

  // MARK: - The added columns

  private static let fourCommas: [UInt8] = [0x2C, 0x2C, 0x2C, 0x2C]

  @inline(__always)
  private mutating func writeAmounts(_ nonfacility: Money?, _ facility: Money?, _ basis: Int) {
    let limit = book.limitingCharges[basis]
    write(nonfacility)
    write(facility)
    write(nonfacility.flatMap { limit == 0 ? nil : PaymentRules.share(limit, of: $0) })
    write(facility.flatMap { limit == 0 ? nil : PaymentRules.share(limit, of: $0) })
  }

  @inline(__always)
  private mutating func writeNonparticipating(_ nonfacility: Money?, _ facility: Money?, _ basis: Int) {
    let share = book.nonparticipatingShares[basis]
    write(nonfacility.flatMap { share == 0 ? nil : PaymentRules.share(share, of: $0) })
    write(facility.flatMap { share == 0 ? nil : PaymentRules.share(share, of: $0) })
  }

  @inline(__always)
  private mutating func write(_ amount: Money?) {
    out.append(0x2C)
    if let amount { out.append(cents: amount.cents) }
  }

  @inline(__always)
  private mutating func writeEnd(_ note: PriceNote, _ basis: Int) {
    let bits = note.union(book.notes[basis])
    if showsRelease {
      out.append(0x2C)
      out.append(Array(book.bases[basis].release.release.utf8))
    }
    out.append(0x2C)
    if !bits.isEmpty { out.append(noteTexts[Int(bits.rawValue)]) }
  }

  private mutating func withoutAmount(_ reason: NoPrice, _ basis: Int) {
    withoutAmount[Int(reason.number)] += 1
    writeEmpty(reasonTexts[Int(reason.number)], release: book.bases[basis].release.release)
  }

  private mutating func writeEmpty(_ note: [UInt8], release: String = "") {
    for _ in 0..<Self.columns.count { out.append(0x2C) }
    if showsRelease {
      out.append(Array(release.utf8))
      out.append(0x2C)
    }
    out.append(note)
  }

  private mutating func tell(_ fault: PriceFault) {
    writeEmpty(Array(fault.problem.rawValue.utf8))
    var known = faults[fault] ?? PriceSummary.Fault(fault: fault, count: 0, findings: [])
    known.count += 1
    if known.findings.count < Self.placesTold { known.findings.append(reader.finding(of: fault)) }
    faults[fault] = known
  }

  private var summary: PriceSummary {
    var summary = PriceSummary()
    summary.rows = rows
    summary.priced = priced
    summary.capNotKnown = capNotKnown
    summary.withoutAmount = zip(NoPrice.all, withoutAmount).filter { $0.1 > 0 }.map { (reason: $0.0, count: $0.1) }
      .sorted { ($1.count, $0.reason.text) < ($0.count, $1.reason.text) }
    summary.faults = faults.values.sorted {
      ($1.count, $0.fault.problem.rawValue, $0.fault.column?.rawValue ?? "")
        < ($0.count, $1.fault.problem.rawValue, $1.fault.column?.rawValue ?? "")
    }
    summary.bases = zip(book.bases, rowsOfBasis).filter { $0.1 > 0 }.map { (basis: $0.0, rows: $0.1) }
    return summary
  }
}
