import DenseAlgebra

/// Finds, for each clinician of a cohort, those whose case mix is nearest.
///
/// One product of matrices a pair of blocks shortlists: a pair goes on to the exact comparison where its product comes within twice
/// the product's error bound of the last place of either's list. There whole numbers decide, by cross-multiplication, and of equal
/// cosines the earlier row goes first. So the answer is that of comparing every pair exactly, on any processor and with any of
/// OpenBLAS's inner loops.
///
/// A block is compared with itself and with the later ones, and each product serves both of its rows. Memory is that of the
/// rows, three blocks, and the lists: never a cohort times a cohort.
public enum NearestPeers {
  /// The rows of a block: two blocks and their product stay within a processor's cache.
  static let block = 1_024

  /// The nearest others of every row.
  ///
  /// - Parameters:
  ///   - rows: the cohort, all of the same families.
  ///   - limit: how many are wanted of each; fewer where the cohort is smaller.
  /// - Returns: for each row the indices of the others, nearest first, with their cosines.
  /// - Complexity: O(n² x families) products, two for each pair of rows counted once; O(n x families) memory.
  public static func find(_ rows: [CaseMixRow], limit: Int) -> [[(row: Int, similarity: Cosine)]] {
    let families = rows.first?.shares.count ?? 0
    precondition(rows.allSatisfy { $0.shares.count == families }, "the rows are of different families")
    precondition(rows.count <= Int(Int32.max), "more rows than their numbers can say")
    var search = Search(rows, families: families, limit: limit)
    search.run()
    return search.lists.enumerated().map { index, list in
      list.entries.map { entry in
        (
          row: Int(entry.row),
          similarity: Cosine(product: entry.product, square: rows[index].square, otherSquare: entry.square)
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
  public static func withTies(_ rows: [CaseMixRow], of row: Int, _ list: [(row: Int, similarity: Cosine)]) -> [(
    row: Int, similarity: Cosine
  )] {
    guard let last = list.last?.similarity else { return [] }
    let known = Set(list.map(\.row))
    let tied = rows.indices.filter { $0 != row && !known.contains($0) }.map {
      (row: $0, similarity: rows[row].similarity(rows[$0]))
    }.filter { $0.similarity.isEqual(to: last) }
    return list + tied
  }

  private struct Search {
    let rows: [CaseMixRow]
    let margin: Float
    var lists: [NearestList]
    /// The least product with which a pair is looked at for the sake of each row.
    var thresholds: [Float]
    var left: DenseMatrix
    var right: DenseMatrix
    var products: DenseMatrix

    init(_ rows: [CaseMixRow], families: Int, limit: Int) {
      self.rows = rows
      margin = 2 * MatrixProduct.bound(columns: families)
      let limit = max(0, min(limit, rows.count - 1))
      lists = [NearestList](repeating: NearestList(limit: limit), count: rows.count)
      thresholds = [Float](repeating: limit == 0 ? .infinity : -1, count: rows.count)
      let size = min(block, rows.count)
      left = DenseMatrix(rows: size, columns: families)
      right = left
      products = DenseMatrix(rows: size, columns: size)
    }

    mutating func run() {
      if lists.first?.limit ?? 0 == 0 { return }
      let starts = Array(stride(from: 0, to: rows.count, by: block))
      for first in starts {
        let firstRows = first..<min(first + block, rows.count)
        Self.fill(&left, rows, firstRows)
        for second in starts where second >= first {
          let secondRows = second..<min(second + block, rows.count)
          if second == first { right = left } else { Self.fill(&right, rows, secondRows) }
          MatrixProduct.rowsByRows(left, firstRows.count, right, secondRows.count, into: &products)
          for row in firstRows { sift(row, row - first, max(row + 1, second)..<secondRows.upperBound, second) }
        }
      }
    }

    /// Writes the rows of a range, each of length 1, to a block.
    private static func fill(_ matrix: inout DenseMatrix, _ rows: [CaseMixRow], _ range: Range<Int>) {
      for row in range {
        let length = Double(rows[row].square).squareRoot()
        let shares = rows[row].shares
        matrix.setRow(row - range.lowerBound) { Float(Double(shares[$0]) / length) }
      }
    }

    /// Looks at a row's products with some rows of the other block.
    private mutating func sift(_ row: Int, _ line: Int, _ others: Range<Int>, _ start: Int) {
      var from = others.lowerBound
      while let other = candidate(row, line, from..<others.upperBound, start) {
        compare(row, other)
        from = other + 1
      }
    }

    /// The next row whose product reaches its own threshold or that of the row.
    private func candidate(_ row: Int, _ line: Int, _ others: Range<Int>, _ start: Int) -> Int? {
      if others.isEmpty { return nil }
      let own = thresholds[row]
      let offset = line * products.columns - start
      return products.withElements { products in
        thresholds.withUnsafeBufferPointer { thresholds in
          var other = others.lowerBound
          // Eight at a time: nearly all are far below both thresholds.
          while other + 8 <= others.upperBound {
            var reaches: Float = -.infinity
            for step in 0..<8 {
              let threshold = min(own, thresholds[other + step])
              reaches = max(reaches, products[offset + other + step] - threshold)
            }
            if reaches >= 0 { break }
            other += 8
          }
          while other < others.upperBound {
            if products[offset + other] >= min(own, thresholds[other]) { return other }
            other += 1
          }
          return nil
        }
      }
    }

    /// Compares two rows exactly, and offers each to the other's list.
    private mutating func compare(_ a: Int, _ b: Int) {
      let product = rows[a].product(rows[b])
      if lists[a].offer(Int32(b), product: product, square: rows[b].square) { raise(a) }
      if lists[b].offer(Int32(a), product: product, square: rows[a].square) { raise(b) }
    }

    private mutating func raise(_ row: Int) {
      guard lists[row].isFull, let last = lists[row].entries.last else { return }
      let cosine = Cosine(product: last.product, square: rows[row].square, otherSquare: last.square)
      thresholds[row] = Float(cosine.value) - margin
    }
  }
}
