/// The search of ``NearestPeers`` for a row that has a family in common with few others: only these are looked at, by the rows that have
/// each family. Nobody else is near at all, and of equal cosines the earlier row goes first.
struct SharedFamilySearch {
  private let rows: [CaseMixRow]
  /// The rows that have a share of each family, in their order.
  private var holders: [[Int32]]

  /// - Complexity: O(rows x families).
  init(_ rows: [CaseMixRow], families: Int) {
    self.rows = rows
    holders = [[Int32]](repeating: [], count: families)
    for (number, row) in rows.enumerated() {
      for family in row.shares.indices where row.shares[family] > 0 {
        holders[family].append(Int32(number))
      }
    }
  }

  /// Whether a row has a family in common with so few that this search is the faster: one in eight of all rows.
  func isFaster(for row: Int) -> Bool {
    var met = 0
    for family in holders.indices where rows[row].shares[family] > 0 {
      met += holders[family].count
    }
    return met <= rows.count / 8
  }

  /// The nearest of a row.
  ///
  /// - Complexity: O(families) for each that the row has a family in common with, and for each of as many as are wanted.
  func list(of row: Int, limit: Int) -> NearestList {
    var list = NearestList(limit: limit)
    let own = rows[row].shares
    for family in holders.indices where own[family] > 0 {
      for other in holders[family] where other != row {
        let shares = rows[Int(other)].shares
        // Whoever has an earlier family in common was met there.
        if (0..<family).contains(where: { own[$0] > 0 && shares[$0] > 0 }) { continue }
        _ = list.offer(
          other, product: rows[row].product(rows[Int(other)]), square: rows[Int(other)].square)
      }
    }
    for other in rows.indices {
      if list.isFull { break }
      if other == row || rows[row].product(rows[other]) > 0 { continue }
      _ = list.offer(Int32(other), product: 0, square: rows[other].square)
    }
    return list
  }
}
