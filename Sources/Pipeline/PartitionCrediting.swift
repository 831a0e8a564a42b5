import Crediting
import Ingest
import MedicareFees
import ProductivityModel

/// Credits the lines of one partition: whole clinicians, one at a time.
///
/// Lines that nothing around them changes take their combination's credit as it is. Lines of a patient and day with a
/// reversal, or with several places to rank, are settled together by the group rules.
struct PartitionCrediting: ~Copyable {
  let slots: DaySlots
  let roles: RoleDirectory
  let rulings: LineRulings
  let codes: [ProcedureCode?]
  let modifierRanks: [Int32]
  let monthOfDay: [Int16]
  let firstDay: Int32
  let monthCount: Int

  var cache: CreditCache
  /// The clinicians credited so far.
  var tallies: [RoleTally] = []
  /// What became of each file's records.
  var files: [FileTally]
  /// Reversals without a line to reverse.
  var orphans = CombinationTally()
  /// Lines of days that are reversed as a whole.
  var reversedDays = CombinationTally()
  /// Lines beyond the places that a policy's shares name, in each ledger.
  var laterPlaces = (pay: CombinationTally(), benchmark: CombinationTally())
  /// Lines that a modifier credits once as both sides, with neither one nor two units.
  var unusualSides = CombinationTally()

  // One clinician's lines at a time, reused: what each line comes to.
  private var outcomes: [LineOutcome] = []
  private var groupOf: [Int32] = []
  private var groups: [Group] = []
  private var groupTable: [Int32] = []
  /// How many codes are kept of each clinician.
  private static let topCodes = 10

  /// What one line comes to.
  struct LineOutcome: BitwiseCopyable {
    var fate = Fate.credited
    /// The number of its combination; -1 where it has none.
    var combination: Int32 = -1
    var pay: Int64 = 0
    var benchmark: Int64 = 0
    var unadjusted: Int64 = 0
    /// Units times the share of their places, signed, in each ledger.
    var payUnits: Int64 = 0
    var benchmarkUnits: Int64 = 0
    /// The first place taken in each ledger, from 1, and of how many; 0 where the line was not ranked among places.
    var payPlace: Int32 = 0
    var payPlaces: Int32 = 0
    var benchmarkPlace: Int32 = 0
    var benchmarkPlaces: Int32 = 0
  }

  /// The lines of one patient and day.
  private struct Group: BitwiseCopyable {
    var patient: UInt64
    var day: Int32
    var lines: Int32 = 0
    var negatives: Int32 = 0
    var places: Int32 = 0
    /// Whether the input has a line of the day that is no reversal, even one that is ruled out.
    var hasLine = false
    var isCounted = false
    /// Whether its lines must be looked at together.
    var isSettledTogether: Bool { negatives > 0 || places > 1 }
  }

  init(
    slots: DaySlots, roles: RoleDirectory, rulings: LineRulings, dictionaries: RunDictionaries,
    places: FacilityPlaces, period: DayRange, fileCount: Int
  ) {
    self.slots = slots
    self.roles = roles
    self.rulings = rulings
    codes = dictionaries.procedureCodes
    modifierRanks = dictionaries.modifierRanks
    cache = CreditCache(slots: slots, dictionaries: dictionaries, places: places)
    files = [FileTally](repeating: FileTally(), count: fileCount)
    firstDay = period.first.daysSinceEpoch
    let months = period.months
    monthCount = months.count
    monthOfDay = months.enumerated().flatMap { [Int16](repeating: Int16($0.offset), count: $0.element.days.count) }
  }

  /// Credits one clinician's lines.
  ///
  /// - Parameter trail: is told of every line with what it came to, in the order given, where line credits are wanted.
  mutating func credit(
    _ lines: ArraySlice<ServiceLine>, trail: ((ServiceLine, LineOutcome, borrowing CreditCache) -> Void)?
  ) {
    outcomes.removeAll(keepingCapacity: true)
    groupOf.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    lines.withUnsafeBufferPointer { lines in
      group(lines)
      settleGroups(lines)
      addUp(lines)
      if let trail { for index in lines.indices { trail(lines[index], outcomes[index], cache) } }
    }
  }

