import MedicareFees
import ProductivityModel
import Tabular

/// Reads a price list a record at a time, in bounded memory.
///
/// - Complexity: O(1) memory beyond the longest record.
public struct PriceReader: ~Copyable {
  /// What the next record is.
  public enum Outcome: Sendable {
    /// There is none.
    case end
    /// A record that asks for a price.
    case row(PriceRow)
    /// A record that cannot be understood.
    case fault(PriceFault)
  }

  /// The file, as messages show it.
  public let file: String
  /// The header as it stands in the file.
  public let header: [String]
  var reader: DelimitedReader
  /// The field of each column; -1 where the file has none.
  let code, modifier, release, serviceDate, mac, locality, minutes, baseUnits: Int

  /// Opens a price list and reads its header.
  ///
  /// - Parameters:
  ///   - ignoringDates: whether something else names the release, so that a `service_date` is another column of the user's.
  ///   - added: the columns that the output will have besides, which the input may not have.
  /// - Throws: ``InputFailure`` where the file cannot be read, has no header, or the header cannot be used.
  public init(_ path: String, ignoringDates: Bool = false, adding added: [String] = []) throws(InputFailure) {
    // Nothing is made of the checksum here.
    try self.init(
      FileSource(path, isHashed: false, mayBePipe: true), shownAs: path, ignoringDates: ignoringDates, adding: added)
  }

  /// Reads the header of a price list from a source of bytes.
  ///
  /// - Throws: ``InputFailure``, as above.
  public init(
    _ source: any ByteSource, shownAs path: String, ignoringDates: Bool = false, adding added: [String] = []
  ) throws(InputFailure) {
    var reader = DelimitedReader(source)
    guard try Self.next(&reader, path) else {
      throw InputFailure(path, "is empty", hint: "a price list starts with a line of headers")
    }
    if let failure = HeaderShape.failure(reader, file: path) { throw failure }
    let header = reader.texts()
    let names = header.map { $0.trimmed.lowercased() }
    try Self.check(names, file: path, line: reader.line, adding: added)
    func index(_ column: PriceColumn) -> Int { names.firstIndex(of: column.rawValue) ?? -1 }
    code = index(.code)
    modifier = index(.modifier)
    release = index(.release)
    serviceDate = ignoringDates ? -1 : index(.serviceDate)
    mac = index(.mac)
    locality = index(.locality)
    minutes = index(.minutes)
    baseUnits = index(.baseUnits)
    file = path
    self.header = header
    self.reader = reader
  }

  private static func check(_ names: [String], file: String, line: Int, adding added: [String]) throws(InputFailure) {
    guard names.contains(PriceColumn.code.rawValue) else {
      let known = names.contains { name in PriceColumn.allCases.contains { $0.rawValue == name } }
      throw InputFailure(
        file, line: line, "the column code is missing",
        hint: HeaderShape.separatorHint(names)
          ?? (known ? "the header has: \(HeaderShape.list(names))" : "the first line has none of the expected headers"))
    }
    for column in PriceColumn.allCases {
      let count = names.count { $0 == column.rawValue }
      if count > 1 { throw InputFailure(file, line: line, "the column \(column.rawValue) is there twice") }
      guard count == 0, column.rawValue.count > 4 else { continue }
      let others = names.filter { name in
        HeaderShape.isName(name) && !PriceColumn.allCases.contains { $0.rawValue == name }
      }
      if let meant = SpellingSuggestion.nearest(to: column.rawValue, in: others, limit: 1) {
        throw InputFailure(
          file, line: line, "the column \(HeaderShape.quoted(meant)) is not read",
          hint: "is it \(column.rawValue)? Rename it")
      }
    }
    if let taken = added.first(where: { names.contains($0) }) {
      throw InputFailure(
        file, line: line, "the column \(taken) is there already, and is one that the output adds",
        hint: "rename it, or leave it out")
    }
  }

  /// Whether the file has a column.
  public func has(_ column: PriceColumn) -> Bool { index(column) >= 0 }

  /// Moves to the next record.
  ///
  /// - Throws: ``InputFailure`` where the file cannot be read on.
  public mutating func next() throws(InputFailure) -> Outcome {
    guard try Self.next(&reader, file) else { return .end }
    if let problem = reader.problem {
      switch problem {
      case .unclosedQuote, .textAfterQuote: return .fault(PriceFault(.unclosedQuote))
      case .tooLong, .tooManyFields: return .fault(PriceFault(.raggedRow))
      }
    }
    guard reader.fieldCount == header.count else { return .fault(PriceFault(.raggedRow)) }
    do throws(PriceFault) {
      return .row(try row())
    } catch {
      return .fault(error)
    }
  }

