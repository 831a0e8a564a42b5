import ProductivityModel
import Tabular

/// Opens a log of any form: what the file is follows from its first bytes and the map.
public enum LogOpening {
  /// The bytes that are read ahead to recognise a file.
  private static let sampleSize = 1 << 16
  /// The most bytes of a workbook.
  private static let workbookLimit = 1 << 30

  /// Opens a log and reads its header.
  ///
  /// - Parameters:
  ///   - source: the bytes.
  ///   - path: the file's name in messages.
  ///   - file: the file's number in the run.
  ///   - map: how its headers become the standard columns.
  ///   - clinicians: the roster's clinicians; nil where there is no roster, and then any id is accepted.
  ///   - needs: the columns that are kept beyond those that every run keeps.
  /// - Throws: ``InputFailure`` where there is no header or a required column is missing.
  public static func open(
    _ source: any ByteSource, path: String, file: Int, map: ColumnMap, clinicians: ClinicianDirectory?,
    needs: LogNeeds = []
  ) throws -> LogReader {
    func parser<Records: LogRecords & ~Copyable>(_ records: consuming Records) -> LogParser<Records> {
      LogParser(records, path: path, file: file, map: map, identifierForms: clinicians?.forms, needs: needs)
    }
    let sample = try SampledSource.sample(of: source, count: sampleSize)
    let whole = SampledSource(sample, then: source)
    do {
      if map.form == .sheet || map.form == nil && ZipArchive.isZip(sample) {
        let workbook = try Workbook(try SampledSource.contents(whole, path: path, limit: workbookLimit))
        let sheet = try sheet(of: workbook, map, path)
        return FormReader(
          parser(try MappedRecords(try workbook.reader(of: sheet), path: path, map: map, clinicians: clinicians)))
      }
    } catch let failure as FormFailure {
      throw InputFailure(path, failure.message, hint: failure.hint)
    }
    let delimited = DelimitedReader(whole, delimiter: delimiter(sample, map))
    if map.isPlain { return DirectReader(parser(try DirectRecords(delimited, path: path, map: map))) }
    return FormReader(parser(try MappedRecords(delimited, path: path, map: map, clinicians: clinicians)))
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

  /// The mark between the fields: the map's, or the first under which the sample has the header; else a comma.
  private static func delimiter(_ sample: [UInt8], _ map: ColumnMap) -> UInt8 {
    if let delimiter = map.delimiter { return delimiter }
    let marks: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]
    for mark in marks {
      var reader = DelimitedReader(MemorySource(sample), delimiter: mark)
      if let search = try? HeaderSearch(&reader, map, file: ""), search.isFound { return mark }
    }
    return marks[0]
  }
}
