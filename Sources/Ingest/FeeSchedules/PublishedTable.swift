import ProductivityModel
import Tabular

/// A small table of a release, read and checked: its rows as we keep them, by key.
struct PublishedTable {
  /// A row: its cells by ``FeeFileKind/columns``, and the line it is from.
  struct Row {
    var cells: [String]
    var line: Int
  }

  /// What it holds.
  let kind: FeeFileKind
  /// Its rows, by key.
  let rows: [Row]
  /// The columns that the file has, by place in ``FeeFileKind/columns``.
  let present: Set<Int>
  /// The year that its header states; nil where it states none.
  let year: Int?
  /// Whether it is a re-export.
  let isReexport: Bool

  /// The key of a row, as messages show it: `10112-00`.
  func key(of row: Row) -> String {
    zip(kind.columns, row.cells).filter { $0.0.isKey }.map(\.1).joined(separator: "-")
  }

  /// The table in our layout.
  var csv: [UInt8] {
    var writer = DelimitedWriter()
    writer.record(kind.columns.map(\.name))
    for row in rows { writer.record(row.cells) }
    return writer.bytes
  }

  /// The first difference to another form of the same table, in a phrase; nil where the two agree.
  ///
  /// Figures and keys must be the same. Texts may differ by being cut off, and may be lacking.
  func firstDifference(to other: PublishedTable) -> String? {
    let columns = kind.columns
    let others = Dictionary(uniqueKeysWithValues: other.rows.map { (other.key(of: $0), $0) })
    for row in rows {
      let key = key(of: row)
      guard let match = others[key] else { return "has \(key), which the other lacks" }
      for (place, column) in columns.enumerated() where present.contains(place) && other.present.contains(place) {
        let (mine, theirs) = (row.cells[place], match.cells[place])
        let agree = column.isFigure || column.isKey ? mine == theirs : Self.agree(mine, theirs)
        if !agree { return "has \(mine) as \(column.name) of \(key), where the other has \(theirs)" }
      }
    }
    let keys = Set(rows.map(key))
    return other.rows.map(other.key).first { !keys.contains($0) }.map { "lacks \($0), which the other has" }
  }

  /// Whether two texts are the same, or the shorter is the start of the longer, cut off.
  private static func agree(_ a: String, _ b: String) -> Bool {
    let (shorter, longer) = a.utf8.count <= b.utf8.count ? (a, b) : (b, a)
    return shorter == longer || (shorter.utf8.count >= shortestCut && longer.hasPrefix(shorter))
  }

  /// The fewest characters at which a form cuts a text off.
  private static let shortestCut = 30
}
