/// The place of each of a run's clinicians among those of its partition, in the order of their numbers, and that of its lines.
struct ClinicianRanks: Sendable {
  /// By clinician.
  private(set) var ranks: [Int32] = []
  /// For each partition where the lines of each of its clinicians start among its lines, once they are sorted.
  private(set) var starts = [[Int32]](repeating: [], count: LogPass.partitions)

  /// - Parameter lines: how many lines each clinician has.
  init(lines: [Int32]) {
    ranks.reserveCapacity(lines.count)
    var ends = [Int32](repeating: 0, count: LogPass.partitions)
    for (clinician, count) in lines.enumerated() {
      let partition = LogPass.partition(of: Int32(clinician))
      ranks.append(Int32(starts[partition].count))
      starts[partition].append(ends[partition])
      ends[partition] += count
    }
  }
}
