import Ingest
import ProductivityModel
import Reporting
import Tabular

/// Reads a data file that a run wrote, record by record, and makes sure that it is as the run wrote it.
struct RecordedTable {
  /// The file, as messages name it.
  let file: String
  private let path: String
  private let sha256: String

  /// A data file of a folder.
  ///
  /// - Parameter sha256: the hash that the folder's manifest gives.
  init(_ name: String, in folder: String, sha256: String) {
    file = "\(folder)/\(name)"
    path = "\(folder)/\(name)"
    self.sha256 = sha256
  }

  /// A record: its line and its cells, in the order of the columns that were asked for.
  struct Record {
    let file: String
    let line: Int
    let cells: [String]

    /// Work in millionths, or another quantity of six decimals; nil for an empty cell.
    func work(_ column: Int) throws(InputFailure) -> WorkRVU? {
      try number(column, scale: 6).map(WorkRVU.init(millionths:))
    }

    /// A number with a fixed count of decimals; nil for an empty cell.
    func number(_ column: Int, scale: Int) throws(InputFailure) -> Int64? {
      if cells[column].isEmpty { return nil }
      guard case .success(let value) = DecimalText.parse(cells[column], scale: scale) else { throw failure }
      return value
    }

    /// A day.
    func day(_ column: Int) throws(InputFailure) -> CalendarDate {
      guard let day = CalendarDate(iso: cells[column]) else { throw failure }
      return day
    }

    /// What is said of a cell that cannot be understood; the cell is not shown.
    var failure: InputFailure {
      InputFailure(
        file, line: line, "a value is not as this version of rvubench writes it",
        hint: "run the job of that time again with this version, and compare with its output")
    }
  }

  /// Gives out every record.
  ///
  /// - Throws: `InputFailure` where the file cannot be read, lacks a column, or is not what the manifest says.
  func read(_ columns: [String], _ body: (Record) throws(InputFailure) -> Void) throws(InputFailure) {
    let source: FileSource
    do {
      source = try FileSource(path)
      var reader = DelimitedReader(source)
      guard try reader.next() else { throw changed }
      let headers = reader.texts()
      var places: [Int] = []
      for column in columns {
        guard let place = headers.firstIndex(of: column) else {
          throw InputFailure(
            file, "the column \(column) is missing: another version of rvubench wrote it",
            hint: "run the job of that time again with this version, and compare with its output")
        }
        places.append(place)
      }
      while try reader.next() {
        guard reader.fieldCount == headers.count, reader.problem == nil else { throw changed }
        try body(Record(file: file, line: reader.line, cells: places.map { FormulaGuard.original(reader.text($0)) }))
      }
    } catch let failure as InputFailure {
      // A value that cannot be read is first of all a sign of a file that was changed.
      if let digest = try? FileSource.digest(path), digest.sha256 != sha256 { throw changed }
      throw failure
    } catch {
      throw InputFailure(file, "cannot be read")
    }
    guard source.sha256() == sha256 else { throw changed }
  }

  private var changed: InputFailure {
    InputFailure(
      file, "is not as the run wrote it: its SHA-256 is not the one in manifest.json",
      hint:
        "take the folder as the run left it, from a backup if need be; a copy that was opened and saved is another file"
    )
  }
}
