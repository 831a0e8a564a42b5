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
  let listsWithoutDays: [Int32]
  let modifierLists: [ModifierList]
  let details: [LineDetail]
  let codeTexts: [String]
  /// What lines without a price are worth, by the policy's name.
  let crosswalks: [String: Crosswalk]
  let monthOfDay: [Int16]
  let firstDay: Int32
  /// A month for each piece of the days that count, without a line: all clinicians share its memory as long as they have none.
  let noMonths: [ProductivitySums]

  var cache: CreditCache
  /// The clinicians credited so far.
  var tallies: [RoleTally] = []
  /// What kind of service each combination is.
  private let kinds: ServiceKinds
  /// What became of each file's records.
  var files: [FileTally]
  /// Reversals without a line to reverse.
  var orphans = CombinationTally()
  /// Lines of claims that replace or void one that is not there or cannot be told.
  var heldClaims: [LineIdentity.Ruling: CombinationTally] = [:]
  /// Lines of days that are reversed as a whole.
  var reversedDays = CombinationTally()
  /// Lines that the reader should know of, in each ledger.
  var flags = (pay: FlagTallies(), benchmark: FlagTallies())
  /// Anesthesia that could not be measured, or was by a stated assumption, by what is to be said of it.
  var anesthesia: [AnesthesiaNote: CombinationTally] = [:]
  /// How the source's own RVUs compare; nil where the job does not ask.
  var reconciliation: SourceReconciliation?
  /// The lines of clinicians of whom an employer's lines are known; nil where there are none.
  var credited: CreditedLines?
  /// Credit that goes to another clinician.
  var transfers = CreditTransfers()
  /// Work by clinician and day in each ledger, where plans pay it; nil where none is asked for.
  var daily: (pay: DailyCredits?, benchmark: DailyCredits?)
  /// Work by clinician, code and stretch of days in the pay ledger; nil where the job has no plans.
  var byCode: CodeCredits?

  /// Whether what each line of the last clinician came to is kept, for who looks at lines one by one.
  var keepsOutcomes = true

  // One clinician's lines at a time, reused: what each line comes to.
  var outcomes: [LineOutcome] = []
  var combinations = ClinicianCombinations()
  /// The place of each line's combination among the clinician's; -1 where it has none.
  var placeOf = RecordBuffer<Int32>()
  /// The number of each line's patient and day; -1 for a record that does not go on.
  var dayOf = RecordBuffer<Int32>()
  var days = PatientDays()
  /// What the lines around made of lines that they changed, as far as outcomes are kept.
  var sessions: [SessionLine] = []
  private var together: [UInt64] = []
  /// Lines of the day that is looked at, with what others make of them.
  var settled: [SessionLine] = []
  private var group = 0
  /// How many codes are kept of each clinician.
  private static let topCodes = 10

  /// - Parameter pieces: the days that count, cut where sums are wanted: as a rule calendar months.
  init(
    slots: DaySlots, roles: RoleDirectory, rulings: LineRulings, dictionaries: RunDictionaries,
    places: [FacilityPlaces], crosswalks: [String: Crosswalk], patterns: PatternData, pieces: [DayRange], fileCount: Int
  ) {
    self.slots = slots
    self.roles = roles
    self.rulings = rulings
    codes = dictionaries.procedureCodes
    modifierRanks = dictionaries.modifierRanks
    listsWithoutDays = dictionaries.listsWithoutDays
    modifierLists = dictionaries.modifierLists
    details = dictionaries.details
    self.crosswalks = crosswalks
    codeTexts = crosswalks.isEmpty ? [] : (0..<dictionaries.codes.count).map(dictionaries.codes.text)
    kinds = ServiceKinds(patterns, dictionaries, spans: slots.spans)
    cache = CreditCache(slots: slots, dictionaries: dictionaries, places: places, kinds: kinds)
    files = [FileTally](repeating: FileTally(), count: fileCount)
    firstDay = pieces.first?.first.daysSinceEpoch ?? 0
    noMonths = [ProductivitySums](repeating: ProductivitySums(), count: pieces.count)
    monthOfDay = pieces.enumerated().flatMap { [Int16](repeating: Int16($0.offset), count: $0.element.count) }
  }

  /// One that credits by the same terms.
  ///
  /// - Precondition: this has credited nothing yet.
  func another() -> PartitionCrediting { PartitionCrediting(like: self) }

  private init(like other: borrowing PartitionCrediting) {
    slots = other.slots
    roles = other.roles
    rulings = other.rulings
    codes = other.codes
    modifierRanks = other.modifierRanks
    listsWithoutDays = other.listsWithoutDays
    modifierLists = other.modifierLists
    details = other.details
    codeTexts = other.codeTexts
    crosswalks = other.crosswalks
    monthOfDay = other.monthOfDay
    firstDay = other.firstDay
    noMonths = other.noMonths
    kinds = other.kinds
    cache = other.cache.another()
    keepsOutcomes = other.keepsOutcomes
    files = other.files
    daily = other.daily
    byCode = other.byCode
  }

  /// Credits one clinician's lines.
  mutating func credit(_ lines: UnsafeBufferPointer<ServiceLine>) {
    outcomes.removeAll(keepingCapacity: true)
    outcomes.append(contentsOf: repeatElement(LineOutcome(), count: lines.count))
    placeOf.resize(lines.count)
    dayOf.resize(lines.count)
    sessions.removeAll(keepingCapacity: true)
    combinations.reset()
    days.reset(lines: lines.count)
    group = lines.first.map { slots.group(of: $0.clinician) } ?? 0
    findDays(lines)
    settleDays(lines)
    addUp(lines)
  }

  /// Tells what each of the lines that were credited last came to, in their order.
  ///
  /// - Precondition: ``keepsOutcomes``.
  func forEachOutcome<Failure>(
    of lines: UnsafeBufferPointer<ServiceLine>,
    _ body: (ServiceLine, LineOutcome, [SessionLine], borrowing CreditCache) throws(Failure) -> Void
  ) throws(Failure) {
    for index in lines.indices where slots.tells(of: lines[index]) {
      try body(lines[index], outcomes[index], sessions, cache)
    }
  }

  // MARK: Days

  /// Finds each line's combination and its patient and day.
  private mutating func findDays(_ lines: UnsafeBufferPointer<ServiceLine>) {
    for index in lines.indices {
      let line = lines[index]
      let slot = slots.slot(of: line, group: group)
      // A reversal that names a line which is not there is settled with its day, where all may be reversed.
      if let ruling = rulings[line.recordKey], ruling != .orphan || line.units > 0 {
        outcomes[index].fate = ruling.fate
        if ruling.fate == .held {
          if slot < 0 { outcomes[index].fate = .outOfPeriod } else { hold(line, ruling) }
        }
        dayOf[index] = -1
        placeOf[index] = -1
        if line.units > 0 { days[days.number(of: line)].hasLine = true }
        continue
      }
      let day = days.number(of: line)
      placeOf[index] = slot < 0 ? -1 : Int32(combinations.place(of: cache.key(of: line, slot: slot)))
      days[day].note(line)
      dayOf[index] = Int32(day)
    }
    combinations.fetch(from: &cache)
    for index in lines.indices where placeOf[index] >= 0 {
      let meetings = combinations.entries[Int(placeOf[index])].meetings
      if !meetings.isDisjoint(with: .anything), lines[index].patient != 0 {
        noteMeetings(meetings, lines[index], Int(dayOf[index]))
      }
    }
  }

  /// Notes a line that identity does not let go on and that waits for a decision.
  private mutating func hold(_ line: ServiceLine, _ ruling: LineIdentity.Ruling) {
    switch ruling {
    case .loneVoid, .undecidedClaim: heldClaims[ruling, default: CombinationTally()].add(line)
    default: orphans.add(line)
    }
  }

  /// Notes whether others of its day may change a line, or its own units do.
  @inline(__always)
  private mutating func noteMeetings(_ meetings: Meetings, _ line: ServiceLine, _ day: Int) {
    if line.units == 10_000 {
      if meetings.contains(.others) { days[day].meetings += 1 }
    } else if meetings.contains(.units) || meetings.contains(.others) {
      // Several units take several places even when the line is alone.
      days[day].meetings += 2
    }
    if meetings.contains(.bundled) { days[day].hasBundled = true }
  }

  /// Settles the days that must be looked at together.
  private mutating func settleDays(_ lines: UnsafeBufferPointer<ServiceLine>) {
    // The day above, the line below, in one word that is sorted at once.
    together.removeAll(keepingCapacity: true)
    for index in lines.indices where dayOf[index] >= 0 && days[Int(dayOf[index])].isSettledTogether {
      together.append(UInt64(dayOf[index]) << 32 | UInt64(index))
      outcomes[index].place = placeOf[index]
      if placeOf[index] >= 0 { outcomes[index].combination = combinations.entries[Int(placeOf[index])].number }
    }
    together.sort()
    var start = 0
    var indices: [Int] = []
    while start < together.count {
      let day = together[start] >> 32
      indices.removeAll(keepingCapacity: true)
      while start < together.count, together[start] >> 32 == day {
        indices.append(Int(together[start] & 0xFFFF_FFFF))
        start += 1
      }
      if days[Int(day)].negatives == 0 {
        settleStanding(&indices, lines)
      } else {
        settle(indices, days[Int(day)], lines)
      }
    }
  }

  /// Settles one patient's day with reversals: those first, then what the surviving lines make of each other.
  private mutating func settle(
    _ indices: [Int], _ day: PatientDays.Day, _ lines: UnsafeBufferPointer<ServiceLine>
  ) {
    let survivors = Reversals.settle(
      indices, lines, listsWithoutDays, mayReverseDay: day.patient != 0 && !day.hasLine)
    for index in survivors.voided { outcomes[index].fate = .voided }
    for index in survivors.orphans {
      outcomes[index].fate = outcomes[index].combination < 0 ? .outOfPeriod : .held
      if outcomes[index].fate == .held { orphans.add(lines[index]) }
    }
    var standing = survivors.standing
    settleStanding(&standing, lines)
    if survivors.isMirrored {
      for index in survivors.standing where outcomes[index].combination >= 0 { reversedDays.add(lines[index]) }
    }
  }

  /// Settles lines of a patient's day that are not reversed; those that stand alone whatever day it is are taken out.
  private mutating func settleStanding(_ standing: inout [Int], _ lines: UnsafeBufferPointer<ServiceLine>) {
    for index in standing {
      var outcome = LineOutcome()
      creditAlone(&outcome, lines[index], at: Int(placeOf[index]))
      outcomes[index] = outcome
    }
    standing.removeAll { outcomes[$0].combination < 0 || lines[$0].patient == 0 }
    if standing.allSatisfy({ combinations.entries[Int(outcomes[$0].place)].isAlike }) {
      settleSession(standing, lines, of: [.pay, .benchmark])
    } else {
      settleSession(standing, lines, of: [.pay])
      settleSession(standing, lines, of: [.benchmark])
    }
  }

  // MARK: Sums

  /// Credits the lines that stand alone, and adds all up: by file, by combination, and by specialty and month.
  private mutating func addUp(_ lines: UnsafeBufferPointer<ServiceLine>) {
    guard let first = lines.first else { return }
    let roles = roles.roles(of: first.clinician)
    // Most lines have the file, the slot and the role of the line before: what these came to is at hand, and put away where one
    // has another.
    var file = FileAtHand(Int(first.file))
    file.exchange(with: &files)
    var plain = PlainAtHand()
    var own = RolesAtHand(first.clinician, months: noMonths)
    for index in lines.indices {
      let line = lines[index]
      let day = Int(dayOf[index])
      let isAlone = day >= 0 && !days[day].isSettledTogether
      var outcome = isAlone ? LineOutcome() : outcomes[index]
      if isAlone {
        // In its place: what is written in parts and copied whole is waited for.
        creditAlone(&outcome, line, at: Int(placeOf[index]))
        if keepsOutcomes { outcomes[index] = outcome }
      }
      guard slots.tells(of: line) else { continue }
      if Int(line.file) != file.number {
        file.exchange(with: &files)
        file = FileAtHand(Int(line.file))
        file.exchange(with: &files)
      }
      file.count(outcome.fate, line.recordKey)
      guard outcome.combination >= 0 else { continue }
      let place = Int(outcome.place)
      // Duplicates, voids and orphan reversals have come to nothing.
      guard outcome.isSettled else { continue }
      if reconciliation != nil {
        reconciliation?.add(line, details[Int(line.detail)].sourceRVU, outcome, slots, cache)
      }
      // A line that others changed, or that was measured, is told of apart.
      let meetings = combinations.entries[place].meetings
      if outcome.fate == .credited, combinations.entries[place].isPlain {
        let slot = Int(combinations.entries[place].slot)
        if slot != plain.slot {
          plain.putAway(in: &cache)
          plain = PlainAtHand(slot: slot)
        }
        plain.tally.add(line)
      } else if outcome.fate == combinations.entries[place].pay.fate {
        combinations.tallies[place].add(line)
      }
      if line.patient == 0 {
        file.tally.withoutPatient.add(line)
      } else if line.place == 0, meetings.contains(.places) {
        file.tally.blankPlaces.add(line)
      }
      // A line that the pay policy excludes may still have work in the benchmark ledger.
      let isService = outcome.fate == .credited || outcome.fate == .zeroValued || outcome.fate == .unpriced
      guard isService || outcome.benchmark != 0 else {
        credited?.add(line, outcome, pay: 0, slots, cache)
        continue
      }
      let role = roles.role(day: line.serviceDay, logged: line.specialty)
      let month = Int(monthOfDay[Int(line.serviceDay - firstDay)])
      own.take(role, month: month)
      own.sums.firstRecord = min(own.sums.firstRecord, line.recordKey)
      if role.isOutsideEmployment { own.sums.linesOutsideEmployment.add(line) }
      let kept = meetings.contains(.attributed) ? attributed(line, outcome, month) : outcome.credit
      own.month.add(line, outcome, kept, isService: isService)
      daily.pay?.add(first.clinician, day: line.serviceDay, kept.pay)
      byCode?.add(first.clinician, line, kept.pay)
      daily.benchmark?.add(first.clinician, day: line.serviceDay, kept.benchmark)
      credited?.add(line, outcome, pay: kept.pay, slots, cache)
      if role.isOnLeave { own.sums.linesOnLeave.add(line) }
      if role.isOnLeave || role.isOutsideEmployment {
        own.sums.uncountedMonths[month].add(line, outcome, kept, isService: isService)
      } else {
        own.noteServiceDay(Int(line.serviceDay - firstDay))
      }
      if role.isInRamp { own.sums.rampMonths[month].add(line, outcome, kept, isService: isService) }
      if !isService {
        // Not among the lines rendered under the pay policy, so no encounter either.
      } else if line.patient == 0 {
        own.month.linesWithoutPatient += 1
      } else if days[day].countsFirst() {
        // A day that is reversed as a whole takes away the day that it was.
        let encounter = line.units < 0 ? -1 : 1
        own.month.encounters += encounter
        if role.isInRamp { own.sums.rampMonths[month].encounters += encounter }
        if role.isOnLeave || role.isOutsideEmployment { own.sums.uncountedMonths[month].encounters += encounter }
      }
      own.services.add(at: place, outcome.combination, line.code, line.units, outcome.benchmark)
      if outcome.benchmark != 0, role.isOnLeave || role.isOutsideEmployment || role.isInRamp {
        own.services.setApart(
          at: place, line.units, isUncounted: role.isOnLeave || role.isOutsideEmployment,
          isInRamp: role.isInRamp)
      }
    }
    file.exchange(with: &files)
    plain.putAway(in: &cache)
    for (entry, tally) in zip(combinations.entries, combinations.tallies) where tally.lines > 0 {
      cache.add(tally, to: Int(entry.number))
    }
    tallies += own.all.map { sums, services in
      var sums = sums
      let ofCodes = CodeSums(services)
      sums.topCodes = ofCodes.top(Self.topCodes) { codes[Int($0)]?.packed ?? 0 }
      sums.services = kinds.services(of: services, cache)
      sums.services.codes = CodeServices(ofCodes.codes)
      return sums
    }
  }
}

extension LineIdentity.Ruling {
  /// The fate of a record with this ruling.
  var fate: Fate {
    switch self {
    case .duplicate: .duplicate
    case .superseded: .superseded
    case .voided: .voided
    case .orphan, .misdirected, .loneVoid, .undecidedClaim: .held
    }
  }
}
