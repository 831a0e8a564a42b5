import ProductivityModel
import Tabular

/// A record of a survey's file, with its place.
struct SurveyRecord {
  let line: Int
  let cells: [String]
  /// Where each cell starts.
  let columns: [Int]
  /// What is wrong with the record's form; nil where nothing is.
  let fault: String?

  /// The text of a field without blanks around it and without characters that cannot be seen; nil where it is blank or not there.
  func text(_ field: Int?) -> String? {
    guard let field, field < cells.count else { return nil }
    let text = UnseenCharacters.replaced(in: cells[field].trimmed)
    return text.isEmpty ? nil : text
  }

  /// What is told of a field whose text has characters that cannot be seen.
  func unseen(_ field: Int?, _ column: SurveyColumn, in file: String) -> Finding? {
    guard let field, field < cells.count else { return nil }
    return UnseenCharacters.finding(column.rawValue, cells[field].trimmed, at: position(field, in: file))
  }

  /// Whether there is nothing in it but blanks.
  var isBlank: Bool { cells.allSatisfy(\.trimmed.isEmpty) }

  /// Where a field stands; the record as a whole where there is no such field.
  func position(_ field: Int?, in file: String) -> SourcePosition {
    SourcePosition(file: file, line: line, column: field.flatMap { $0 < columns.count ? columns[$0] : nil })
  }

  /// A cell in quotes where it has the shape of a number or a short mark, otherwise what kind of text it is.
  func shown(_ field: Int) -> String {
    var text = self.text(field) ?? ""
    let letters = text.count(where: \.isLetter)
    let digits = text.count(where: \.isNumber)
    let isShort = text.utf8.count <= 12 && (letters == 0 && digits <= 9 || digits == 0 && letters <= 4)
    let hasDayMarks = text.dropFirst().contains { $0 == "-" || $0 == "/" } && digits > 0
    return isShort && !hasDayMarks ? "\"\(text)\"" : text.withUTF8 { CellShape.kind($0) }
  }
}