  // MARK: Groups

  /// Finds each line's combination and its group of patient and day.
  private mutating func group(_ lines: UnsafeBufferPointer<ServiceLine>) {
    var capacity = 64
    while capacity < 2 * lines.count { capacity *= 2 }
    if groupTable.count < capacity {
      groupTable = [Int32](repeating: -1, count: capacity)
    } else {
      capacity = groupTable.count
      for index in 0..<capacity { groupTable[index] = -1 }
    }
    for index in lines.indices {
      let line = lines[index]
      var outcome = LineOutcome()
      let slot = slots.slot(ofDay: line.serviceDay)
      // A reversal that names a line which is not there is settled with its day, where all may be reversed.
      if let ruling = rulings[line.recordKey], ruling != .orphan || line.units > 0 {
        outcome.fate = ruling.fate
        if ruling.fate == .held {
          if slot < 0 { outcome.fate = .outOfPeriod } else { orphans.add(line) }
        }
        outcomes.append(outcome)
        groupOf.append(-1)
        if line.units > 0 { groups[groupNumber(line, capacity - 1)].hasLine = true }
        continue
      }
      var places: Int32 = 0
      if slot >= 0 {
        let number = cache.number(of: line, slot: slot)
        outcome.combination = Int32(number)
        if line.patient != 0, cache.pay[number].ranks || cache.benchmark[number].ranks {
          // Several units take several places even when the line is alone.
          places = line.units == 10_000 ? 1 : 2
        }
      }
      outcomes.append(outcome)
      let group = groupNumber(line, capacity - 1)
      groups[group].lines += 1
      groups[group].places += places
      if line.units < 0 { groups[group].negatives += 1 } else { groups[group].hasLine = true }
      groupOf.append(Int32(group))
    }
  }

  @inline(__always)
  private mutating func groupNumber(_ line: ServiceLine, _ mask: Int) -> Int {
    var slot =
      Int(truncatingIfNeeded: ByteHash.mix(line.patient, UInt64(UInt32(bitPattern: line.serviceDay)))) & mask
    while true {
      let group = Int(groupTable[slot])
      if group < 0 { break }
      if groups[group].patient == line.patient, groups[group].day == line.serviceDay { return group }
      slot = (slot + 1) & mask
    }
    groupTable[slot] = Int32(groups.count)
    groups.append(Group(patient: line.patient, day: line.serviceDay))
    return groups.count - 1
  }

  /// Settles the groups that must be looked at together, and credits every other line by itself.
  private mutating func settleGroups(_ lines: UnsafeBufferPointer<ServiceLine>) {
    var together: [(group: Int32, line: Int32)] = []
    for index in lines.indices {
      let group = groupOf[index]
      if group < 0 { continue }
      if groups[Int(group)].isSettledTogether {
        together.append((group, Int32(index)))
      } else {
        creditAlone(index, lines[index])
      }
    }
    together.sort { ($0.group, $0.line) < ($1.group, $1.line) }
    var start = 0
    while start < together.count {
      var end = start + 1
      while end < together.count, together[end].group == together[start].group { end += 1 }
      settle(together[start..<end].map { Int($0.line) }, lines)
      start = end
    }
  }

  private mutating func creditAlone(_ index: Int, _ line: ServiceLine) {
    let number = Int(outcomes[index].combination)
    guard number >= 0 else {
      outcomes[index].fate = .outOfPeriod
      return
    }
    finish(
      index, line, payUnits: cache.pay[number].plainUnits(line.units),
      benchmarkUnits: cache.benchmark[number].plainUnits(line.units))
  }

