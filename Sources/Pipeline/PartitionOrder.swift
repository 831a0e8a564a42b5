import ProductivityModel

/// Some lines by the partition of their clinician; of one partition in their own order. Its memory is used again.
///
/// Lines go to partitions a piece of a log at a time: those of one partition together, so that its block, which lies far from those
/// of others, is gone to once.
struct PartitionOrder: ~Copyable {
  private var partitions = RecordBuffer<UInt8>()
  private var places = RecordBuffer<Int32>()
  /// Where the lines of each partition end.
  private var ends = [Int](repeating: 0, count: LogPass.partitions)

  /// Orders lines, by counting.
  mutating func order(_ lines: UnsafeBufferPointer<ServiceLine>) {
    partitions.resize(lines.count)
    places.resize(lines.count)
    let partitions = partitions.part(0..<lines.count)
    let places = places.part(0..<lines.count)
    ends.withUnsafeMutableBufferPointer { ends in
      ends.update(repeating: 0)
      for index in lines.indices {
        let partition = LogPass.partition(of: lines[index].clinician)
        partitions[index] = UInt8(partition)
        ends[partition] += 1
      }
      // How many there are, then where they start, and as each gets its place, where they end.
      var start = 0
      for partition in ends.indices { (ends[partition], start) = (start, start + ends[partition]) }
      for index in lines.indices {
        let partition = Int(partitions[index])
        places[ends[partition]] = Int32(index)
        ends[partition] += 1
      }
    }
  }

  /// The places of the lines of a partition.
  func places(of partition: Int) -> UnsafeBufferPointer<Int32> {
    let start = partition == 0 ? 0 : ends[partition - 1]
    return UnsafeBufferPointer(rebasing: places.records[start..<ends[partition]])
  }
}
