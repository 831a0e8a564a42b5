import Ingest
import Tabular

/// Delimited text. The first byte chooses dialect, map and pieces; the rest is the text.
enum DelimitedEntry {
  private static let delimiters: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]
  private static let pieces = [1, 2, 3, 7, 64, 1_000, 65_536, 1 << 20]

  static func check(_ bytes: [UInt8], _ violations: inout Violations) {
    guard let choice = bytes.first else { return }
    let text = Array(bytes.dropFirst())
    let dialect = TextDialect(
      delimiter: delimiters[Int(choice & 3)], quote: choice & 4 == 0 ? .double : .single,
      escape: choice & 8 == 0 ? .doubled : .backslash)
    let piece = pieces[Int(choice >> 4 & 7)]
    let whole = RecordsRead(DelimitedReader(MemorySource(text), dialect: dialect))
    whole.check("csv", &violations)
    checkPlaces(text, dialect, &violations)
    violations.require(
      whole == RecordsRead(DelimitedReader(MemorySource(text, piece: piece), dialect: dialect)),
      "csv: other records in pieces of \(piece)")

    var map = EntryMaps.of(choice >> 4)
    if choice & 0x80 == 0 {
      (map.delimiter, map.quote, map.escape) = (dialect.delimiter, dialect.quote, dialect.escape)
    }
    let log = LogRead(text, map: map, hasRoster: choice & 1 == 0)
    log.check("csv log", &violations)
    log.check("csv log", isSameAs: LogRead(text, map: map, hasRoster: choice & 1 == 0, piece: piece), &violations)
    log.check(
      "csv log",
      isSameAs: LogRead(text, map: map, hasRoster: choice & 1 == 0, inPiecesOf: piece, threads: 1 + piece % 3),
      &violations)
    if log.failure == nil { checkSum(log, text, map, records: whole.records.count, &violations) }
    if choice & 0x60 == 0 { suggest(text, &violations) }
  }

  /// A field that is not in quotes is in the text at its place.
  private static func checkPlaces(_ text: [UInt8], _ dialect: TextDialect, _ violations: inout Violations) {
    var reader = DelimitedReader(MemorySource(text), dialect: dialect)
    while (try? reader.next()) == true {
      violations.require(reader.offset < UInt64(text.count), "csv: a record starts after the end")
      for index in 0..<min(reader.fieldCount, 300) {
        let field = reader.field(index)
        let start = Int(reader.offset) + reader.column(of: index) - 1
        guard start >= 0, start + field.count <= text.count else {
          return violations.require(false, "csv: a field of line \(reader.line) is outside the text")
        }
        if field.isEmpty || start < text.count && (text[start] == 0x22 || text[start] == 0x27) { continue }
        violations.require(
          text[start..<start + field.count].elementsEqual(field), "csv: a field of line \(reader.line) is elsewhere")
      }
    }
  }

  /// Each record of the text is a line, a rejection, or another row, and one at least is the header: where nothing of the
  /// dialect is looked for, and there is no quote, which a log's reader judges by the fields that it expects.
  private static func checkSum(
    _ log: LogRead, _ text: [UInt8], _ map: ColumnMap, records: Int, _ violations: inout Violations
  ) {
    guard map.delimiter != nil, map.quote != nil, map.escape != nil, map.encoding == .utf8, text.contains(0x0A),
      !text.contains(0x22), !text.contains(0x27),
      !GzipSource.isGzip(text), !ZipArchive.isZip(text)
    else { return }
    let told = log.lines.count + log.rejections.count + log.otherRows + 1
    // A line of nothing but blanks is no row of any kind.
    violations.require(told <= records, "csv log: \(told) rows are told of \(records)")
    let blank = text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).count {
      $0.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
    violations.require(told + blank >= records, "csv log: \(told) rows are told of \(records), \(blank) blank")
  }

  private static func suggest(_ text: [UInt8], _ violations: inout Violations) {
    do {
      let sample = try TableSample(MemorySource(text), path: "log", sheet: nil)
      _ = try MapSuggester(EntryMaps.headings).suggestion(for: sample, path: "log")
    } catch {
      violations.require(decent: ["\(error)"], of: "map suggest")
    }
  }
}
