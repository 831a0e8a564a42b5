import ProductivityModel
import Tabular

/// The header of a log: the row, or the rows, that name its columns.
struct LogHeader {
  /// A row above a header.
  struct Row {
    var line: Int
    var texts: [String]
  }

  /// The name of each field, as messages may show it.
  let texts: [String]
  /// The line where it starts.
  let line: Int
  /// Every name that a field may go by, as it is written.
  let spellings: [[String]]
  /// Every name that a field may go by, in small letters with single blanks.
  private let names: [[String]]
  /// The rows of a header of several, in small letters.
  let rows: [[String]]
  /// The rows right above it, the nearest last; known only where the header lacks what the map needs.
  private var rowsAbove: [Row] = []

  /// The header that one or more rows make, field by field joined by a blank.
  ///
  /// A field goes by its texts joined, by its texts with those above it carried to the right (as under a merged cell), and
  /// by its lowest text alone.
  init(_ rows: [[String]], line: Int) {
    self.line = line
    self.rows = rows.count > 1 ? rows.map { $0.map(Self.normalized) } : []
    guard rows.count > 1, let lowest = rows.last else {
      texts = rows.first ?? []
      spellings = texts.map { [$0] }
      names = texts.map { [Self.normalized($0)] }
      return
    }
    let count = rows.map(\.count).max() ?? 0
    var joined = [[String]](repeating: [], count: count)
    var carried = joined
    for (depth, row) in rows.enumerated() {
      var last = ""
      for field in 0..<count {
        let text = field < row.count ? row[field].trimmed : ""
        if !text.isEmpty { joined[field].append(text) }
        if !text.isEmpty { last = text }
        let carriedText = depth < rows.count - 1 ? last : text
        if !carriedText.isEmpty { carried[field].append(carriedText) }
      }
    }
    texts = joined.map { $0.joined(separator: " ") }
    spellings = (0..<count).map { field in
      [
        joined[field].joined(separator: " "), carried[field].joined(separator: " "),
        field < lowest.count ? lowest[field] : "",
      ]
    }
    names = spellings.map { $0.map(Self.normalized) }
  }

  /// The header with the rows right above it.
  func under(_ rows: some Sequence<Row>) -> LogHeader {
    var header = self
    header.rowsAbove = Array(rows)
    return header
  }

  /// The row above the header in which a name stands, and how many rows a header from there on would have.
  func place(above name: String) -> (line: Int, rows: Int)? {
    let wanted = Self.normalized(name)
    let number = rowsAbove.lastIndex { $0.texts.contains { Self.normalized($0) == wanted } }
    return number.map { (rowsAbove[$0].line, rowsAbove.count - $0 + max(1, rows.count)) }
  }

  /// The number of fields.
  var count: Int { texts.count }

  /// Whether any field goes by one of some names.
  func has(any wanted: some Sequence<String>) -> Bool { wanted.contains { !fields(named: $0).isEmpty } }

  /// The fields that go by a name: those of which it is the first name, else those of which it is the second, and so on.
  func fields(named name: String) -> [Int] {
    let wanted = Self.normalized(name)
    guard !wanted.isEmpty else { return [] }
    for place in 0..<(names.first?.count ?? 0) {
      let found = names.indices.filter { names[$0][place] == wanted }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The first name of each field, in small letters.
  var firstNames: [String] { names.map { $0.first ?? "" } }

  /// A name in small letters, with one blank for any run of blanks and line ends.
  static func normalized(_ name: String) -> String {
    name.lowercased().split { $0.isWhitespace || $0 == "\u{FEFF}" }.joined(separator: " ")
  }
}
