import Ingest
import MedicareFees
import ProductivityModel

/// Prices pieces of a list, each by itself: every record goes out in its place, with the amounts that Medicare pays or why there
/// is none.
///
/// - Complexity: one pass over a piece, in memory for the releases that are met.
struct PiecePricing: ~Copyable {
  private var reader: PriceReader
  private var book: PriceBook
  private let options: PriceOptions
  private let optionRelease: UInt64
  private let showsRelease: Bool
  private var out = PriceBytes()
  private var tally = PriceTally()
  /// The rows of each basis, by its number in the book; below zero where the piece has not met it.
  private var rowsOfBasis: [Int] = []
  /// The numbers of the bases that the piece has met, in this order.
  private var met: [Int] = []
  private let directedModifiers: [Modifier] = ["QK", "QX", "QY"]
  private let anesthesiaModifiers: [Modifier] = ["AA", "QZ", "QK", "QX", "QY"]
  private let noteTexts: [[UInt8]]
  private let reasonTexts: [[UInt8]]

  /// Prices pieces of the list that a reader has opened.
  init(_ reader: borrowing PriceReader, _ options: PriceOptions, _ releases: PriceReleases) {
    showsRelease = reader.has(.serviceDate)
    self.reader = reader.readerOfPieces()
    book = PriceBook(releases, qualifying: options.qualifying)
    self.options = options
    optionRelease = options.release.map { PriceReader.packed($0) } ?? 0
    noteTexts = (0..<128).map { Array(PriceNote(rawValue: $0).text.utf8) }
    reasonTexts = NoPrice.all.map { Array($0.text.utf8) }
  }

  /// Prices a piece's text, up to a record that is open at its end.
  ///
  /// - Parameter goesOn: whether there may be more of the list.
  mutating func price(_ piece: PricedPiece, goesOn: Bool) {
    swap(&out, &piece.out)
    out.removeAll()
    tally = PriceTally()
    for index in rowsOfBasis.indices { rowsOfBasis[index] = -1 }
    met.removeAll(keepingCapacity: true)
    reader.begin(piece.text, goesOn: goesOn)
    piece.failure = nil
    do throws(InputFailure) { try priceAll() } catch { piece.failure = error }
    tally.bases = met.map { (book.bases[$0], rowsOfBasis[$0]) }
    piece.tally = tally
    (piece.linesRead, piece.bytesRead) = (reader.linesRead, reader.bytesRead)
    swap(&out, &piece.out)
  }

  private mutating func priceAll() throws(InputFailure) {
    while true {
      let outcome = try reader.next()
      if reader.isOpen { return }
      switch outcome {
      case .end: return
      case .row(let row):
        out.append(recordOf: reader)
        if let fault = try price(row) { tell(fault) }
      case .fault(let fault):
        out.append(recordOf: reader)
        tell(fault)
      }
      out.append(0x0A)
      tally.rows += 1
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
    meet(number)
    let place = row.place == .notSaid ? options.place : row.place
    if place == .notSaid { return PriceFault(.missingValue, .mac) }
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

  /// Notes that a row asks for a basis, the first time in the piece.
  @inline(__always)
  private mutating func meet(_ number: Int) {
    while rowsOfBasis.count <= number { rowsOfBasis.append(-1) }
    if rowsOfBasis[number] >= 0 { return }
    rowsOfBasis[number] = 0
    met.append(number)
  }

  @inline(__always)
  private mutating func write(_ price: CompactPrice, _ basis: Int, _ gpci: GPCI, _ factor: ConversionFactor) {
    let hasNonfacility = price.isPaid(.nonfacility)
    let hasFacility = price.isPaid(.facility)
    let nonfacility = price.feeScheduleAmount(.nonfacility, gpci, factor)
    let facility = price.feeScheduleAmount(.facility, gpci, factor)
    var note = price.note
    if note.contains(.capNotKnown) { tally.capNotKnown += 1 }
    tally.priced += 1
    guard price.hasCap else {
      let amounts = (hasNonfacility ? nonfacility : nil, hasFacility ? facility : nil)
      writeAmounts(amounts.0, amounts.1, basis)
      out.appendFourCommas()
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
      anesthesiaModifiers.contains(modifier)
    {
      return priceAnesthesia(row, basis, place)
    }
    withoutAmount(book.hasCode(basis, row.code) ? .modifierNotInRelease : .codeNotInRelease, basis)
  }

  private mutating func priceAnesthesia(_ row: PriceRow, _ basis: Int, _ place: Int) {
    guard let baseUnits = row.baseUnits ?? book.baseUnits(basis, of: row.code) else {
      return withoutAmount(.noBaseUnits, basis)
    }
    guard let minutes = row.minutes else { return withoutAmount(.noMinutes, basis) }
    let isDirected = row.modifier.map { directedModifiers.contains($0) } ?? false
    guard let factor = book.places[place].anesthesiaFactor, let unit = book.anesthesiaMinutes[basis],
      let share = isDirected ? book.directedShares[basis] : 1_000_000,
      let amount = AnesthesiaPayment.amount(
        baseUnits: baseUnits, minutes: minutes, minutesOfUnit: unit, factor: factor, share: share)
    else { return withoutAmount(.noAnesthesiaFactor, basis) }
    tally.priced += 1
    writeAmounts(amount, amount, basis)
    out.appendFourCommas()
    writeNonparticipating(amount, amount, basis)
    writeEnd([], basis)
  }

  // MARK: - The added columns

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
      out.append(book.releaseTexts[basis])
    }
    out.append(0x2C)
    if !bits.isEmpty { out.append(noteTexts[Int(bits.rawValue)]) }
  }

  private mutating func withoutAmount(_ reason: NoPrice, _ basis: Int) {
    tally.count(reason)
    writeEmpty(reasonTexts[Int(reason.number)], release: book.releaseTexts[basis])
  }

  private mutating func writeEmpty(_ note: [UInt8], release: [UInt8] = []) {
    for _ in 0..<PriceRun.columns.count { out.append(0x2C) }
    if showsRelease {
      out.append(release)
      out.append(0x2C)
    }
    out.append(note)
  }

  private mutating func tell(_ fault: PriceFault) {
    writeEmpty(Array(fault.problem.rawValue.utf8))
    tally.count(fault, tally.tellsPlace(of: fault) ? reader.finding(of: fault) : nil)
  }
}
