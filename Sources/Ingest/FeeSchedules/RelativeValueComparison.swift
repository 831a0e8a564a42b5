import MedicareFees

/// Two files of relative values that should say the same: two forms of one file, or those of the two conversion factors.
///
/// From 2026 there is a file for qualifying participants in an advanced alternative payment model and one for all others.
/// They differ in the conversion factor, in the pricing indicator, which is the same on all rows of a file and says which
/// of the two it is, and in rows that are not paid and that the qualifying file leaves out.
struct RelativeValueComparison {
  /// The first difference in a phrase about the first file; nil where the two agree.
  let firstDifference: String?
  /// The unpaid rows of the first file that the other leaves out.
  let missing: Int

  /// Compares row by row; both are in order of code and component.
  ///
  /// - Parameter otherIsQualifying: whether the other is the file of qualifying participants, and the first is not.
  init(_ first: FeeFile, _ other: FeeFile, otherIsQualifying: Bool) {
    var missing = 0
    var place = 0
    let columns = Set(first.columns).intersection(other.columns)
      .subtracting(otherIsQualifying ? [.pricing] : [])
    for row in first.rows {
      let match = place < other.rows.count ? other.rows[place] : nil
      if let match, match.code == row.code, match.component == row.component {
        place += 1
        guard match != row, let column = Self.different(row, match, columns) else { continue }
        let (mine, theirs) = (FeeFigures.text(row, column), FeeFigures.text(match, column))
        firstDifference =
          "has \(Self.shown(mine)) as \(column.rawValue) of \(Self.key(row)), where the other has \(Self.shown(theirs))"
        self.missing = missing
        return
      }
      guard otherIsQualifying, row.status.map({ !$0.isPaidFromRVUs }) ?? false else {
        // Both are in order: the one that comes first is not in the other.
        let isMine = match.map { Self.order(row) < Self.order($0) } ?? true
        firstDifference =
          isMine
          ? "has \(Self.key(row)), which the other lacks" : "lacks \(match.map(Self.key) ?? ""), which the other has"
        self.missing = missing
        return
      }
      missing += 1
    }
    firstDifference = place < other.rows.count ? "lacks \(Self.key(other.rows[place])), which the other has" : nil
    self.missing = missing
  }

  private static func different(_ row: FeeRow, _ other: FeeRow, _ columns: Set<FeeColumn>) -> FeeColumn? {
    FeeColumn.allCases.first { columns.contains($0) && FeeFigures.text(row, $0) != FeeFigures.text(other, $0) }
  }

  private static func order(_ row: FeeRow) -> (UInt64, UInt16) { (row.code.packed, row.component?.packed ?? 0) }

  private static func key(_ row: FeeRow) -> String { "\(row.code)" + (row.component.map { "-\($0)" } ?? "") }

  private static func shown(_ cell: String) -> String { cell.isEmpty ? "nothing" : cell }
}
