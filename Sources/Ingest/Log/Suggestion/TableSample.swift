import Tabular

/// The first rows of a file of unknown layout.
public struct TableSample: Sendable {
  /// The form of the file.
  var form: LogForm
  /// The mark between fields; nil of a workbook.
  var delimiter: UInt8?
  /// The sheet that was asked for.
  var sheet: String?
  /// What messages call the sheet; empty of a text.
  var shownSheet = ""
  /// The rows, those without any text left out.
  var rows: [[String]] = []
  /// The places of rows above which one without any text was left out.
  var breaks: Set<Int> = []

  /// The most rows that are looked at, with those above the header.
  private static let mostRows = 260
  /// The most columns of a row.
  private static let mostColumns = 1_000
  /// The bytes of a text that are looked at.
  private static let sampleSize = 1 << 20

  /// Reads the first rows of a file.
  ///
  /// - Parameters:
  ///   - path: the file's name in messages.
  ///   - sheet: the sheet of a workbook; nil for the first that is not hidden.
  /// - Throws: ``InputFailure`` where it cannot be read.
  public init(_ source: any ByteSource, path: String, sheet: String?) throws {
    do {
      var (start, whole) = try SampledSource.ahead(of: source, count: Self.sampleSize)
      if GzipSource.isGzip(start) {
        (start, whole) = try SampledSource.ahead(of: GzipSource(whole), count: Self.sampleSize)
      }
      try Workbook.refuseOldForm(start)
      if ZipArchive.isZip(start) {
        let workbook = try Workbook(try SampledSource.contents(whole, path: path, limit: LogOpening.workbookLimit))
        self.init(form: .sheet, sheet: sheet)
        var reader = try workbook.reader(of: try Self.sheet(sheet, of: workbook, path))
        try take(&reader, path)
        return
      }
      if InterchangeReader.isInterchange(start) {
        throw InputFailure(path, "holds claims (X12 837P), which need no column map", hint: "name the file in the job")
      }
      let encoding = TextEncoding.recognized(in: start)
      if encoding != .utf8 {
        (start, whole) = try SampledSource.ahead(of: TranscodedSource(whole, from: encoding), count: Self.sampleSize)
      }
      let delimiter = Self.delimiter(start)
      self.init(form: .delimited, delimiter: delimiter)
      var reader = DelimitedReader(MemorySource(start), dialect: TextDialect(delimiter: delimiter))
      try take(&reader, path)
      // The last row of a sample may be cut.
      if start.count == Self.sampleSize, rows.count < Self.mostRows, rows.count > 1 { rows.removeLast() }
    } catch let failure as FormFailure {
      throw InputFailure(path, failure.message, hint: failure.hint)
    }
  }

  init(form: LogForm, delimiter: UInt8? = nil, sheet: String? = nil, rows: [[String]] = []) {
    self.form = form
    self.delimiter = delimiter
    self.sheet = sheet
    self.rows = rows
  }

  mutating func take(_ reader: inout some RecordReader & ~Copyable) throws {
    while rows.count < Self.mostRows, try reader.next() {
      guard reader.fieldCount <= Self.mostColumns else {
        throw FormFailure(
          "has a row of more than \(Self.mostColumns) columns, which no log has", hint: "see whether it is a table")
      }
      let row = reader.texts().map(\.trimmed)
      if row.allSatisfy(\.isEmpty) { breaks.insert(rows.count) } else { rows.append(row) }
    }
  }

  private mutating func take(_ reader: inout some RecordReader & ~Copyable, _ path: String) throws {
    try take(&reader)
    if rows.isEmpty { throw Self.empty(path) }
  }

  static func empty(_ path: String) -> InputFailure {
    InputFailure(path, "is empty", hint: "a log starts with a line of headers")
  }

  private static func sheet(_ name: String?, of workbook: Workbook, _ path: String) throws -> Workbook.Sheet {
    guard let name else { return workbook.sheets.first { !$0.isHidden } ?? workbook.sheets[0] }
    guard let sheet = workbook.sheets.first(where: { $0.name.trimmed.lowercased() == name.trimmed.lowercased() }) else {
      let names = workbook.sheets.map(\.name).filter(HeaderShape.isName)
      throw InputFailure(path, "has no sheet \(name)", hint: "its sheets are: \(names.joined(separator: ", "))")
    }
    return sheet
  }

  /// The mark under which most rows have as many fields as most others.
  private static func delimiter(_ start: [UInt8]) -> UInt8 {
    var best: (mark: UInt8, fields: Int) = (0x2C, 0)
    for mark: UInt8 in [0x2C, 0x09, 0x3B, 0x7C] {
      var reader = DelimitedReader(MemorySource(start), dialect: TextDialect(delimiter: mark))
      var counts: [Int: Int] = [:]
      var rows = 0
      while rows < 50, (try? reader.next()) == true {
        counts[reader.fieldCount, default: 0] += 1
        rows += 1
      }
      let common = counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
      let fields = (common?.value ?? 0) * (common?.key ?? 0)
      if fields > best.fields { best = (mark, fields) }
    }
    return best.mark
  }
}
