/// The place of each of a run's clinicians among those of its partition, in the order of their numbers.
struct ClinicianRanks: Sendable {
  private(set) var ranks: [Int32]
  /// How many clinicians each partition has.
  private(set) var counts = [Int](repeating: 0, count: LogPass.partitions)

  /// - Parameter clinicians: how many the run has.
  init(clinicians: Int) {
    ranks = []
    ranks.reserveCapacity(clinicians)
    for clinician in 0..<Int32(clinicians) {
      let partition = LogPass.partition(of: clinician)
      ranks.append(Int32(counts[partition]))
      counts[partition] += 1
    }
  }
}
