import ProductivityModel
import Tabular

/// Which sheets of a workbook are logs: many practices keep a sheet a month, or a summary before the sheet that counts.
public struct WorkbookSheets: Sendable {
  /// A sheet that is a log.
  public struct Sheet: Sendable {
    /// Its name.
    public var name: String
    /// What messages and reports call it: its name, or its number where the name may be that of a person.
    public var shown: String
  }

  /// The sheets that have the columns which the map needs, in the order of their tabs.
  public var logs: [Sheet] = []
  /// Where no sheet is a log, the one that has most of the map's headers: its error is the one to tell.
  public var likeliest: Sheet?
  /// How many other sheets with rows there are that are not hidden.
  public var others = 0

  /// Looks through the sheets of a file that are not hidden.
  ///
  /// - Parameter path: the file's name in messages.
  /// - Returns: nil where the file is no workbook, or has one such sheet only.
  /// - Throws: ``InputFailure`` where the workbook cannot be read.
  public init?(of source: any ByteSource, path: String, map: ColumnMap) throws(InputFailure) {
    do {
      let (start, whole) = try SampledSource.ahead(of: source, count: 4)
      guard ZipArchive.isZip(start) else { return nil }
      let workbook = try Workbook(try SampledSource.contents(whole, path: path, limit: LogOpening.workbookLimit))
      guard workbook.sheets.count(where: { !$0.isHidden }) > 1 else { return nil }
      var most = 0
      for (number, sheet) in workbook.sheets.enumerated() where !sheet.isHidden {
        var reader = try workbook.reader(of: sheet)
        do {
          guard let search = try HeaderSearch(&reader, map, file: path) else { continue }
          let shown = SheetName.shown(sheet.name, number: number + 1)
          if search.isFound { logs.append(Sheet(name: sheet.name, shown: shown)) } else { others += 1 }
          if search.headersThere > most {
            likeliest = Sheet(name: sheet.name, shown: shown)
            most = search.headersThere
          }
        } catch is InputFailure {
          others += 1
        }
      }
    } catch let failure as InputFailure {
      throw failure
    } catch let failure as FormFailure {
      throw InputFailure(path, failure.message, hint: failure.hint)
    } catch {
      throw InputFailure(path, "cannot be read")
    }
  }
}
