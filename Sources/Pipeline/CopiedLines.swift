import ProductivityModel
import Publishing

/// Finds the lines without an id that overlapping extracts give more than once.
///
/// Lines of one patient that say the same in every cell are the same line where they stand in different files. Within a file
/// they are services that were done as often: so of each line as many count as the file has that has it most often, and the
/// others are duplicates. A line that names neither a patient nor a line that it voids is never taken for another.
struct CopiedLines: Sendable {
  /// The days of a file's lines that can be copies.
  struct Span: Sendable {
    private var first = Int32.max
    private var last = Int32.min

    /// Notes a line.
    @inline(__always)
    mutating func add(_ line: ServiceLine) {
      guard CopiedLines.canBeCopy(line) else { return }
      first = min(first, line.serviceDay)
      last = max(last, line.serviceDay)
    }

    func overlaps(_ other: Span) -> Bool { first <= other.last && other.first <= last }
  }

  private struct Entry: BitwiseCopyable {
    var content: UInt64
    var record: UInt64
  }

  @inline(__always)
  private static func canBeCopy(_ line: ServiceLine) -> Bool {
    !line.lineID.isPresent && (line.patient != 0 || line.voids != 0)
  }

  /// The records that repeat a line of another file.
  ///
  /// - Parameter spans: those of the files; lines of a file that overlaps no other are not looked at.
  /// - Complexity: O(n log n) in the lines of files that overlap.
  static func records(
    of lines: borrowing SpillingPartitions<ServiceLine>, spans: [Span], memory: Int
  ) throws(OutputFailure) -> [UInt64] {
    let overlaps = spans.indices.map { file in spans.indices.contains { $0 != file && spans[$0].overlaps(spans[file]) }
    }
    guard overlaps.contains(true) else { return [] }
    var entries = SpillingPartitions<Entry>(count: 64, memory: memory)
    var buffer = RecordBuffer<ServiceLine>()
    for partition in 0..<lines.count {
      try lines.forEachBlock(of: partition, by: &buffer) { lines throws(OutputFailure) in
        for line in lines where canBeCopy(line) && overlaps[Int(line.file)] {
          let content = line.contentHash
          try entries.append(Entry(content: content, record: line.recordKey), to: Int(content >> 58))
        }
      }
    }
    var copies: [UInt64] = []
    for partition in 0..<entries.count {
      let sorted = try entries.take(partition).sorted { ($0.content, $0.record) < ($1.content, $1.record) }
      var start = 0
      while start < sorted.count {
        var end = start + 1
        while end < sorted.count, sorted[end].content == sorted[start].content { end += 1 }
        if end - start > 1 { copies += repeats(sorted[start..<end].map(\.record)) }
        start = end
      }
    }
    return copies
  }

  /// Of the records that say the same, those that are not in the first file that has the most of them.
  static func repeats(_ records: [UInt64]) -> [UInt64] {
    let files = Dictionary(grouping: records) { $0 >> 32 }
    guard files.count > 1, let most = files.values.map(\.count).max(),
      let kept = files.filter({ $0.value.count == most }).keys.min()
    else { return [] }
    return records.filter { $0 >> 32 != kept }
  }
}