  private func row() throws(PriceFault) -> PriceRow {
    PriceRow(
      code: try readCode(), modifier: try readModifier(), release: try readRelease(), day: try readDay(),
      place: try readPlace(), minutes: try readNumber(minutes, .minutes),
      baseUnits: try readNumber(baseUnits, .baseUnits)
    )
  }

  private func readCode() throws(PriceFault) -> ProcedureCode {
    let text = cell(code)
    if let code = ProcedureCode(text) { return code }
    if text.isEmpty { throw PriceFault(.missingValue, .code) }
    guard text.count == 5, let code = ProcedureCode(String(decoding: text, as: UTF8.self)) else {
      throw PriceFault(.malformedCode, .code)
    }
    return code
  }

  private func readModifier() throws(PriceFault) -> Modifier? {
    guard modifier >= 0 else { return nil }
    let text = cell(modifier)
    if text.isEmpty { return nil }
    guard text.count == 2, let known = Modifier(text[0], text[1]) else {
      throw PriceFault(.malformedModifier, .modifier)
    }
    return known
  }

  private func readRelease() throws(PriceFault) -> UInt64 {
    guard release >= 0 else { return 0 }
    let text = cell(release)
    guard text.count <= 8 else { throw PriceFault(.unknownRelease, .release) }
    return Self.packed(text)
  }

  private func readDay() throws(PriceFault) -> CalendarDate? {
    guard serviceDate >= 0 else { return nil }
    let text = cell(serviceDate)
    if text.isEmpty { return nil }
    guard let day = CalendarDate(iso: text) else { throw PriceFault(.impossibleDate, .serviceDate) }
    return day
  }

  private func readPlace() throws(PriceFault) -> PriceRow.Place {
    let contractor = mac >= 0 ? cell(mac) : Self.nothing
    let number = locality >= 0 ? cell(locality) : Self.nothing
    if contractor.isEmpty, number.isEmpty { return .notSaid }
    guard let contractorNumber = Self.number(contractor, digits: 5) else {
      let isNational = Self.packed(contractor) == Self.national
      if isNational, number.isEmpty || Self.packed(number) == Self.national { return .national }
      throw PriceFault(contractor.isEmpty ? .missingValue : .malformedLocality, .mac)
    }
    guard let localityNumber = Self.number(number, digits: 2) else {
      throw PriceFault(number.isEmpty ? .missingValue : .malformedLocality, .locality)
    }
    guard let key = LocalityKey(mac: contractorNumber, number: localityNumber) else {
      throw PriceFault(.malformedLocality, .mac)
    }
    return .locality(key)
  }

  private func readNumber(_ index: Int, _ column: PriceColumn) throws(PriceFault) -> Int64? {
    guard index >= 0 else { return nil }
    let text = cell(index)
    if text.isEmpty { return nil }
    // A month of minutes is more than any service takes; beyond it is a slip.
    guard case .success(let value) = DecimalText.parse(text, scale: 3), value >= 0, value <= 43_200_000 else {
      throw PriceFault(.notANumber, column)
    }
    return value
  }

  /// The finding of a fault of the record that was read last.
  public func finding(of fault: PriceFault) -> Finding {
    let index = if let column = fault.column { index(column) } else { -1 }
    let position = SourcePosition(
      file: file, line: reader.line, column: index >= 0 && index < reader.fieldCount ? reader.column(of: index) : nil)
    if fault.problem == .unknownLocality {
      let (contractor, number) = (mac >= 0 ? cell(mac) : Self.nothing, locality >= 0 ? cell(locality) : Self.nothing)
      return Finding(
        fault.problem, at: position,
        contractor.isEmpty
          ? "the release does not have the locality that --locality names"
          : "the release has no locality \(Self.text(contractor))-\(Self.text(number))",
        hint: "gpci.csv in the release's folder lists its localities")
    }
    guard let column = fault.column else {
      switch reader.problem {
      case .unclosedQuote, .textAfterQuote:
        return Finding(
          fault.problem, at: position,
          reader.problem == .unclosedQuote
            ? "a quote is opened in this record and never closed" : "there is text after a closing quote",
          hint: "close the quote, or double it where it belongs to the text")
      case .tooLong:
        return Finding(
          fault.problem, at: position, "the record is longer than \(DelimitedReader.recordLimit >> 20) MB",
          hint: "check that the file is a comma-separated text")
      case .tooManyFields:
        return Finding(
          fault.problem, at: position, "the record has more than \(DelimitedReader.fieldLimit) fields",
          hint: "check that the file is a comma-separated text")
      case nil:
        return Finding(
          fault.problem, at: position, "the record has \(reader.fieldCount) fields and the header \(header.count)",
          hint: "look for a comma or line break inside a value that is not in quotes")
      }
    }
    let name = column.rawValue
    let text = index >= 0 && index < reader.fieldCount ? cell(index) : Self.nothing
    if text.isEmpty {
      return Finding(fault.problem, at: position, "\(name) is blank", hint: "fill it in, or name it by an option")
    }
    let (shape, hint): (CellShape, String) =
      switch column {
      case .code: (.code, "a code is five letters and digits, such as 99214")
      case .modifier: (.modifiers, "write one modifier of two letters or digits, or none")
      case .release: (.number, "write a release on board, such as 2025D: rvubench fees list")
      case .serviceDate: (.date, "write days as YYYY-MM-DD")
      case .mac: (.number, "write the five digits of a contractor of the release, or national")
      case .locality: (.place, "write the two digits of a locality of that contractor")
      case .minutes, .baseUnits: (.number, "write a plain number that is not below zero, such as 45")
      }
    let shown = column == .release ? Self.shownRelease(text) : shape.shown(text)
    return Finding(fault.problem, at: position, "\(name) holds \(shown)\(Self.reason(fault.problem))", hint: hint)
  }

