import Tabular

extension TableSample {
  /// The most sheets of a workbook that are looked at.
  private static let mostSheets = 100

  /// Reads the first rows of a file; of a workbook those of every sheet that is not hidden and not empty.
  ///
  /// - Parameters:
  ///   - path: the file's name in messages.
  ///   - sheet: the one sheet of a workbook that is to be read; nil for all.
  /// - Throws: ``InputFailure`` where it cannot be read.
  public static func all(in source: any ByteSource, path: String, sheet: String?) throws -> [TableSample] {
    let (start, whole) = try SampledSource.ahead(of: source, count: 4)
    guard sheet == nil, ZipArchive.isZip(start) else { return [try TableSample(whole, path: path, sheet: sheet)] }
    do {
      let workbook = try Workbook(try SampledSource.contents(whole, path: path, limit: LogOpening.workbookLimit))
      var samples: [TableSample] = []
      let areAllHidden = workbook.sheets.allSatisfy(\.isHidden)
      for (number, sheet) in workbook.sheets.enumerated() where !sheet.isHidden || areAllHidden {
        var sample = TableSample(form: .sheet)
        sample.shownSheet = SheetName.shown(sheet.name, number: number + 1)
        var reader = try workbook.reader(of: sheet)
        try sample.take(&reader)
        if !sample.rows.isEmpty { samples.append(sample) }
        if samples.count == mostSheets { break }
      }
      guard !samples.isEmpty else { throw empty(path) }
      return samples
    } catch let failure as FormFailure {
      throw InputFailure(path, failure.message, hint: failure.hint)
    }
  }
}
