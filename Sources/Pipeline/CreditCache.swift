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

    /// What tells combinations apart, in one word: 24 bits of code, 27 of modifiers, 12 of slot, more of any than a run can hold.
    @inline(__always)
    static func key(code: Int32, modifiers: Int32, slot: Int, isFacility: Bool) -> UInt64 {
      UInt64(UInt32(bitPattern: code)) << 40 | UInt64(UInt32(bitPattern: modifiers)) << 13 | UInt64(slot) << 1
        | (isFacility ? 1 : 0)
    }

    /// The combination of a key.
    init(key: UInt64) {
      slot = Int(key >> 1 & 0xFFF)
      code = Int32(truncatingIfNeeded: key >> 40)
      modifiers = Int32(truncatingIfNeeded: key >> 13 & 0x7FF_FFFF)
      setting = key & 1 == 1 ? .facility : .nonfacility
    }
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
    /// Whether nothing is to be told of it but its release: it is credited, and by no assumption.
    var isPlain: Bool
    /// What the pay ledger makes of it.
    var pay: CompactCredit
    /// The place of what the benchmark ledger makes of it, where that has another policy or release; -1 where it has none.
    var other: Int32

    /// Whether both ledgers have one policy and one release for it.
    var isAlike: Bool { other < 0 }
  }

  @Boxed private var slots: DaySlots
  private let codes: [ProcedureCode?]
  private let modifierLists: [ModifierList]
  private let facility: [Bool]
  /// Where each slot's places begin in ``facility``.
  private let firstPlace: [Int]
  private var table: [Int32]
  /// The numbers of combinations that are being fetched.
  private var numbers: [Int32] = []
  /// The combinations, by number.
  private(set) var entries: [Entry] = []
  private(set) var combinations: [Combination] = []
  /// What the benchmark ledger makes of combinations, where that has another policy or release.
  private var others: [CompactCredit] = []
  /// The whole credits of the combinations in the pay ledger, where they are kept.
  private var payCredits: [LineCredit] = []
  private var paySessions: [SessionTerms] = []
  /// The same in the benchmark ledger, where that is another.
  private var benchmarkCredits: [Int32: LineCredit] = [:]
  private var benchmarkSessions: [SessionTerms] = []
  /// Whether whole credits are kept, and not worked out again: where every line is explained.
  var keepsCredits = true
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

  private init(like other: borrowing CreditCache) {
    _slots = other._slots
    codes = other.codes
    modifierLists = other.modifierLists
    facility = other.facility
    firstPlace = other.firstPlace
    table = [Int32](repeating: -1, count: 1 << 12)
    plainTallies = [CombinationTally](repeating: CombinationTally(), count: other.plainTallies.count)
    keepsCredits = other.keepsCredits
  }

  /// An empty one by the same terms.
  func another() -> CreditCache { CreditCache(like: self) }

  /// Takes over what another by the same terms has.
  mutating func join(_ other: consuming CreditCache) {
    for slot in plainTallies.indices { other.plainTallies[slot].add(plainTallies[slot]) }
    if entries.isEmpty {
      self = other
      return
    }
    plainTallies = other.plainTallies
    for number in other.entries.indices {
      var entry = other.entries[number]
      var position = Self.position(of: entry.key, in: table.count)
      while table[position] >= 0, entries[Int(table[position])].key != entry.key {
        position = (position + 1) & (table.count - 1)
      }
      if table[position] >= 0 {
        tallies[Int(table[position])].add(other.tallies[number])
        continue
      }
      entry.number = Int32(entries.count)
      if !entry.isAlike {
        others.append(other.others[Int(entry.other)])
        entry.other = Int32(others.count - 1)
      }
      table[position] = entry.number
      entries.append(entry)
      combinations.append(other.combinations[number])
      if keepsCredits { payCredits.append(other.payCredit(number)) }
      if keepsCredits, !entry.isAlike { benchmarkCredits[entry.number] = other.benchmarkCredit(number) }
      appendSessions(other.paySession(number), other.benchmarkSession(number), isAlike: entry.isAlike)
      tallies.append(other.tallies[number])
      if entries.count * 2 > table.count { grow() }
    }
  }

  /// What tells a line's combination from others.
  @inline(__always)
  func key(of line: ServiceLine, slot: Int) -> UInt64 {
    Combination.key(
      code: line.code, modifiers: line.modifiers, slot: slot, isFacility: facility[firstPlace[slot] + Int(line.place)])
  }

  /// Fetches combinations by their keys; those that are new are worked out.
  ///
  /// It goes in steps, each of which asks for all of them: so memory far away is waited for once, and not for each.
  mutating func fetch(_ keys: ArraySlice<UInt64>, into fetched: inout [Entry]) {
    numbers.removeAll(keepingCapacity: true)
    for key in keys { numbers.append(table[Self.position(of: key, in: table.count)]) }
    for (index, key) in zip(numbers.indices, keys) {
      let number = Int(numbers[index])
      if number < 0 || entries[number].key != key { numbers[index] = Int32(self.number(of: key)) }
    }
    for number in numbers { fetched.append(entries[Int(number)]) }
  }

  /// The number of a combination, by its key.
  private mutating func number(of key: UInt64) -> Int {
    var position = Self.position(of: key, in: table.count)
    while true {
      let number = Int(table[position])
      if number < 0 { break }
      if entries[number].key == key { return number }
      position = (position + 1) & (table.count - 1)
    }
    return insert(key, at: position)
  }

  private mutating func insert(_ key: UInt64, at position: Int) -> Int {
    let number = entries.count
    let combination = Combination(key: key)
    let slot = combination.slot
    table[position] = Int32(number)
    combinations.append(combination)
    let isAlike = slots.slots[slot].benchmark == slots.slots[slot].pay
    let pay = credit(combination, slots.slots[slot].pay)
    let benchmark = isAlike ? pay : credit(combination, slots.slots[slot].benchmark)
    if keepsCredits { payCredits.append(pay) }
    if keepsCredits, !isAlike { benchmarkCredits[Int32(number)] = benchmark }
    appendSessions(pay.session, benchmark.session, isAlike: isAlike)
    entries.append(
      Entry(
        key: key, number: Int32(number), slot: Int16(slot), meetings: Meetings(pay).union(Meetings(benchmark)),
        isPlain: Self.isPlain(pay) && Self.isPlain(benchmark), pay: CompactCredit(pay),
        other: isAlike ? -1 : Int32(others.count)))
    if !isAlike { others.append(CompactCredit(benchmark)) }
    tallies.append(CombinationTally())
    if entries.count * 2 > table.count { grow() }
    return number
  }

  /// What the rules make of a combination in a ledger.
  private func credit(_ combination: Combination, _ ledger: DaySlots.Ledger) -> LineCredit {
    slots.engines[ledger.engine].lineCredit(
      code: codes[Int(combination.code)], modifiers: modifierLists[Int(combination.modifiers)],
      setting: combination.setting, schedule: ledger.schedule.map { slots.schedules[$0] })
  }

  /// What the benchmark ledger makes of a combination.
  @inline(__always)
  func benchmark(of entry: Entry) -> CompactCredit { entry.isAlike ? entry.pay : others[Int(entry.other)] }

  /// The whole credit of a combination in the pay ledger.
  func payCredit(_ number: Int) -> LineCredit {
    keepsCredits
      ? payCredits[number] : credit(combinations[number], slots.slots[combinations[number].slot].pay)
  }

  /// The whole credit of a combination in the benchmark ledger.
  func benchmarkCredit(_ number: Int) -> LineCredit {
    if entries[number].isAlike { return payCredit(number) }
    return benchmarkCredits[Int32(number)]
      ?? credit(combinations[number], slots.slots[combinations[number].slot].benchmark)
  }

  /// What lines of a combination have to do with others in the pay ledger.
  func paySession(_ number: Int) -> SessionTerms { paySessions[number] }

  /// What lines of a combination have to do with others in the benchmark ledger.
  func benchmarkSession(_ number: Int) -> SessionTerms {
    benchmarkSessions.isEmpty ? paySessions[number] : benchmarkSessions[number]
  }

  /// Adds the terms of a new combination; those in the benchmark ledger from the first on that are others.
  private mutating func appendSessions(_ pay: SessionTerms, _ benchmark: SessionTerms, isAlike: Bool) {
    if !isAlike, benchmarkSessions.isEmpty { benchmarkSessions = paySessions }
    paySessions.append(pay)
    if !isAlike || !benchmarkSessions.isEmpty { benchmarkSessions.append(benchmark) }
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

  /// Where a key is looked for first in a table: by the highest bits of a product, to which every bit of the key adds.
  @inline(__always)
  static func position(of key: UInt64, in size: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - size.trailingZeroBitCount))
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: table.count * 2)
    for (number, entry) in entries.enumerated() {
      var position = Self.position(of: entry.key, in: table.count)
      while table[position] >= 0 { position = (position + 1) & (table.count - 1) }
      table[position] = Int32(number)
    }
  }
}