  /// The text of a cell that was read as digits.
  private static func text(_ digits: UnsafeBufferPointer<UInt8>) -> String { String(decoding: digits, as: UTF8.self) }

  private static func reason(_ problem: Problem) -> String {
    switch problem {
    case .unknownRelease: ", which is not a release on board"
    case .releaseMissing: ", a day that no release on board covers"
    case .impossibleDate: ", which is not a day"
    default: ""
    }
  }

  private static func shownRelease(_ text: UnsafeBufferPointer<UInt8>) -> String {
    let words = String(decoding: text, as: UTF8.self)
    return ReleaseName(words) != nil ? "\"\(words)\"" : CellShape.kind(text)
  }

  /// The bytes of the record as they stand in the file, without its line end; nil where quotes were taken away.
  public var plainRecord: UnsafeBufferPointer<UInt8>? {
    let count = reader.fieldCount
    guard count == header.count, count > 1, reader.problem == nil else { return nil }
    var length = count - 1
    for index in 0..<count { length += reader.field(index).count }
    let (first, last) = (reader.field(0), reader.field(count - 1))
    // Where a field was in quotes, the distance is longer than the fields and commas.
    guard let start = first.baseAddress, let end = last.baseAddress, end + last.count - start == length else {
      return nil
    }
    return UnsafeBufferPointer(start: start, count: length)
  }

  /// The fields of the record, as many as the header has; what is missing is empty.
  public func fields() -> [[UInt8]] {
    var fields: [[UInt8]] = []
    for index in 0..<header.count { fields.append(index < reader.fieldCount ? Array(reader.field(index)) : []) }
    return fields
  }

  private func index(_ column: PriceColumn) -> Int {
    switch column {
    case .code: code
    case .modifier: modifier
    case .release: release
    case .serviceDate: serviceDate
    case .mac: mac
    case .locality: locality
    case .minutes: minutes
    case .baseUnits: baseUnits
    }
  }

  private static var nothing: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: nil, count: 0) }
  private static let national: UInt64 = packed("NATIONAL")

  /// The name of a release as a number, as ``PriceRow/release`` holds it; 0 for more than eight bytes.
  public static func packed(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { packed($0) }
  }

  @inline(__always)
  private static func packed(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard text.count <= 8 else { return 0 }
    var value: UInt64 = 0
    for index in 0..<text.count {
      let byte = text[index]
      value |= UInt64(byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte) << UInt64(8 * index)
    }
    return value
  }

  @inline(__always)
  private static func number(_ text: UnsafeBufferPointer<UInt8>, digits: Int) -> Int? {
    guard text.count > 0, text.count <= digits else { return nil }
    var value = 0
    for byte in text {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value &* 10 &+ Int(byte &- 0x30)
    }
    return value
  }

  /// A field without blanks around it.
  @inline(__always)
  private func cell(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let text = reader.field(index)
    guard let first = text.first, let last = text.last, first <= 0x20 || last <= 0x20 else { return text }
    var start = 0
    var end = text.count
    while start < end, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
    while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    return UnsafeBufferPointer(rebasing: text[start..<end])
  }

  private static func next(_ reader: inout DelimitedReader, _ file: String) throws(InputFailure) -> Bool {
    do {
      return try reader.next()
    } catch {
      throw (error as? InputFailure) ?? InputFailure(file, "cannot be read to its end")
    }
  }
}
