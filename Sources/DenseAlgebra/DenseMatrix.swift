/// A matrix of single-precision numbers, row after row.
public struct DenseMatrix: Hashable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The elements: `columns` of the first row, then those of the next.
  public internal(set) var elements: [Float]

  /// A matrix of zeros.
  ///
  /// - Precondition: neither number is negative.
  public init(rows: Int, columns: Int) {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative number of rows or columns")
    self.rows = rows
    self.columns = columns
    elements = [Float](repeating: 0, count: rows * columns)
  }

  /// An element, by row and column from 0.
  public subscript(row: Int, column: Int) -> Float {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// Writes a row.
  ///
  /// - Parameter element: the value for each column.
  public mutating func setRow(_ row: Int, _ element: (Int) -> Float) {
    let start = row * columns
    elements.withUnsafeMutableBufferPointer { elements in
      for column in 0..<columns { elements[start + column] = element(column) }
    }
  }

  /// Writes a row of another matrix with as many columns.
  public mutating func copyRow(_ row: Int, from other: DenseMatrix, _ otherRow: Int) {
    precondition(columns == other.columns, "rows of different lengths")
    other.elements.withUnsafeBufferPointer { source in
      elements.withUnsafeMutableBufferPointer { target in
        for column in 0..<columns {
          target[row * columns + column] = source[otherRow * columns + column]
        }
      }
    }
  }

  /// Gives the bytes of a row to a body without copying them.
  public func withRow<Result>(_ row: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    elements.withUnsafeBufferPointer {
      body(
        UnsafeRawBufferPointer(
          UnsafeBufferPointer(rebasing: $0[row * columns..<(row + 1) * columns])))
    }
  }

  /// Gives the elements to a body without copying them.
  public func withElements<Result>(_ body: (UnsafeBufferPointer<Float>) -> Result) -> Result {
    elements.withUnsafeBufferPointer(body)
  }
}
