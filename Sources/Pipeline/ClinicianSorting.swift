import ProductivityModel
import Publishing

/// Sorts the lines of one partition after another by clinician; of one clinician they stay in the order of the input.
struct ClinicianSorting: ~Copyable {
  private var block = RecordBuffer<ServiceLine>()
  private var sorted = RecordBuffer<ServiceLine>()
  private let ranks: ClinicianRanks
  private var partition = 0
  /// Where the lines of each clinician of the partition end.
  private var ends: [Int32] = []

  init(_ ranks: ClinicianRanks) { self.ranks = ranks }

  /// Reads a partition: how many lines each clinician has is known, so each line goes to its place at once.
  ///
  /// - Parameter end: the day before which lines are wanted; nil for all.
  /// - Complexity: O(n) in the lines and clinicians of the partition.
  mutating func read(
    _ partition: Int, of partitions: borrowing SpillingPartitions<ServiceLine>, before end: CalendarDate?
  ) throws(OutputFailure) {
    self.partition = partition
    let count = partitions.count(of: partition)
    sorted.resize(count)
    let target = sorted.part(0..<count)
    ends = ranks.starts[partition]
    let end = end?.daysSinceEpoch ?? .max
    try partitions.forEachBlock(of: partition, by: &block) { lines in
      ranks.ranks.withUnsafeBufferPointer { ranks in
        ends.withUnsafeMutableBufferPointer { ends in
          for index in lines.indices where lines[index].serviceDay < end {
            let rank = Int(ranks[Int(lines[index].clinician)])
            target[Int(ends[rank])] = lines[index]
            ends[rank] += 1
          }
        }
      }
    }
  }

  /// Gives out the lines of one clinician at a time.
  func forEach(_ body: (UnsafeBufferPointer<ServiceLine>) throws(OutputFailure) -> Void) throws(OutputFailure) {
    let records = sorted.records
    for (start, end) in zip(ranks.starts[partition], ends) where end > start {
      try body(UnsafeBufferPointer(rebasing: records[Int(start)..<Int(end)]))
    }
  }
}
