import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Records in partitions, in bounded memory: past a limit they go to temporary files.
///
/// The files have no name from the moment they are made, so they vanish however the program ends. A partition's records
/// come back in the order in which they were added.
struct SpillingPartitions<Record: BitwiseCopyable>: ~Copyable {
  private var buffers: [[Record]]
  private var descriptors: [Int32]
  private var spilled: [Int]
  private var held = 0
  private let limit: Int

  /// Empty partitions.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - memory: the most bytes that are held before they go to files.
  init(count: Int, memory: Int) {
    buffers = [[Record]](repeating: [], count: count)
    descriptors = [Int32](repeating: -1, count: count)
    spilled = [Int](repeating: 0, count: count)
    limit = max(1, memory / MemoryLayout<Record>.stride)
  }

  deinit { for descriptor in descriptors where descriptor >= 0 { close(descriptor) } }

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
    let tail = buffers[partition]
    buffers[partition] = []
    held -= tail.count
    let onDisk = spilled[partition]
    if onDisk == 0 { return tail }
    let descriptor = descriptors[partition]
    var isRead = true
    let records = [Record](unsafeUninitializedCapacity: onDisk + tail.count) { all, initialized in
      let raw = UnsafeMutableRawBufferPointer(all)
      var offset = 0
      let size = onDisk * MemoryLayout<Record>.stride
      while offset < size {
        let count = pread(descriptor, raw.baseAddress.map { $0 + offset }, size - offset, off_t(offset))
        if count <= 0 {
          if count < 0, errno == EINTR { continue }
          isRead = false
          break
        }
        offset += count
      }
      guard isRead else { return }
      _ = UnsafeMutableBufferPointer(rebasing: all[onDisk...]).initialize(from: tail)
      initialized = onDisk + tail.count
    }
    close(descriptor)
    descriptors[partition] = -1
    spilled[partition] = 0
    guard isRead else { throw Self.failure("cannot be read back") }
    return records
  }

  private mutating func spill() throws(OutputFailure) {
    for partition in buffers.indices where !buffers[partition].isEmpty {
      if descriptors[partition] < 0 { descriptors[partition] = try Self.nameless() }
      let descriptor = descriptors[partition]
      let isWritten = buffers[partition].withUnsafeBytes { bytes in
        var offset = 0
        while offset < bytes.count {
          let count = write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
          if count < 0 {
            if errno == EINTR { continue }
            return false
          }
          offset += count
        }
        return true
      }
      guard isWritten else { throw Self.failure("cannot be written") }
      spilled[partition] += buffers[partition].count
      buffers[partition].removeAll(keepingCapacity: true)
    }
    held = 0
  }

  private static var folder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  private static func nameless() throws(OutputFailure) -> Int32 {
    var template = Array("\(folder)/rvubench-XXXXXX".utf8CString)
    let descriptor = mkostemp(&template, O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("cannot be made") }
    unlink(template)
    return descriptor
  }

  private static func failure(_ what: String) -> OutputFailure {
    OutputFailure(
      folder, "a temporary file \(what): \(String(cString: strerror(errno)))",
      hint: "free some space, or set TMPDIR to a folder with room for the logs")
  }
}
