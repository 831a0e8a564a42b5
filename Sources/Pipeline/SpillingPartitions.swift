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
    held -= buffers[partition].count
    buffers[partition] = []
    runs[partition] = []
    return records
  }

  /// All records of a partition, which stay where they are.
  ///
  /// - Throws: `OutputFailure` where a temporary file cannot be read back.
  func records(of partition: Int) throws(OutputFailure) -> [Record] {
    let tail = buffers[partition]
    let onDisk = runs[partition]
    if onDisk.isEmpty { return tail }
    let total = onDisk.reduce(tail.count) { $0 + $1.count }
    var failure: OutputFailure?
    let records = [Record](unsafeUninitializedCapacity: total) { all, initialized in
      var filled = 0
      for run in onDisk {
        let part = UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: all[filled..<filled + run.count]))
        do throws(OutputFailure) {
          try file?.read(at: run.offset, into: part)
        } catch {
          failure = error
          return
        }
        filled += run.count
      }
      _ = UnsafeMutableBufferPointer(rebasing: all[filled...]).initialize(from: tail)
      initialized = total
    }
    if let failure { throw failure }
    return records
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
