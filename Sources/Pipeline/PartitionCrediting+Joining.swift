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

  init(_ crediting: consuming PartitionCrediting, _ ranks: ClinicianRanks) {
    self.crediting = consume crediting
    sorting = ClinicianSorting(ranks)
  }

  /// Credits the lines of a partition.
  ///
  /// - Returns: the sums of its clinicians.
  /// - Throws: `OutputFailure` where a temporary file cannot be read back.
  func credit(
    _ partition: Int, of lines: borrowing SpillingPartitions<ServiceLine>, before end: CalendarDate?
  ) throws(OutputFailure) -> [RoleTally] {
    try sorting?.read(partition, of: lines, before: end)
    try sorting?.forEach { lines throws(OutputFailure) in crediting?.credit(lines, trail: nil) }
    return crediting?.takeTallies() ?? []
  }

  /// Gives what all came to, and is then done.
  func join(into whole: inout PartitionCrediting) {
    sorting = nil
    if let own = crediting.take() { whole.join(own) }
  }
}
