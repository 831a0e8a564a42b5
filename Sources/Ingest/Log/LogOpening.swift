import ProductivityModel
import Tabular

/// Opens a log of any form: what the file is follows from its first bytes and the map.
public enum LogOpening {
  /// The bytes that are read ahead to recognise a file.
  private static let sampleSize = 1 << 16
  /// The most bytes of a workbook, which is held in memory as it is packed: a full sheet takes 50 to 80 MB.
  static let workbookLimit = 96 << 20

  /// Opens a log and reads its header.
  ///
  /// - Parameters:
  ///   - source: the bytes.
  ///   - path: the file's name in messages.
  ///   - file: the file's number in the run.
  ///   - map: how its headers become the standard columns.
  ///   - clinicians: the roster's clinicians; nil where there is no roster, and then any id is accepted.
  ///   - needs: the columns that are kept beyond those that every run keeps.
  ///   - unpacking: is given what a packed file unpacks to, as it is read.
  /// - Throws: ``InputFailure`` where there is no header or a required column is missing.
  public static func open(
    _ source: any ByteSource, path: String, file: Int, map: ColumnMap, clinicians: ClinicianDirectory?,
    needs: LogNeeds = [], unpacking: (HashedSource) -> Void = { _ in }
  ) throws -> any LogReader {
    var hasSemicolons = false
    func parser<Records: LogRecords & ~Copyable>(_ records: consuming Records) -> LogParser<Records> {
      LogParser(
        records, path: path, file: file, map: map, identifierForms: clinicians?.forms, needs: needs,
        hasSemicolons: hasSemicolons)
    }
    do {
      var (start, whole) = try SampledSource.ahead(of: source, count: sampleSize)
      if GzipSource.isGzip(start) {
        let unpacked = HashedSource(GzipSource(whole))
        unpacking(unpacked)
        (start, whole) = try SampledSource.ahead(of: unpacked, count: sampleSize)
      }
      try Workbook.refuseOldForm(start)
      if map.form == .sheet || map.form == nil && ZipArchive.isZip(start) {
        let workbook = try Workbook(try SampledSource.contents(whole, path: path, limit: workbookLimit))
        let reader = try workbook.reader(of: try sheet(of: workbook, map, path))
        return FormReader(parser(try MappedRecords(reader, path: path, map: map, clinicians: clinicians))) {
          try $0.read(into: &$1, &$2, most: $3)
        }
      }
      if map.form == .claims || map.form == nil && InterchangeReader.isInterchange(start) {
        return FormReader(parser(try ProfessionalClaimRecords(whole, path: path, clinicians: clinicians))) {
          try $0.read(into: &$1, &$2, most: $3)
        }
      }
      let encoding = map.encoding ?? TextEncoding.recognized(in: start)
      if encoding != .utf8 {
        (start, whole) = try SampledSource.ahead(of: TranscodedSource(whole, from: encoding), count: sampleSize)
      } else if map.encoding == nil, start.count == sampleSize, start.allSatisfy({ $0 < 0x80 }) {
        whole = LateEncodingSource(whole)
      }
      if let layout = map.layout {
        let reader = FixedWidthReader(whole, layout: layout)
        return FormReader(parser(try MappedRecords(reader, path: path, map: map, clinicians: clinicians))) {
          try $0.read(into: &$1, &$2, most: $3)
        }
      }
      let dialect = DialectSearch.dialect(start, map)
      hasSemicolons = dialect.delimiter == UInt8(ascii: ";")
      let reader = DelimitedReader(whole, dialect: dialect)
      if map.isPlain { return DirectReader(parser(try DirectRecords(reader, path: path, map: map))) }
      return FormReader(parser(try MappedRecords(reader, path: path, map: map, clinicians: clinicians))) {
        try $0.read(into: &$1, &$2, most: $3)
      }
    } catch let failure as FormFailure {
      throw InputFailure(path, failure.message, hint: failure.hint)
    }
  }

  private static func sheet(of workbook: Workbook, _ map: ColumnMap, _ path: String) throws -> Workbook.Sheet {
    guard let name = map.sheet else {
      return workbook.sheets.first { !$0.isHidden } ?? workbook.sheets[0]
    }
    guard let sheet = workbook.sheets.first(where: { $0.name.trimmed.lowercased() == name.trimmed.lowercased() }) else {
      let names = workbook.sheets.map(\.name).filter(HeaderShape.isName)
      throw InputFailure(
        path, "has no sheet \(name)", hint: "its sheets are: \(names.joined(separator: ", "))")
    }
    return sheet
  }
}
