/// Some rows of a sheet that stand together, with their cells.
struct SheetPart: ~Copyable {
  /// A cell: where its bytes are, and what they are.
  struct Cell {
    var kind = SheetReader.Kind.empty
    var isShared = false
    /// The 1-based column.
    var column: Int16 = 0
    var start: Int32 = 0
    var count: Int32 = 0
    var style: Int32 = 0
  }

  /// A row, with its filled cells in the order of their columns.
  struct Row {
    var number: Int
    var firstCell: Int
    var cellCount = 0
    var firstByte: Int
    /// The column of the last cell that is filled.
    var width = 0
    /// Whether a cell holds an error, or a formula without a result.
    var hasFlaw = false
  }

  var rows: [Row] = []
  var cells: [Cell] = []
  /// The bytes of the cells, but of those that name a shared text.
  let arena = ByteArena()

  /// Takes all rows away.
  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    arena.truncate(to: 0)
  }

  /// Moves the cells of a row that is under way to another part, which is empty, with the bytes from the row's first on.
  mutating func move(_ row: Row, to other: inout SheetPart) {
    let moved = Int32(row.firstByte)
    for var cell in cells[row.firstCell...] {
      if !cell.isShared { cell.start -= moved }
      other.cells.append(cell)
    }
    other.arena.append(arena[row.firstByte..<arena.count])
    cells.removeLast(cells.count - row.firstCell)
  }

  /// The cell of a row in a 0-based column; nil where it is empty.
  ///
  /// Only filled cells are kept, so that a row with nothing but its last cell costs no more than any other.
  func cell(_ row: Row, _ index: Int) -> Cell? {
    guard index < row.width else { return nil }
    // Most rows have no gap.
    if row.cellCount == row.width { return cells[row.firstCell + index] }
    var (low, high) = (row.firstCell, row.firstCell + row.cellCount)
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].column <= index { low = middle + 1 } else { high = middle }
    }
    return low < row.firstCell + row.cellCount && cells[low].column == index + 1 ? cells[low] : nil
  }

  /// The bytes of a cell; valid until the part is emptied.
  func bytes(of cell: Cell, _ strings: SharedStrings) -> UnsafeBufferPointer<UInt8> {
    let place = Int(cell.start)..<Int(cell.start + cell.count)
    return cell.isShared ? strings.bytes(place) : arena[place]
  }
}