  private mutating func finish(_ index: Int, _ line: ServiceLine, payUnits: Int64, benchmarkUnits: Int64) {
    let number = Int(outcomes[index].combination)
    outcomes[index].fate = cache.pay[number].fate
    outcomes[index].payUnits = payUnits
    outcomes[index].benchmarkUnits = benchmarkUnits
    outcomes[index].pay = cache.pay[number].credit(sharedUnits: payUnits)
    outcomes[index].benchmark = cache.benchmark[number].credit(sharedUnits: benchmarkUnits)
    outcomes[index].unadjusted = cache.pay[number].unadjusted(line.units)
    if !cache.pay[number].countsUnits || !cache.benchmark[number].countsUnits, abs(line.units) != 10_000,
      abs(line.units) != 20_000
    {
      unusualSides.add(line)
    }
  }

  /// Settles one patient's day: reversals first, then the ranking of what survives.
  private mutating func settle(_ indices: [Int], _ lines: UnsafeBufferPointer<ServiceLine>) {
    let group = indices.first.map { groups[Int(groupOf[$0])] }
    let survivors = Reversals.settle(
      indices, lines, mayReverseDay: group.map { $0.patient != 0 && !$0.hasLine } ?? false)
    for index in survivors.voided { outcomes[index].fate = .voided }
    for index in survivors.orphans {
      outcomes[index].fate = outcomes[index].combination < 0 ? .outOfPeriod : .held
      if outcomes[index].fate == .held { orphans.add(lines[index]) }
    }
    for index in survivors.standing { creditAlone(index, lines[index]) }
    let standing = survivors.standing.filter { outcomes[$0].combination >= 0 && lines[$0].patient != 0 }
    rank(standing, lines, isBenchmark: false)
    rank(standing, lines, isBenchmark: true)
    if survivors.isMirrored {
      for index in survivors.standing where outcomes[index].combination >= 0 { reversedDays.add(lines[index]) }
    }
  }

  private mutating func rank(_ indices: [Int], _ lines: UnsafeBufferPointer<ServiceLine>, isBenchmark: Bool) {
    guard let first = indices.first else { return }
    let slot = slots.slots[cache.combinations[Int(outcomes[first].combination)].slot]
    guard let rule = slots.engines[(isBenchmark ? slot.benchmark : slot.pay).engine].multipleProcedures else { return }
    var entries: [MultipleProcedures.Entry] = []
    for index in indices {
      let number = Int(outcomes[index].combination)
      let credit = isBenchmark ? cache.benchmark[number] : cache.pay[number]
      guard credit.ranks else { continue }
      let line = lines[index]
      entries.append(
        MultipleProcedures.Entry(
          index: index, key: credit.rankKey, work: credit.work, role: credit.role,
          code: codes[Int(line.code)]?.packed ?? 0, modifiers: modifierRanks[Int(line.modifiers)], lineID: line.lineID,
          units: credit.countsUnits ? abs(line.units) : 10_000))
    }
    guard entries.count > 1 || (entries.first.map { $0.units != 10_000 } ?? false) else { return }
    rule.rank(&entries)
    for entry in entries where rule.isBeyondShares(entry) {
      if isBenchmark { laterPlaces.benchmark.add(lines[entry.index]) } else { laterPlaces.pay.add(lines[entry.index]) }
    }
    var start = 0
    while start < entries.count {
      var end = start
      var places: Int32 = 0
      while end < entries.count, entries[end].role == entries[start].role {
        places += Int32((entries[end].units + 9_999) / 10_000)
        end += 1
      }
      place(entries[start..<end], of: places, lines, isBenchmark: isBenchmark)
      start = end
    }
  }

