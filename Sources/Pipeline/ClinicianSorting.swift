import ProductivityModel
import Publishing

/// Sorts the lines of one partition after another by clinician; of one clinician they stay in the order of the input.
struct ClinicianSorting: ~Copyable {
  private var lines = RecordBuffer<ServiceLine>()
  private var sorted = RecordBuffer<ServiceLine>()
  private let ranks: ClinicianRanks
  /// Where the lines of each clinician of the partition end, and before that where they start.
  private var ends: [Int32] = []

  init(_ ranks: ClinicianRanks) { self.ranks = ranks }

  /// Reads a partition, and sorts it by counting.
  ///
  /// - Parameter end: the day before which lines are wanted; nil for all.
  /// - Complexity: O(n) in the lines and clinicians of the partition.
  mutating func read(
    _ partition: Int, of partitions: borrowing SpillingPartitions<ServiceLine>, before end: CalendarDate?
  ) throws(OutputFailure) {
    try partitions.read(partition, into: &lines)
    if let end { lines.removeAll { $0.serviceDay >= end.daysSinceEpoch } }
    let lines = lines.records
    sorted.resize(lines.count)
    let target = sorted.part(0..<lines.count)
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: repeatElement(0, count: ranks.counts[partition] + 1))
    ranks.ranks.withUnsafeBufferPointer { ranks in
      for line in lines { ends[Int(ranks[Int(line.clinician)]) + 1] += 1 }
      for index in ends.indices.dropFirst() { ends[index] += ends[index - 1] }
      for line in lines {
        let rank = Int(ranks[Int(line.clinician)])
        target[Int(ends[rank])] = line
        ends[rank] += 1
      }
    }
  }

  /// Gives out the lines of one clinician at a time.
  func forEach(_ body: (UnsafeBufferPointer<ServiceLine>) throws(OutputFailure) -> Void) throws(OutputFailure) {
    let records = sorted.records
    var start = 0
    for end in ends where Int(end) > start {
      try body(UnsafeBufferPointer(rebasing: records[start..<Int(end)]))
      start = Int(end)
    }
  }
}
