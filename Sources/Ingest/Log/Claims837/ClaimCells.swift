/// The texts of a service line's standard columns, each kept until it is cleared or replaced.
struct ClaimCells: ~Copyable {
  /// The most bytes of a cell; no element of a professional claim that becomes one has more than 80.
  static let room = 256

  private let storage: UnsafeMutablePointer<UInt8>
  private var counts = [Int](repeating: 0, count: LogColumn.allCases.count)
  private var overflows = [Bool](repeating: false, count: LogColumn.allCases.count)

  init() { storage = .allocate(capacity: Self.room * LogColumn.allCases.count) }

  deinit { storage.deallocate() }

  /// The text of a column; empty where there is none. Valid until the column changes.
  subscript(column: LogColumn) -> UnsafeBufferPointer<UInt8> {
    let number = LogColumns.number(column)
    return UnsafeBufferPointer(start: storage + number * Self.room, count: counts[number])
  }

  /// The first column, in their order, whose text was longer than ``room`` and is not kept.
  var overflow: LogColumn? { overflows.firstIndex(of: true).map { LogColumn.allCases[$0] } }

  /// Makes a column empty.
  mutating func clear(_ column: LogColumn) {
    counts[LogColumns.number(column)] = 0
    overflows[LogColumns.number(column)] = false
  }

  /// Makes a text the whole of a column.
  mutating func set(_ column: LogColumn, _ text: some Collection<UInt8>) {
    clear(column)
    append(text, to: column)
  }

  /// Adds a text to a column's.
  mutating func append(_ text: some Collection<UInt8>, to column: LogColumn) {
    let number = LogColumns.number(column)
    guard counts[number] + text.count <= Self.room else {
      counts[number] = 0
      overflows[number] = true
      return
    }
    for byte in text {
      storage[number * Self.room + counts[number]] = byte
      counts[number] += 1
    }
  }
}
