import ProductivityModel
import Publishing

/// Sorts the lines of one partition after another by clinician; of one clinician they stay in the order of the input.
struct ClinicianSorting: ~Copyable {
  private var lines = RecordBuffer<ServiceLine>()
  private var sorted = RecordBuffer<ServiceLine>()
  /// Where each clinician's lines end, and before that where they start.
  private var ends: [Int32]

  /// - Parameter clinicians: how many the run has.
  init(clinicians: Int) { ends = [Int32](repeating: 0, count: clinicians + 1) }

  /// Reads a partition, and sorts it by counting.
  ///
  /// - Parameter end: the day before which lines are wanted; nil for all.
  /// - Complexity: O(lines + clinicians).
  mutating func read(
    _ partition: Int, of partitions: borrowing SpillingPartitions<ServiceLine>, before end: CalendarDate?
  ) throws(OutputFailure) {
    try partitions.read(partition, into: &lines)
    if let end { lines.removeAll { $0.serviceDay >= end.daysSinceEpoch } }
    let (lines, count) = (lines.records, ends.count)
    sorted.resize(lines.count)
    let target = sorted.part(0..<lines.count)
    ends.withUnsafeMutableBufferPointer { ends in
      ends.update(repeating: 0)
      for line in lines { ends[Int(line.clinician) + 1] += 1 }
      for index in 1..<count { ends[index] += ends[index - 1] }
      for line in lines {
        let clinician = Int(line.clinician)
        target[Int(ends[clinician])] = line
        ends[clinician] += 1
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
