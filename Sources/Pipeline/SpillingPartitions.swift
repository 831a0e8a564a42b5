import Publishing

/// Records in partitions, in bounded memory: past a limit they go to temporary files.
///
/// A partition's records come back in the order in which they were added.
struct SpillingPartitions<Record: BitwiseCopyable>: ~Copyable {
  /// A run of one partition's records in the file.
  private struct Run {
    var offset: Int
    var count: Int
  }

  private var buffers: [[Record]]
  private var runs: [[Run]]
  private var file: TemporaryFile?
  private var held = 0
  private let limit: Int

  /// Empty partitions.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - memory: the most bytes that are held before they go to a file.
  init(count: Int, memory: Int) {
    buffers = [[Record]](repeating: [], count: count)
    runs = [[Run]](repeating: [], count: count)
    limit = max(1, memory / MemoryLayout<Record>.stride)
  }

  /// The number of partitions.
  var count: Int { buffers.count }

  /// Adds a record to a partition.
  ///
  /// - Throws: `OutputFailure` where a temporary file cannot be written.
  mutating func append(_ record: Record, to partition: Int) throws(OutputFailure) {
    buffers[partition].append(record)
    held += 1
    if held >= limit { try spill() }
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
    held -= buffers[partition].count
    buffers[partition] = []
    runs[partition] = []
  }

  /// All records of a partition, which stay where they are.
  ///
  /// - Throws: `OutputFailure` where a temporary file cannot be read back.
  func records(of partition: Int) throws(OutputFailure) -> [Record] {
    if runs[partition].isEmpty { return buffers[partition] }
    var records: [Record] = []
    try read(partition, into: &records)
    return records
  }

  /// Replaces some records by those of a partition, which stay where they are; of one after another the memory is used again.
  ///
  /// - Throws: `OutputFailure` where a temporary file cannot be read back.
  func read(_ partition: Int, into records: inout [Record]) throws(OutputFailure) {
    records.removeAll(keepingCapacity: true)
    let onDisk = runs[partition]
    records.reserveCapacity(onDisk.reduce(buffers[partition].count) { $0 + $1.count })
    let most = max(1, (1 << 18) / MemoryLayout<Record>.stride)
    for run in onDisk {
      var done = 0
      while done < run.count {
        let count = min(most, run.count - done)
        var failure: OutputFailure?
        withUnsafeTemporaryAllocation(of: Record.self, capacity: count) { piece in
          do throws(OutputFailure) {
            try file?.read(
              at: run.offset + done * MemoryLayout<Record>.stride, into: UnsafeMutableRawBufferPointer(piece))
            records.append(contentsOf: piece)
          } catch {
            failure = error
          }
        }
        if let failure { throw failure }
        done += count
      }
    }
    records.append(contentsOf: buffers[partition])
  }

  private mutating func spill() throws(OutputFailure) {
    if file == nil { file = try TemporaryFile() }
    for partition in buffers.indices where !buffers[partition].isEmpty {
      runs[partition].append(Run(offset: file?.size ?? 0, count: buffers[partition].count))
      var failure: OutputFailure?
      buffers[partition].withUnsafeBytes { bytes in
        do throws(OutputFailure) { try file?.append(bytes) } catch { failure = error }
      }
      if let failure { throw failure }
      buffers[partition].removeAll(keepingCapacity: true)
    }
    held = 0
  }
}
