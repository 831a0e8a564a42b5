import Tabular

/// Finds out what a file holds: by its header, or by the shape of its records where it has none, and never by its name.
struct FeeFileRecognition {
  /// How a file is to be read.
  enum Layout {
    /// Comma-delimited text whose header says what it is.
    case delimited(FeeFileKind)
    /// A sheet of a workbook whose header says what it is.
    case sheet(FeeFileKind, Workbook, Workbook.Sheet)
    /// Lines that fit a record layout, after some that come before them.
    case fixedWidth(FixedRecordLayout, headerRecords: Int)
  }

  /// The most records in which a header is looked for.
  static let headerLimit = 40

  /// How the file is to be read; nil where it has no known layout.
  let layout: Layout?
  /// The first record that looks like a header, or the first record, for the message that no layout is known.
  let firstRecord: (names: [String], line: Int)?
  /// The sheets of a workbook that are not read, each with the reason.
  let otherSheets: [String]

  /// Looks at the first records of a file.
  ///
  /// - Throws: ``InputFailure`` where it cannot be read at all.
  init(_ file: SourceFile) throws(InputFailure) {
    do {
      if ZipArchive.isZip(file.bytes) {
        self = try Self.ofWorkbook(file)
      } else {
        let found = try Self.header(DelimitedReader(MemorySource(file.bytes)))
        otherSheets = []
        firstRecord = found.first
        layout = found.kind.map { .delimited($0) } ?? Self.fixedWidth(file.bytes)
      }
    } catch {
      throw file.failure(error)
    }
  }

  private init(layout: Layout?, firstRecord: (names: [String], line: Int)?, otherSheets: [String]) {
    self.layout = layout
    self.firstRecord = firstRecord
    self.otherSheets = otherSheets
  }

  /// A workbook has exactly one visible sheet with a known header; sheets' names say nothing.
  private static func ofWorkbook(_ file: SourceFile) throws -> FeeFileRecognition {
    let workbook = try Workbook(file.bytes)
    var known: [(FeeFileKind, Workbook.Sheet)] = []
    var first: (names: [String], line: Int)?
    var others: [String] = []
    for sheet in workbook.sheets {
      if sheet.isHidden {
        others.append("sheet \(sheet.name): hidden")
        continue
      }
      let found = try header(try workbook.reader(of: sheet))
      if let kind = found.kind {
        known.append((kind, sheet))
      } else {
        first = first ?? found.first
        others.append("sheet \(sheet.name): \(found.first == nil ? "empty" : "no known header")")
      }
    }
    if known.count > 1 {
      throw InputFailure(
        file.shownAs, "has several sheets that could be meant: \(known.map(\.1.name).joined(separator: ", "))",
        hint: "keep one of them")
    }
    return FeeFileRecognition(
      layout: known.first.map { .sheet($0.0, workbook, $0.1) }, firstRecord: first, otherSheets: others)
  }

  /// The kind of a table by its header, and its first record of several cells.
  private static func header<Reader: RecordReader & ~Copyable>(
    _ reader: consuming Reader
  ) throws -> (kind: FeeFileKind?, first: (names: [String], line: Int)?) {
    var reader = reader
    var first: (names: [String], line: Int)?
    var titleOnly = true
    var records = 0
    while records < headerLimit, try reader.next() {
      records += 1
      let names = reader.texts()
      let filled = names.count { !FeeHeader.trimmed($0).isEmpty }
      if filled == 0 { continue }
      // A title stands alone in its record; a header has several cells.
      if first == nil || (titleOnly && filled > 1) { first = (names, reader.line) }
      titleOnly = titleOnly && filled == 1
      if let header = TableHeader(names.map(FeeHeader.trimmed)) { return (header.kind, first) }
      if FeeHeader.endsHeader(names) { return (isCap(names) ? nil : .relativeValues, (names, reader.line)) }
    }
    return (nil, first)
  }

  /// Whether a header is that of OPPSCAP, which starts like that of PPRRVU.
  static func isCap(_ names: [String]) -> Bool {
    let plain = Set(names.map(FeeLayout.plain))
    return plain.isSuperset(of: ["HCPCS", "MOD", "PROCSTAT", "CARRIER", "LOCALITY", "FACILITYPRICE"])
  }

  /// The record layout that the first line with a digit in front fits; nil where there is none.
  private static func fixedWidth(_ bytes: [UInt8]) -> Layout? {
    for known in FixedRecordLayout.all {
      var reader = FixedWidthReader(MemorySource(bytes), layout: known.layout)
      var before = 0
      while before < headerLimit, (try? reader.next()) == true {
        if reader.fault(expecting: known.layout.fields.count) == nil, reader.emptiness == nil, known.fits(reader) {
          return .fixedWidth(known, headerRecords: before)
        }
        // A line that starts as a record does and does not fit is no title: the layout is another.
        let isHeader =
          known.headerMark.isEmpty
          ? !(reader.wholeLine.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false)
          : reader.wholeLine.starts(with: known.headerMark.utf8)
        guard isHeader || reader.emptiness != nil else { break }
        before += 1
      }
    }
    return nil
  }

  /// The failure of a header that fits no layout.
  ///
  /// The header is shown where it looks like one: a file of another kind may hold anything in its first record.
  static func unknownLayout(_ path: String, _ names: [String], line: Int?) -> InputFailure {
    InputFailure(
      path, line: line, "is not in a known fee schedule layout; \(shape(names))",
      hint: "known are CMS's Relative Value File (PPRRVU....csv, .xlsx or .txt of an RVU zip file), its GPCI, ANES and "
        + "LOCCO files, the anesthesia base units, and re-exports with columns named hcpcs, mod, work_rvu, ... or HCPCS, "
        + "MOD, WORK, ...; a Relative Value File must have the code, modifier, work, both practice expenses with their NA "
        + "indicators, and malpractice, once")
  }

  /// What a record that is no known header looks like.
  static func shape(_ names: [String]) -> String {
    let shown = names.map(FeeHeader.trimmed)
    let looksLikeHeader = shown.allSatisfy { name in
      let text = TableHeader.plain(name).year == nil ? name : String(name.dropFirst(4))
      return text.utf8.count <= 64 && !(text.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false)
        && !text.contains("@")
    }
    if looksLikeHeader, names.count > 1 { return "its columns are: \(shown.joined(separator: ", "))" }
    if names.count > 1 { return "its first record has \(names.count) fields and is no header" }
    return "its first line has \(names.first?.utf8.count ?? 0) characters and is no header"
  }
}

extension FixedRecordLayout {
  /// Whether the cells of a record of the right shape can be what the layout says: numbers where it has numbers.
  fileprivate func fits(_ record: borrowing FixedWidthReader) -> Bool {
    if kind == .relativeValues {
      guard let header = FeeHeader(self) else { return false }
      return (try? FeeRowParser(columns: header.figures).row(record)) != nil
    }
    for (index, field) in layout.fields.enumerated()
    where kind.columns.contains(where: { $0.name == field.name && $0.isKey }) {
      let cell = FeeRowParser.trimmed(record.field(index))
      guard !cell.isEmpty, cell.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return false }
    }
    return true
  }
}
