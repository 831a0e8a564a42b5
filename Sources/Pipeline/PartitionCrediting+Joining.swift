import ProductivityModel
import Publishing

/// Crediting on several threads: each credits other clinicians, and what they come to is added up.
extension PartitionCrediting {
  /// Takes over what another, which credits by the same terms, came to with other clinicians' lines; not their sums, which its
  /// caller puts in order.
  ///
  /// All of it is sums and first places, so the order in which several are taken over does not matter.
  mutating func join(_ other: consuming PartitionCrediting) {
    for index in files.indices { files[index].add(other.files[index]) }
    orphans.add(other.orphans)
    reversedDays.add(other.reversedDays)
    for (ruling, tally) in other.heldClaims { heldClaims[ruling, default: CombinationTally()].add(tally) }
    flags.pay.add(other.flags.pay)
    flags.benchmark.add(other.flags.benchmark)
    for (note, tally) in other.anesthesia { anesthesia[note, default: CombinationTally()].add(tally) }
    transfers.add(other.transfers)
    if let pay = other.daily.pay { daily.pay?.add(pay) }
    if let benchmark = other.daily.benchmark { daily.benchmark?.add(benchmark) }
    if let codes = other.byCode { byCode?.add(codes) }
    cache.join(other.cache)
  }

  /// Credits one clinician's lines, and adds their rows to the trail where there is one.
  ///
  /// - Throws: `OutputFailure` where a temporary file cannot be written.
  mutating func credit(_ lines: UnsafeBufferPointer<ServiceLine>, _ trail: TrailRows?) throws(OutputFailure) {
    credit(lines)
    try trail?.add(lines, of: self)
  }

  /// Takes the sums of clinicians out.
  mutating func takeTallies() -> [RoleTally] {
    defer { tallies = [] }
    return tallies
  }

  /// Whether it has something that goes by the order of the lines of all clinicians.
  var goesByOrder: Bool { reconciliation != nil || credited != nil }
}

/// What one thread credits with.
final class CreditingWorker {
  private var crediting: PartitionCrediting?
  /// Nil once all is credited.
  private var sorting: ClinicianSorting?
  /// The rows of every line, where they are wanted.
  private let trail: TrailRows?

  init(_ crediting: consuming PartitionCrediting, _ ranks: ClinicianRanks, trail: TrailRows?) {
    self.crediting = consume crediting
    self.trail = trail
    sorting = ClinicianSorting(ranks)
  }

  /// Credits the lines of a partition.
  ///
  /// - Returns: the sums of its clinicians.
  /// - Throws: `OutputFailure` where a temporary file cannot be read back, or written.
  func credit(
    _ partition: Int, of lines: borrowing SpillingPartitions<ServiceLine>, before end: CalendarDate?
  ) throws(OutputFailure) -> [RoleTally] {
    try sorting?.read(partition, of: lines, before: end)
    try sorting?.forEach { lines throws(OutputFailure) in try crediting?.credit(lines, trail) }
    return crediting?.takeTallies() ?? []
  }

  /// Gives what all came to, and is then done.
  func join(into whole: inout PartitionCrediting) {
    sorting = nil
    if let own = crediting.take() { whole.join(own) }
  }
}
