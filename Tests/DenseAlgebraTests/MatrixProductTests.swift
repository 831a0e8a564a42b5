import TestSupport
import Testing

@testable import DenseAlgebra

struct MatrixProductTests {
  /// A matrix of whole numbers from 0 to 15, whose products are exact in single precision.
  private func wholeNumbers(rows: Int, columns: Int, _ random: inout SplitMix64) -> DenseMatrix {
    var matrix = DenseMatrix(rows: rows, columns: columns)
    for row in 0..<rows { for column in 0..<columns { matrix[row, column] = Float(random.next() % 16) } }
    return matrix
  }

  @Test(arguments: [(1, 1, 1), (3, 5, 7), (17, 4, 33), (64, 64, 64), (2, 129, 300)])
  func `a product of whole numbers is the naive one, element by element`(rows: Int, others: Int, columns: Int) {
    var random = SplitMix64(seed: 41)
    let a = wholeNumbers(rows: rows, columns: columns, &random)
    let b = wholeNumbers(rows: others, columns: columns, &random)
    var result = DenseMatrix(rows: rows, columns: others)
    MatrixProduct.rowsByRows(a, rows, b, others, into: &result)
    for row in 0..<rows {
      for other in 0..<others {
        let naive = (0..<columns).reduce(Float(0)) { $0 + a[row, $1] * b[other, $1] }
        #expect(result[row, other] == naive)
      }
    }
  }

  @Test func `only the rows asked for are multiplied, and the rest of the result is left as it was`() {
    var random = SplitMix64(seed: 42)
    let a = wholeNumbers(rows: 4, columns: 3, &random)
    let b = wholeNumbers(rows: 5, columns: 3, &random)
    var result = DenseMatrix(rows: 4, columns: 5)
    for row in 0..<4 { result.setRow(row) { _ in -1 } }
    MatrixProduct.rowsByRows(a, 2, b, 3, into: &result)
    for row in 0..<4 {
      for column in 0..<5 {
        let naive = (0..<3).reduce(Float(0)) { $0 + a[row, $1] * b[column, $1] }
        #expect(result[row, column] == (row < 2 && column < 3 ? naive : -1))
      }
    }
  }

  @Test func `rows without columns have products of zero`() {
    var result = DenseMatrix(rows: 1, columns: 1)
    result[0, 0] = 5
    MatrixProduct.rowsByRows(DenseMatrix(rows: 1, columns: 0), 1, DenseMatrix(rows: 1, columns: 0), 1, into: &result)
    #expect(result[0, 0] == 0)
  }

  @Test(arguments: [1, 10, 300, 1_000])
  func `a product of rows of length 1 is within the bound of the one in double precision`(columns: Int) {
    var random = SplitMix64(seed: UInt64(columns))
    var rows: [[Double]] = []
    var matrix = DenseMatrix(rows: 40, columns: columns)
    for row in 0..<40 {
      let raw = (0..<columns).map { _ in Double(random.next() % 10_001) + 1 }
      let length = raw.reduce(0) { $0 + $1 * $1 }.squareRoot()
      rows.append(raw.map { $0 / length })
      matrix.setRow(row) { Float(raw[$0] / length) }
    }
    var result = DenseMatrix(rows: 40, columns: 40)
    MatrixProduct.rowsByRows(matrix, 40, matrix, 40, into: &result)
    for row in 0..<40 {
      for other in 0..<40 {
        let exact = zip(rows[row], rows[other]).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(Double(result[row, other]) - exact) <= Double(MatrixProduct.bound(columns: columns)))
      }
    }
  }
}
