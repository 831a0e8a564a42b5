import Crediting
import Ingest
import MedicareFees
import ProductivityModel

/// The credit of every combination of code, modifiers, setting and day slot that occurs, worked out once each by the
/// rules themselves: the fast path cannot differ from the exact one.
struct CreditCache: ~Copyable {
  /// A combination.
  struct Combination: Hashable, Sendable {
    var slot: Int
    var code: Int32
    var modifiers: Int32
    var setting: Setting
  }

  /// What every line of a combination asks, in one place.
  struct Entry: BitwiseCopyable {
    /// What tells it from others.
    var key: UInt64
    /// Its number.
    var number: Int32
    /// The slot of its days.
    var slot: Int16
    /// What its lines may have to do with others.
    var meetings: Meetings
    /// Whether both ledgers have one policy and one release for it.
    var isAlike: Bool
    /// Whether nothing is to be told of it but its release: it is credited, and by no assumption.
    var isPlain: Bool
    /// What each ledger makes of it.
    var pay: CompactCredit
    var benchmark: CompactCredit
  }

  private let slots: DaySlots
  private let codes: [ProcedureCode?]
  private let modifierLists: [ModifierList]
  private let facility: [Bool]
  /// Where each slot's places begin in ``facility``.
  private let firstPlace: [Int]
  private var table: [Int32]
  /// The combinations, by number.
  private(set) var entries: [Entry] = []
  private(set) var combinations: [Combination] = []
  private(set) var payCredits: [LineCredit] = []
  private(set) var benchmarkCredits: [LineCredit] = []
  private(set) var paySessions: [SessionTerms] = []
  private(set) var benchmarkSessions: [SessionTerms] = []
  /// What the lines of each combination came to; none of those of which nothing is to be told.
  var tallies: [CombinationTally] = []
  /// What the lines of all combinations of a slot came to of which nothing is to be told.
  var plainTallies: [CombinationTally]

  /// - Parameter places: which places of service are facilities today, then at the time of each closing.
  init(slots: DaySlots, dictionaries: RunDictionaries, places: [FacilityPlaces]) {
    self.slots = slots
    codes = dictionaries.procedureCodes
    modifierLists = dictionaries.modifierLists
    // A blank place of service is taken as a facility, and told of.
    facility = places.flatMap { places in
      (0...99).map { number in PlaceOfService(number).map { places.setting(of: $0) == .facility } ?? true }
    }
    firstPlace = slots.slots.map { $0.closing * 100 }
    table = [Int32](repeating: -1, count: 1 << 12)
    plainTallies = [CombinationTally](repeating: CombinationTally(), count: slots.slots.count)
  }

  /// What tells a line's combination from others.
  @inline(__always)
  func key(of line: ServiceLine, slot: Int) -> UInt64 {
    // 24 bits of code, 27 of modifiers, 12 of slot: more of any than a run can hold.
    UInt64(UInt32(bitPattern: line.code)) << 40 | UInt64(UInt32(bitPattern: line.modifiers)) << 13 | UInt64(slot) << 1
      | (facility[firstPlace[slot] + Int(line.place)] ? 1 : 0)
  }

  /// The number of a line's combination, by its ``key(of:slot:)``.
  mutating func number(of line: ServiceLine, slot: Int, key: UInt64) -> Int {
    let mask = table.count - 1
    var position = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while true {
      let number = Int(table[position])
      if number < 0 { break }
      if entries[number].key == key { return number }
      position = (position + 1) & mask
    }
    return insert(key, line, slot, key & 1 == 1 ? .facility : .nonfacility, at: position)
  }

  private mutating func insert(
    _ key: UInt64, _ line: ServiceLine, _ slot: Int, _ setting: Setting, at position: Int
  ) -> Int {
    let number = entries.count
    table[position] = Int32(number)
    combinations.append(Combination(slot: slot, code: line.code, modifiers: line.modifiers, setting: setting))
    func credit(_ ledger: DaySlots.Ledger) -> LineCredit {
      slots.engines[ledger.engine].lineCredit(
        code: codes[Int(line.code)], modifiers: modifierLists[Int(line.modifiers)], setting: setting,
        schedule: ledger.schedule.map { slots.schedules[$0] })
    }
    let isAlike = slots.slots[slot].benchmark == slots.slots[slot].pay
    let pay = credit(slots.slots[slot].pay)
    let benchmark = isAlike ? pay : credit(slots.slots[slot].benchmark)
    payCredits.append(pay)
    benchmarkCredits.append(benchmark)
    entries.append(
      Entry(
        key: key, number: Int32(number), slot: Int16(slot), meetings: Meetings(pay).union(Meetings(benchmark)),
        isAlike: isAlike, isPlain: Self.isPlain(pay) && Self.isPlain(benchmark), pay: CompactCredit(pay),
        benchmark: CompactCredit(benchmark)))
    paySessions.append(pay.session)
    benchmarkSessions.append(benchmark.session)
    tallies.append(CombinationTally())
    if entries.count * 2 > table.count { grow() }
    return number
  }

  /// How many lines each slot has.
  var linesOfSlots: [Int] {
    var lines = plainTallies.map(\.lines)
    for (tally, combination) in zip(tallies, combinations) { lines[combination.slot] += tally.lines }
    return lines
  }

  private static func isPlain(_ credit: LineCredit) -> Bool {
    credit.fate == .credited && credit.cause == nil && credit.flags.isEmpty
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: table.count * 2)
    for (number, entry) in entries.enumerated() {
      var position = Int(truncatingIfNeeded: (entry.key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (table.count - 1)
      while table[position] >= 0 { position = (position + 1) & (table.count - 1) }
      table[position] = Int32(number)
    }
  }
}
