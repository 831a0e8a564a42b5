import Ingest
import Tabular

extension LedgerEntry {
  /// Reads the rejects that a run wrote to its output.
  ///
  /// - Throws: `InputFailure` where the file cannot be read.
  static func rejects(in path: String) throws -> [Reject] {
    var reader = DelimitedReader(try FileSource(path, isHashed: false))
    guard try reader.next() else { return [] }
    let headers = reader.texts()
    let places = try ["file", "line", "column", "problem", "message", "hint"].map { column in
      guard let place = headers.firstIndex(of: column) else { throw InputFailure(path, "has no column \(column)") }
      return place
    }
    var rejects: [Reject] = []
    while try reader.next() {
      var cells: [String] = []
      for place in places { cells.append(reader.text(place)) }
      rejects.append(
        Reject(
          file: FormulaGuard.original(cells[0]), line: Int(cells[1]), column: Int(cells[2]), problem: cells[3],
          message: cells[4], hint: cells[5]))
    }
    return rejects
  }
}