  /// Gives the lines of one role their shares.
  private mutating func place(
    _ entries: ArraySlice<MultipleProcedures.Entry>, of places: Int32, _ lines: UnsafeBufferPointer<ServiceLine>,
    isBenchmark: Bool
  ) {
    for entry in entries {
      let line = lines[entry.index]
      let shared = line.units < 0 ? -entry.sharedUnits : entry.sharedUnits
      let number = Int(outcomes[entry.index].combination)
      if isBenchmark {
        outcomes[entry.index].benchmarkUnits = shared
        outcomes[entry.index].benchmark = cache.benchmark[number].credit(sharedUnits: shared)
        outcomes[entry.index].benchmarkPlace = Int32(entry.firstPlace) + 1
        outcomes[entry.index].benchmarkPlaces = places
      } else {
        outcomes[entry.index].payUnits = shared
        outcomes[entry.index].pay = cache.pay[number].credit(sharedUnits: shared)
        outcomes[entry.index].payPlace = Int32(entry.firstPlace) + 1
        outcomes[entry.index].payPlaces = places
      }
    }
  }

  // MARK: Sums

  /// Adds the lines up: by file, by combination, and by specialty and month.
  private mutating func addUp(_ lines: UnsafeBufferPointer<ServiceLine>) {
    guard let clinician = lines.first?.clinician else { return }
    let roles = roles.roles(of: clinician)
    var own: [RoleTally] = []
    var ownCodes: [CodeTable] = []
    for index in lines.indices {
      let line = lines[index]
      let outcome = outcomes[index]
      let file = Int(line.file)
      files[file].counts[Int(outcome.fate.rawValue)] += 1
      guard outcome.combination >= 0 else { continue }
      let number = Int(outcome.combination)
      // Duplicates, voids and orphan reversals have come to nothing; every other line has its combination's fate.
      guard outcome.fate == cache.pay[number].fate else { continue }
      cache.tallies[number].add(line)
      if line.patient == 0 {
        files[file].withoutPatient.add(line)
      } else if line.place == 0, cache.pay[number].ranks || cache.benchmark[number].ranks {
        files[file].blankPlaces.add(line)
      }
      // A line that the pay policy excludes may still have work in the benchmark ledger.
      let isService = outcome.fate == .credited || outcome.fate == .zeroValued || outcome.fate == .unpriced
      guard isService || outcome.benchmark != 0 else { continue }
      let role = roles.role(day: line.serviceDay, logged: line.specialty)
      let tally = tallyIndex(role, clinician, &own)
      if tally == ownCodes.count { ownCodes.append(CodeTable()) }
      let month = Int(monthOfDay[Int(line.serviceDay - firstDay)])
      own[tally].firstRecord = min(own[tally].firstRecord, line.recordKey)
      if role.isOutsideEmployment { own[tally].linesOutsideEmployment.add(line) }
      own[tally].months[month].add(line, outcome, isService: isService)
      let group = Int(groupOf[index])
      if !isService {
        // Not among the lines rendered under the pay policy, so no encounter either.
      } else if line.patient == 0 {
        own[tally].months[month].linesWithoutPatient += 1
      } else if !groups[group].isCounted {
        groups[group].isCounted = true
        own[tally].months[month].encounters += 1
      }
      if outcome.benchmark != 0 { ownCodes[tally].add(line.code, line.units, outcome.benchmark) }
    }
    for index in own.indices {
      own[index].topCodes = ownCodes[index].top(Self.topCodes) { codes[Int($0)]?.packed ?? 0 }
    }
    tallies += own
  }

  private func tallyIndex(_ role: RoleDirectory.Role, _ clinician: Int32, _ own: inout [RoleTally]) -> Int {
    if let index = own.firstIndex(where: { $0.specialty == role.specialty }) { return index }
    var tally = RoleTally(clinician: clinician, specialty: role.specialty, months: monthCount)
    tally.isUnknownClinician = role.isUnknownClinician
    own.append(tally)
    return own.count - 1
  }
}

extension LineIdentity.Ruling {
  /// The fate of a record with this ruling.
  var fate: Fate {
    switch self {
    case .duplicate: .duplicate
    case .superseded: .superseded
    case .voided: .voided
    case .orphan, .misdirected: .held
    }
  }
}
