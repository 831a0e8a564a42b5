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
  let kinds: ServiceKinds
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
  /// Of lines that are settled together the next one of the same day; -1 behind the last.
  private var nextOfDay = RecordBuffer<Int32>()
  /// Lines of the day that is looked at, with what others make of them.
  var settled: [SessionLine] = []
  private var group = 0
  /// How many codes are kept of each clinician.
  static let topCodes = 10

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
    outcomes.append(addingCapacity: lines.count) { $0.append(repeating: LineOutcome(), count: lines.count) }
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
    nextOfDay.resize(lines.count)
    // From the last line on, so that a day leads to its first, and each line to the next.
    for index in lines.indices.reversed() where dayOf[index] >= 0 && days[Int(dayOf[index])].isSettledTogether {
      nextOfDay[index] = days[Int(dayOf[index])].firstLine
      days[Int(dayOf[index])].firstLine = Int32(index)
      outcomes[index].place = placeOf[index]
      if placeOf[index] >= 0 { outcomes[index].combination = combinations.entries[Int(placeOf[index])].number }
    }
    var indices: [Int] = []
    for day in 0..<days.count where days[day].firstLine >= 0 {
      indices.removeAll(keepingCapacity: true)
      var index = Int(days[day].firstLine)
      while index >= 0 {
        indices.append(index)
        index = Int(nextOfDay[index])
      }
      if days[day].negatives == 0 {
        settleStanding(&indices, lines)
      } else {
        settle(indices, days[day], lines)
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
