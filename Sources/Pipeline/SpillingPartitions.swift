import Publishing

/// Records in partitions, in bounded memory: past a limit they go to a temporary file.
///
/// A partition's records come back in the order in which they were added. They are kept in blocks of one size; a block that is full
/// stays in memory, or its records go to the file and it is filled again.
struct SpillingPartitions<Record: BitwiseCopyable>: ~Copyable {
  /// A block of a partition's records that is full.
  private enum Block {
    case memory(UnsafeMutablePointer<Record>)
    /// Where it starts in the file.
    case file(Int)
  }

  /// The block of a partition that is being filled; it has no memory before its first record.
  private struct Open {
    var records: UnsafeMutablePointer<Record>?
    var count = 0
  }

  private var open: [Open]
  private var full: [[Block]]
  private var file: TemporaryFile?
  /// The records in memory, those of blocks that are not full left aside.
  private var held = 0
  private let limit: Int
  private let recordsOfBlock: Int

  /// The most bytes of a block: as much as is written at once.
  private static var bytesOfBlock: Int { 1 << 16 }

  /// Empty partitions.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - memory: the most bytes of full blocks that are held before they go to a file.
  init(count: Int, memory: Int) {
    open = [Open](repeating: Open(), count: count)
    full = [[Block]](repeating: [], count: count)
    limit = memory / MemoryLayout<Record>.stride
    recordsOfBlock = max(1, min(Self.bytesOfBlock / MemoryLayout<Record>.stride, limit / count))
  }

  deinit {
    for block in open { block.records?.deallocate() }
    for blocks in full { for case .memory(let records) in blocks { records.deallocate() } }
  }

  /// The number of partitions.
  var count: Int { open.count }

  /// How many records a partition has.
  func count(of partition: Int) -> Int { full[partition].count * recordsOfBlock + open[partition].count }

  /// Adds a record to a partition.
  ///
  /// - Throws: `OutputFailure` where a temporary file cannot be written.
  @inline(__always)
  mutating func append(_ record: Record, to partition: Int) throws(OutputFailure) {
    if let records = open[partition].records {
      records[open[partition].count] = record
    } else {
      let records = UnsafeMutablePointer<Record>.allocate(capacity: recordsOfBlock)
      records[0] = record
      open[partition].records = records
    }
    open[partition].count += 1
    if open[partition].count == recordsOfBlock { try close(partition) }
  }

  /// Adds some of many records to a partition.
  ///
  /// - Parameter places: their places among the records, in the order in which they are added.
  /// - Throws: `OutputFailure` where a temporary file cannot be written.
  mutating func append(
    _ records: UnsafeBufferPointer<Record>, at places: UnsafeBufferPointer<Int32>, to partition: Int
  ) throws(OutputFailure) {
    var next = 0
    while next < places.count {
      let block = room(in: partition)
      let some = min(places.count - next, block.count)
      for offset in 0..<some { block[offset] = records[Int(places[next + offset])] }
      next += some
      open[partition].count += some
      if open[partition].count == recordsOfBlock { try close(partition) }
    }
  }

  /// What is free of the block that is being filled: always something.
  private mutating func room(in partition: Int) -> UnsafeMutableBufferPointer<Record> {
    let records = open[partition].records ?? .allocate(capacity: recordsOfBlock)
    open[partition].records = records
    let filled = open[partition].count
    return UnsafeMutableBufferPointer(start: records + filled, count: recordsOfBlock - filled)
  }

  /// Takes all records of a partition out.
  ///
  /// - Throws: `OutputFailure` where a temporary file cannot be read back.
  mutating func take(_ partition: Int) throws(OutputFailure) -> [Record] {
    let records = try records(of: partition)
    clear(partition)
    return records
  }

  /// Lets go of the records of a partition.
  mutating func clear(_ partition: Int) {
    for case .memory(let records) in full[partition] {
      records.deallocate()
      held -= recordsOfBlock
    }
    full[partition] = []
    open[partition].records?.deallocate()
    open[partition] = Open()
  }

  /// All records of a partition, which stay where they are.
  ///
  /// - Throws: `OutputFailure` where a temporary file cannot be read back.
  func records(of partition: Int) throws(OutputFailure) -> [Record] {
    var buffer = RecordBuffer<Record>()
    var records: [Record] = []
    records.reserveCapacity(count(of: partition))
    try forEachBlock(of: partition, by: &buffer) { records.append(contentsOf: $0) }
    return records
  }

  /// Gives out the records of a partition a block at a time; they stay where they are.
  ///
  /// - Parameter buffer: memory for blocks of the file.
  /// - Throws: `OutputFailure` where a temporary file cannot be read back, and what the body throws.
  func forEachBlock(
    of partition: Int, by buffer: inout RecordBuffer<Record>,
    _ body: (UnsafeBufferPointer<Record>) throws(OutputFailure) -> Void
  ) throws(OutputFailure) {
    for block in full[partition] {
      switch block {
      case .memory(let records): try body(UnsafeBufferPointer(start: records, count: recordsOfBlock))
      case .file(let offset):
        buffer.resize(recordsOfBlock)
        try file?.read(at: offset, into: UnsafeMutableRawBufferPointer(buffer.part(0..<recordsOfBlock)))
        try body(buffer.records)
      }
    }
    try body(UnsafeBufferPointer(start: open[partition].records, count: open[partition].count))
  }

  /// Puts a full block away.
  private mutating func close(_ partition: Int) throws(OutputFailure) {
    guard let records = open[partition].records else { return }
    if held + recordsOfBlock <= limit {
      full[partition].append(.memory(records))
      held += recordsOfBlock
      open[partition] = Open()
      return
    }
    if file == nil { file = try TemporaryFile() }
    let offset = file?.size ?? 0
    try file?.append(UnsafeRawBufferPointer(UnsafeBufferPointer(start: records, count: recordsOfBlock)))
    full[partition].append(.file(offset))
    open[partition].count = 0
  }
}
