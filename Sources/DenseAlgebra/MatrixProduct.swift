/// Products of dense matrices, by OpenBLAS, each on the thread that asks for it; several may ask at once.
///
/// OpenBLAS chooses its inner loops by the processor, and they add up in different orders: the last bits of a product
/// differ from machine to machine, and with `OPENBLAS_CORETYPE`. A product is therefore never a result by itself. Who uses
/// one decides by exact numbers wherever the products are within ``bound(columns:)`` of each other.
public enum MatrixProduct {
  /// Every row of `a` times every row of `b`: element (i, j) of the result is the scalar product of row i of `a` and row j
  /// of `b`.
  ///
  /// - Parameters:
  ///   - a: the rows on the left.
  ///   - rowsOfA: how many of its rows are used, from the first.
  ///   - b: the rows on the right, of as many columns.
  ///   - rowsOfB: how many of its rows are used, from the first.
  ///   - result: takes the products; its elements (i, j) with i < `rowsOfA` and j < `rowsOfB` are overwritten, others left.
  /// - Precondition: the columns of `a` and `b` are equal, neither has fewer rows than are used, and `result` has room.
  /// - Complexity: 2 x rowsOfA x rowsOfB x columns floating-point operations.
  public static func rowsByRows(
    _ a: DenseMatrix, _ rowsOfA: Int, _ b: DenseMatrix, _ rowsOfB: Int,
    into result: inout DenseMatrix
  ) {
    precondition(rowsOfA >= 0 && rowsOfB >= 0, "a matrix has not so many rows")
    rowsByRows(a, 0..<rowsOfA, b, 0..<rowsOfB, into: &result)
  }

  /// Some rows of `a` times some rows of `b`; the first of either gives row 0 and column 0 of the result.
  ///
  /// Otherwise as for the first rows of both.
  public static func rowsByRows(
    _ a: DenseMatrix, _ rangeOfA: Range<Int>, _ b: DenseMatrix, _ rangeOfB: Range<Int>,
    into result: inout DenseMatrix
  ) {
    precondition(a.columns == b.columns, "rows of different lengths have no product")
    precondition(
      rangeOfA.lowerBound >= 0 && rangeOfA.upperBound <= a.rows && rangeOfB.lowerBound >= 0
        && rangeOfB.upperBound <= b.rows, "a matrix has not so many rows")
    let (rowsOfA, rowsOfB) = (rangeOfA.count, rangeOfB.count)
    precondition(rowsOfA <= result.rows && rowsOfB <= result.columns, "the result has no room")
    precondition(
      max(a.columns, a.rows, b.rows, result.columns) <= Int(Int32.max), "too large for BLAS")
    if rowsOfA == 0 || rowsOfB == 0 { return }
    if a.columns == 0 {
      for row in 0..<rowsOfA { for column in 0..<rowsOfB { result[row, column] = 0 } }
      return
    }
    let product = OpenBLAS.product
    let (width, stride) = (Int32(a.columns), Int32(result.columns))
    a.elements.withUnsafeBufferPointer { a in
      b.elements.withUnsafeBufferPointer { b in
        result.elements.withUnsafeMutableBufferPointer { result in
          product(
            OpenBLAS.rowMajor, OpenBLAS.asItIs, OpenBLAS.transposed, Int32(rowsOfA), Int32(rowsOfB), width, 1,
            a.baseAddress.map { $0 + rangeOfA.lowerBound * Int(width) }, width,
            b.baseAddress.map { $0 + rangeOfB.lowerBound * Int(width) }, width, 0,
            result.baseAddress, stride)
        }
      }
    }
  }

  /// How far a product of two rows of length at most 1 can be from the true one, whatever the order of the additions and
  /// whether they are fused: n u / (1 - n u) with u the unit roundoff 2^-24, and what rounding the elements themselves adds.
  ///
  /// Source: N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 3.1: |error| <= γ(n) |x|·|y|,
  /// and |x|·|y| <= 1 for rows of length 1. The elements are rounded from doubles, each within u: 2u and less more. Doubled,
  /// to be on the safe side of what is left out.
  public static func bound(columns: Int) -> Float { Float(columns + 4) * 0x1p-23 }
}
