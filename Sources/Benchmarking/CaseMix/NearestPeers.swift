/// Finds, for each clinician of a cohort, those whose case mix is nearest.
///
/// Products of matrices shortlist: a pair goes on to the exact comparison where its product comes within twice the product's error bound
/// of the last place of the list. There whole numbers decide, by cross-multiplication, and of equal cosines the earlier row goes
/// first. So the answer is that of comparing every pair exactly, on any processor and with any of OpenBLAS's inner loops.
///
/// Rows that are too far from each other, by ``NearestSearch``, are not multiplied. Memory is that of the rows, of the same in single
/// precision, some blocks, and the lists: never a cohort times a cohort.
public enum NearestPeers {
  /// The most rows that are worked on together: two blocks and their product stay within a processor's cache.
  static let block = 1_024

  /// The nearest others of every row.
  ///
  /// - Parameters:
  ///   - rows: the cohort, all of the same families.
  ///   - limit: how many are wanted of each; fewer where the cohort is smaller.
  ///   - isAsked: whether those of a row are wanted; of the other rows there are none.
  /// - Returns: for each row the indices of the others, nearest first, with their cosines.
  /// - Complexity: at most O(n² x families), as where all rows are alike; O(n x families) memory.
  public static func find(
    _ rows: [CaseMixRow], limit: Int, of isAsked: (Int) -> Bool = { _ in true }
  ) -> [[(row: Int, similarity: Cosine)]] {
    let families = rows.first?.shares.count ?? 0
    precondition(
      rows.allSatisfy { $0.shares.count == families }, "the rows are of different families")
    precondition(rows.count <= Int(Int32.max), "more rows than their numbers can say")
    var search = NearestSearch(rows, families: families, limit: limit, of: isAsked)
    return search.run().enumerated().map { index, list in
      list.entries.map { entry in
        (
          row: Int(entry.row),
          similarity: Cosine(
            product: entry.product, square: rows[index].square, otherSquare: entry.square)
        )
      }
    }
  }

  /// All rows that are as near to one as the last of its nearest, or nearer, nearest first and of equal cosines in their order.
  ///
  /// Where several are tied for the last place, none of them is nearer than another, and taking the first by order would be a choice by
  /// name. They are not kept while searching, since all of a cohort may be tied.
  ///
  /// - Parameter list: the nearest of the row as ``find(_:limit:)`` gives them.
  /// - Complexity: O(n x families); to be asked only where the list is followed by a tie.
  public static func withTies(
    _ rows: [CaseMixRow], of row: Int, _ list: [(row: Int, similarity: Cosine)]
  ) -> [(
    row: Int, similarity: Cosine
  )] {
    guard let last = list.last?.similarity else { return [] }
    let known = Set(list.map(\.row))
    let tied = rows.indices.filter { $0 != row && !known.contains($0) }.map {
      (row: $0, similarity: rows[row].similarity(rows[$0]))
    }.filter { $0.similarity.isEqual(to: last) }
    return list + tied
  }
}
