import ProductivityModel
import Tabular

/// The rows of a log that are no records: repeated headers, totals, footers, rows without any text.
///
/// A row is only ever taken for one where it has not both a day and a procedure code, so that no service is passed over.
struct OtherRows {
  /// What such a row is.
  enum Kind: Int, CaseIterable {
    case blank
    case repeatedHeader
    case summary
    case notKept
  }

  private let file: String
  private let header: [String]
  /// The header as one row and, where it has several, each of them.
  private let headerRows: [[String]]
  private let skip: [String]
  private let dates: DateForms
  private var sightings = [Sightings](repeating: Sightings(), count: Kind.allCases.count)
  private var rowsAbove = 0
  private let sieve: OtherRowsSieve

  init(_ header: LogHeader, rowsAbove: Int, map: ColumnMap, file: String) {
    self.file = file
    self.header = header.firstNames
    headerRows = [header.firstNames] + header.rows
    sieve = OtherRowsSieve(headerRows: headerRows, words: Self.words + map.skip)
    skip = map.skip
    dates = LogColumn.allCases.reduce(into: map.dates) { $0.formUnion(map.dates(of: $1)) }
    self.rowsAbove = rowsAbove
  }

  /// The number of rows so far, with those above the header.
  var count: Int { sightings.reduce(rowsAbove) { $0 + $1.count } }

  /// Counts a row.
  mutating func add(_ kind: Kind, line: Int) { sightings[kind.rawValue].note(line) }

  /// Adds rows that were met later in the file.
  mutating func add(_ later: [Sightings]) {
    for kind in sightings.indices { sightings[kind].add(later[kind]) }
  }

  /// Takes the rows of a piece of the file out.
  mutating func take() -> [Sightings] {
    defer { sightings = [Sightings](repeating: Sightings(), count: Kind.allCases.count) }
    return sightings
  }

  /// What the row is that was read last; nil where it is a record, good or bad.
  func kind(of reader: borrowing some RecordReader & ~Copyable) -> Kind? {
    // A row of far more cells than the header is neither, and may have thousands.
    if reader.fieldCount > min(2 * header.count + 100, 1_000) { return nil }
    if !sieve.mayHold(reader, isSummary: { isSummary($0.lowercased()) }) { return nil }
    var texts: [String] = []
    for index in 0..<reader.fieldCount { texts.append(reader.text(index).trimmed) }
    var countsDay = false
    for index in 0..<reader.fieldCount where reader.day(index, isAnyNumber: false) != nil { countsDay = true }
    return kind(of: texts, countsDay: countsDay)
  }

  /// What a row of texts without blanks around them is; nil where it is a record.
  ///
  /// - Parameter countsDay: whether a cell is a number that is shown as a day.
  func kind(of texts: [String], countsDay: Bool = false) -> Kind? {
    if texts.allSatisfy(\.isEmpty) { return .blank }
    if isHeader(texts) { return .repeatedHeader }
    guard let first = texts.first(where: { !$0.isEmpty }), isSummary(first.lowercased()), !isService(texts, countsDay)
    else { return nil }
    return .summary
  }

  /// Whether the row that was read last repeats the header, or one of its rows.
  func isHeader(_ reader: borrowing some RecordReader & ~Copyable) -> Bool {
    sieve.mayBeHeader(reader) && isHeader(reader.texts().map(\.trimmed))
  }

  /// Whether texts repeat the header, or one of its rows.
  func isHeader(_ texts: [String]) -> Bool {
    let names = texts.map(LogHeader.normalized)
    guard names.count(where: { !$0.isEmpty }) > 1, names.count <= header.count else { return false }
    return headerRows.contains { row in
      zip(names, row).allSatisfy { $0 == $1 } && row.dropFirst(names.count).allSatisfy(\.isEmpty)
        && names.dropFirst(row.count).allSatisfy(\.isEmpty)
    }
  }

  /// Whether the texts of a row have both a day and a code, as a service has.
  private func isService(_ texts: [String], _ countsDay: Bool) -> Bool {
    let hasCode = texts.contains { text in Array(text.utf8).withUnsafeBufferPointer { CellShape.code.fits($0) } }
    return hasCode
      && (countsDay || texts.contains { text in Array(text.utf8).withUnsafeBufferPointer { dates.day($0) != nil } })
  }

  private static let words = [
    "total", "totals", "subtotal", "sub-total", "sub total", "grand total", "sum", "count", "average", "page", "report",
    "printed", "generated", "run date", "run by", "run time", "end of report", "end of file", "record count",
    "number of records", "rows", "confidential",
  ]

  /// Whether a row's first text, in small letters, starts as totals and footers do.
  private func isSummary(_ text: String) -> Bool {
    for pattern in skip {
      if pattern.hasSuffix("*") ? text.hasPrefix(pattern.dropLast()) : text == pattern { return true }
    }
    if text.count > 2, text.allSatisfy({ $0 == "-" || $0 == "=" || $0 == "*" || $0 == "_" }) { return true }
    let isNamed = Self.words.contains { word in
      text.hasPrefix(word) && text.dropFirst(word.count).first.map { !$0.isLetter && $0 != "_" } ?? true
    }
    return isNamed || text.hasSuffix(" total") || text.hasSuffix(" totals") || text.hasSuffix(" subtotal")
      || text.hasSuffix(" rows)") || text.hasSuffix(" records")
  }

  /// What there is to say of them.
  var findings: [Finding] {
    var findings: [Finding] = []
    if rowsAbove > 0 {
      findings.append(
        finding(rowsAbove, 1, "stand above the header and are not read", "stands above the header and is not read"))
    }
    for kind in Kind.allCases where sightings[kind.rawValue].count > 0 {
      let (count, line) = (sightings[kind.rawValue].count, sightings[kind.rawValue].first)
      switch kind {
      // Rows without any text are in every spreadsheet.
      case .blank: continue
      case .repeatedHeader:
        findings.append(
          finding(count, line, "repeat the header and are no records", "repeats the header and is no record"))
      case .summary:
        findings.append(
          finding(count, line, "are totals or footers and are no records", "is a total or a footer and no record"))
      case .notKept:
        findings.append(
          finding(
            count, line, "are left out by the conditions of the column map",
            "is left out by the conditions of the column map"))
      }
    }
    return findings
  }

  private func finding(_ count: Int, _ line: Int, _ several: String, _ one: String) -> Finding {
    Finding(
      .otherRow, at: SourcePosition(file: file, line: line), count == 1 ? "a row \(one)" : "\(count) rows \(several)",
      hint: "see that none of them is a service; they are counted as other_rows in data/control_totals.csv")
  }
}
