import Ingest
import ProductivityModel
import Publishing
import Threads

/// Crediting the lines that were read: once for the run itself, and again for what it is compared with.
extension Run {
  /// What credits the lines that were read.
  ///
  /// - Parameter ids: the numbers of the roster's clinicians and specialties, as they were entered before any log was read.
  /// - Throws: `InputFailure` where the lines may come to more than is counted, `OutputFailure` where a temporary file cannot be
  ///   written or read.
  static func crediting(
    _ inputs: RunInputs, _ slots: DaySlots, _ pass: inout LogPass,
    _ ids: (clinicians: [String: Int32], specialties: [String: Int32])
  ) throws -> PartitionCrediting {
    let rulings = try pass.rulings()
    var crediting = try crediting(inputs, slots, pass, ids, rulings: rulings)
    if let compensation = inputs.compensation {
      crediting.daily.pay = DailyCredits(inputs.period, clinicians: pass.dictionaries.clinicians.count)
      crediting.byCode = CodeCredits(
        inputs.period, clinicians: pass.dictionaries.clinicians.count, inputs.roster?.intervals ?? [],
        numbers: ids.clinicians, plans: compensation.plans)
    }
    return crediting
  }

  /// What credits lines of which it is known which do not go on.
  ///
  /// - Parameters:
  ///   - pieces: the days of which there are sums; the run's own unless given.
  ///   - period: the days within which a role that is split counts as one; the days counted unless given.
  /// - Throws: `InputFailure` where the lines may come to more than is counted.
  static func crediting(
    _ inputs: RunInputs, _ slots: DaySlots, _ pass: borrowing LogPass,
    _ ids: (clinicians: [String: Int32], specialties: [String: Int32]), rulings: LineRulings,
    pieces: [DayRange]? = nil, rolesOf period: DayRange? = nil
  ) throws(InputFailure) -> PartitionCrediting {
    try CountableWork(inputs, pass).check(slots, inputs.crosswalks)
    let dictionaries = pass.dictionaries
    return PartitionCrediting(
      slots: slots,
      roles: RoleDirectory(
        inputs.roster, period: period ?? inputs.period, clinicianCount: dictionaries.clinicians.count,
        clinicianIDs: ids.clinicians, specialtyIDs: ids.specialties,
        closed: inputs.closed),
      rulings: rulings, dictionaries: dictionaries,
      places: [inputs.library.facilityPlaces] + inputs.closed.map(\.inputs.library.facilityPlaces),
      crosswalks: inputs.crosswalks, patterns: inputs.patterns,
      pieces: pieces ?? inputs.pieces, fileCount: inputs.logs.count)
  }

  /// Goes through the partitions, and in each through its clinicians, giving out one clinician's lines at a time in the
  /// order of the input.
  ///
  /// - Parameters:
  ///   - keepsLines: whether the lines are to be credited again afterwards.
  ///   - end: the day before which lines are wanted; nil for all.
  static func credit<Crediting: ~Copyable>(
    _ pass: inout LogPass, _ crediting: inout Crediting, keepsLines: Bool = false, before end: CalendarDate? = nil,
    _ body: (UnsafeBufferPointer<ServiceLine>, inout Crediting) throws(OutputFailure) -> Void
  ) throws(OutputFailure) {
    var sorting = ClinicianSorting(pass.clinicianRanks)
    for partition in 0..<LogPass.partitions {
      try sorting.read(partition, of: pass.lines, before: end)
      if !keepsLines { pass.lines.clear(partition) }
      try sorting.forEach { lines throws(OutputFailure) in try body(lines, &crediting) }
    }
  }

  /// Credits the lines of all partitions, on as many threads as there are: what it comes to is the same for any number.
  ///
  /// - Parameters:
  ///   - keepsLines: whether the lines are to be credited again afterwards.
  ///   - trail: takes the rows of every line, of each thread by itself; nil where none are wanted.
  ///   - end: the day before which lines are wanted; nil for all.
  static func creditAll(
    _ pass: inout LogPass, _ crediting: inout PartitionCrediting, keepsLines: Bool = false, trail: LineTrail? = nil,
    before end: CalendarDate? = nil
  ) throws(OutputFailure) {
    let threads = min(trail?.threads.count ?? Workers.count, LogPass.partitions)
    crediting.cache.keepsCredits = trail != nil
    crediting.keepsOutcomes = trail != nil
    if threads == 1 || crediting.goesByOrder {
      try credit(&pass, &crediting, keepsLines: keepsLines, before: end) { lines, crediting throws(OutputFailure) in
        try crediting.credit(lines, trail?.threads.first)
      }
      return
    }
    let ranks = pass.clinicianRanks
    let workers = (0..<threads).map { CreditingWorker(crediting.another(), ranks, trail: trail?.threads[$0]) }
    var sums = [Result<[RoleTally], OutputFailure>](repeating: .success([]), count: LogPass.partitions)
    // So many are credited before the memory of their lines is given back: no thread waits long for another.
    let atOnce = max(16, 4 * threads)
    for first in stride(from: 0, to: LogPass.partitions, by: atOnce) {
      let some = first..<min(first + atOnce, LogPass.partitions)
      sums.withUnsafeMutableBufferPointer { sums in
        Workers.perform(some.count, threads: threads) { task, thread in
          do throws(OutputFailure) {
            sums[first + task] = .success(try workers[thread].credit(first + task, of: pass.lines, before: end))
          } catch {
            sums[first + task] = .failure(error)
          }
        }
      }
      if keepsLines { continue }
      // As the sums grow, the lines go.
      for partition in some { pass.lines.clear(partition) }
      FreedMemory.giveBack()
    }
    for sum in sums { crediting.tallies += try sum.get() }
    for worker in workers { worker.join(into: &crediting) }
  }
}
