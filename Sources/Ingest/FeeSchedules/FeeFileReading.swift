import MedicareFees
import ProductivityModel
import Tabular

/// The reading of a fee schedule file from its first byte to its last.
struct FeeFileReading<Reader: RecordReader & ~Copyable>: ~Copyable {
  /// The most lines that a message lists.
  private static var listedLines: Int { 8 }

  /// What the preamble says, where there is one.
  private(set) var preamble: FeePreamble?
  /// The rows read so far.
  private(set) var rows: [FeeRow] = []
  /// The descriptors read so far.
  private(set) var descriptors: [FeeFile.Descriptor] = []
  /// The conversion factors stated so far.
  private(set) var factors: Set<ConversionFactor> = []
  /// What became of each record so far.
  private(set) var account = RecordAccount()

  private let path: String
  private var reader: Reader
  private var lines: [Int32] = []
  private var lastFactor: [UInt8] = []
  private var problems: [(line: Int, column: Int?, message: String)] = []

  init(path: String, reader: consuming Reader) {
    self.path = path
    self.reader = reader
  }

  /// Reads up to and with the header.
  ///
  /// - Throws: ``InputFailure`` where no layout fits, with the header that was found.
  mutating func readHeader() throws(InputFailure) -> FeeHeader {
    var before: [[String]] = []
    var firstLine: Int?
    while before.count < FeeFileRecognition.headerLimit, try next() {
      account.header += 1
      firstLine = firstLine ?? reader.line
      let cells = reader.texts()
      guard FeeHeader.endsHeader(cells) else {
        before.append(cells)
        continue
      }
      // Header rows have several cells; the title, copyright and date above them have one.
      let part = before.reversed().prefix { row in row.count { !FeeHeader.trimmed($0).isEmpty } > 1 }
      let names = FeeHeader.merged(part.reversed() + [cells])
      preamble = FeePreamble(before.dropLast(part.count))
      guard let header = FeeHeader(names, hasPreamble: !before.isEmpty) else {
        throw FeeFileRecognition.unknownLayout(path, names, line: reader.line)
      }
      return header
    }
    guard let first = before.first else {
      throw InputFailure(path, "is empty", hint: "give CMS's comma-delimited Relative Value File")
    }
    throw FeeFileRecognition.unknownLayout(path, first, line: firstLine)
  }

  /// Passes over records that come before those of a layout without a header.
  mutating func skip(_ records: Int) throws(InputFailure) {
    while account.header < records, try next() { account.header += 1 }
  }

  /// Reads the rows after the header.
  ///
  /// - Throws: ``InputFailure`` that tells of every row that cannot be used.
  mutating func readRows(_ header: FeeHeader) throws(InputFailure) {
    let parser = FeeRowParser(columns: header.figures)
    while try next() {
      if let emptiness = reader.emptiness {
        account.count(emptiness)
        continue
      }
      if let fault = reader.fault(expecting: header.fieldCount) {
        note(nil, fault)
        continue
      }
      do {
        let row = try parser.row(reader)
        if let message = wrongTotal(row, header) { note(nil, message) }
        rows.append(row)
        account.rows += 1
        lines.append(Int32(reader.line))
        if let field = header.description {
          let text = FeeHeader.trimmed(reader.text(field))
          descriptors.append(FeeFile.Descriptor(code: row.code, component: row.component, text: text))
        }
        if let field = header.conversionFactor { readFactor(field) }
      } catch {
        note(reader.column(of: error.field), "\(header.names[error.field]) \(error.message)")
      }
    }
    if problems.isEmpty, rows.isEmpty {
      throw InputFailure(path, "has a header and no rows", hint: "download the file again: it seems to be cut off")
    }
    sortRows()
    try failIfBad()
  }

  private mutating func next() throws(InputFailure) -> Bool {
    do {
      return try reader.next()
    } catch {
      if let error = error as? FormFailure { throw InputFailure(path, error.message, hint: error.hint) }
      throw (error as? InputFailure) ?? InputFailure(path, "cannot be read to its end")
    }
  }

  private mutating func note(_ column: Int?, _ message: String) { problems.append((reader.line, column, message)) }

  /// What is wrong with the totals of a row, if anything: published totals are the sums of their parts.
  private func wrongTotal(_ row: FeeRow, _ header: FeeHeader) -> String? {
    for (field, setting) in [(header.nonfacilityTotal, Setting.nonfacility), (header.facilityTotal, .facility)] {
      guard let field else { continue }
      let cell = FeeRowParser.trimmed(reader.field(field))
      guard let published = PublishedDecimal.parse(cell, scale: 2) else {
        return "\(header.names[field]) is not a number with two decimals"
      }
      let sum = row.total(setting)
      if published != Int64(sum.hundredths) {
        let stated = DecimalText.fixed(published, scale: 2, decimals: 2)
        return "\(row.code) has the \(setting.rawValue) total \(stated), and its parts sum to \(sum)"
      }
    }
    return nil
  }

  /// Keeps the conversion factor of a row; nearly always the cell of the row before, which is not read again.
  private mutating func readFactor(_ field: Int) {
    let cell = FeeRowParser.trimmed(reader.field(field))
    if cell.isEmpty || cell.elementsEqual(lastFactor) { return }
    guard let value = PublishedDecimal.parse(cell, scale: 4), value > 0 else {
      note(reader.column(of: field), "the conversion factor is not a number of dollars with four decimals")
      return
    }
    lastFactor = Array(cell)
    factors.insert(ConversionFactor(tenThousandths: value))
  }

  /// Sorts by code and component, and notes a key that is there twice.
  private mutating func sortRows() {
    let order = rows.indices.sorted { Self.key(rows[$0]) < Self.key(rows[$1]) }
    for (first, second) in zip(order, order.dropFirst()) where Self.key(rows[first]) == Self.key(rows[second]) {
      let component = rows[first].component.map { "-\($0)" } ?? ""
      problems.append((Int(lines[second]), nil, "\(rows[first].code)\(component) is already on line \(lines[first])"))
    }
    rows = order.map { rows[$0] }
  }

  private static func key(_ row: FeeRow) -> (UInt64, UInt16) { (row.code.packed, row.component?.packed ?? 0) }

  /// Stops the import where any row is bad: part of a fee schedule is worse than none.
  private mutating func failIfBad() throws(InputFailure) {
    problems.sort { $0.line < $1.line }
    guard let first = problems.first else { return }
    var message = first.message
    let others = problems.dropFirst()
    if !others.isEmpty {
      let listed = others.prefix(Self.listedLines).map { "line \($0.line): \($0.message)" }.joined(separator: "; ")
      let rest = others.count - Self.listedLines
      message += ". \(others.count) more: \(listed)" + (rest > 0 ? "; and \(rest) others" : "")
    }
    throw InputFailure(
      path, line: first.line, column: first.column, message,
      hint: "nothing was imported; download the file again, or correct the rows by CMS's own file")
  }
}
