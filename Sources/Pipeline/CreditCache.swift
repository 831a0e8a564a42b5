import Crediting
import Ingest
import MedicareFees
import ProductivityModel

/// The credit of every combination of code, modifiers, setting and day slot that occurs, worked out once each by the
/// rules themselves: the fast path cannot differ from the exact one.
///
/// Each thread that credits has one, with what its lines came to; what is worked out is shared.
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
    /// Whether besides both ledgers make the same of it, and leave it with who rendered it.
    var isSimple: Bool
    /// What the pay ledger makes of it.
    var pay: CompactCredit
    /// The place of what the benchmark ledger makes of it, where that has another policy or release; -1 where it has none.
    var other: Int32

    /// Whether both ledgers have one policy and one release for it.
    var isAlike: Bool { other < 0 }
  }

  @Boxed private var slots: DaySlots
  private let kinds: ServiceKinds
  private let codes: [ProcedureCode?]
  private let modifierLists: [ModifierList]
  private let facility: [Bool]
  /// Where each slot's places begin in ``facility``.
  private let firstPlace: [Int]
  private let worked: WorkedCombinations
  /// The numbers of the combinations that lines here have, by key.
  private var table = [Int32](repeating: -1, count: 1 << 12)
  private var count = 0
  /// The numbers of combinations that are being fetched.
  private var numbers: [Int32] = []
  /// The whole credits of combinations in each ledger, where they are kept.
  private final class WholeCredits {
    var pay: [Int: LineCredit] = [:]
    var benchmark: [Int: LineCredit] = [:]
  }

  private let whole = WholeCredits()
  /// Whether whole credits are kept, and not worked out again: where every line is explained.
  var keepsCredits = true
  /// What the lines of each combination came to, by its number; none of those of which nothing is to be told.
  private(set) var tallies: [CombinationTally] = []
  /// What the lines of all combinations of a slot came to of which nothing is to be told.
  var plainTallies: [CombinationTally]

  /// - Parameters:
  ///   - places: which places of service are facilities today, then at the time of each closing.
  ///   - kinds: what kind of service a combination is.
  init(slots: DaySlots, dictionaries: RunDictionaries, places: [FacilityPlaces], kinds: ServiceKinds) {
    self.slots = slots
    self.kinds = kinds
    worked = WorkedCombinations()
    codes = dictionaries.procedureCodes
    modifierLists = dictionaries.modifierLists
    // A blank place of service is taken as a facility, and told of.
    facility = places.flatMap { places in
      (0...99).map { number in PlaceOfService(number).map { places.setting(of: $0) == .facility } ?? true }
    }
    firstPlace = slots.slots.map { $0.closing * 100 }
    plainTallies = [CombinationTally](repeating: CombinationTally(), count: slots.slots.count)
  }

  private init(like other: borrowing CreditCache) {
    _slots = other._slots
    kinds = other.kinds
    worked = other.worked
    codes = other.codes
    modifierLists = other.modifierLists
    facility = other.facility
    firstPlace = other.firstPlace
    plainTallies = [CombinationTally](repeating: CombinationTally(), count: other.plainTallies.count)
    keepsCredits = other.keepsCredits
  }

  /// One for other lines, with what is worked out in common.
  func another() -> CreditCache { CreditCache(like: self) }

  /// Takes over what lines came to in ``another()``.
  mutating func join(_ other: consuming CreditCache) {
    for slot in plainTallies.indices { plainTallies[slot].add(other.plainTallies[slot]) }
    for (number, tally) in other.tallies.enumerated() where tally.lines > 0 { add(tally, to: number) }
  }

  /// Adds to what the lines of a combination came to.
  mutating func add(_ tally: CombinationTally, to number: Int) {
    while tallies.count <= number { tallies.append(CombinationTally()) }
    tallies[number].add(tally)
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
      if number < 0 || worked.key(number) != key { numbers[index] = Int32(self.number(of: key)) }
    }
    for number in numbers { fetched.append(worked.entry(Int(number))) }
  }

  /// The number of a combination, by its key.
  private mutating func number(of key: UInt64) -> Int {
    var position = Self.position(of: key, in: table.count)
    while true {
      let number = Int(table[position])
      if number < 0 { break }
      if worked.key(number) == key { return number }
      position = (position + 1) & (table.count - 1)
    }
    let number = worked.number(of: key) ?? work(key)
    table[position] = Int32(number)
    count += 1
    if count * 2 > table.count { grow() }
    return number
  }

  /// Works a combination out.
  ///
  /// - Returns: its number.
  private mutating func work(_ key: UInt64) -> Int {
    let combination = Combination(key: key)
    let slot = slots.slots[combination.slot]
    let pay = credit(combination, slot.pay)
    let other = slot.benchmark == slot.pay ? nil : credit(combination, slot.benchmark)
    let isPlain = Self.isPlain(pay) && other.map(Self.isPlain) ?? true
    let number = worked.add(
      WorkedCombinations.Worked(
        entry: Entry(
          key: key, number: -1, slot: Int16(combination.slot),
          meetings: Meetings(pay).union(other.map(Meetings.init) ?? []), isPlain: isPlain,
          isSimple: isPlain && other == nil && pay.attribution == nil, pay: CompactCredit(pay), other: -1),
        session: pay.session,
        other: other.map { WorkedCombinations.Ledger(credit: CompactCredit($0), session: $0.session) },
        kind: kinds.kind(combination)))
    if keepsCredits {
      whole.pay[number] = pay
      whole.benchmark[number] = other
    }
    return number
  }

  /// What the rules make of a combination in a ledger.
  private func credit(_ combination: Combination, _ ledger: DaySlots.Ledger) -> LineCredit {
    slots.engines[ledger.engine].lineCredit(
      code: codes[Int(combination.code)], modifiers: modifierLists[Int(combination.modifiers)],
      setting: combination.setting, schedule: ledger.schedule.map { slots.schedules[$0] })
  }

  /// What every line of a combination asks.
  func entry(_ number: Int) -> Entry { worked.entry(number) }

  /// A combination.
  func combination(_ number: Int) -> Combination { Combination(key: worked.key(number)) }

  /// What kind of service a combination is.
  @inline(__always)
  func kind(_ number: Int) -> ServiceKinds.Kind { worked.kind(number) }

  /// What the benchmark ledger makes of a combination.
  @inline(__always)
  func benchmark(of entry: Entry) -> CompactCredit { entry.isAlike ? entry.pay : worked.other(Int(entry.other)).credit }

  /// The whole credit of a combination in the pay ledger.
  func payCredit(_ number: Int) -> LineCredit {
    if let known = whole.pay[number] { return known }
    let combination = combination(number)
    let credit = credit(combination, slots.slots[combination.slot].pay)
    if keepsCredits { whole.pay[number] = credit }
    return credit
  }

  /// The whole credit of a combination in the benchmark ledger.
  func benchmarkCredit(_ number: Int) -> LineCredit {
    if entry(number).isAlike { return payCredit(number) }
    if let known = whole.benchmark[number] { return known }
    let combination = combination(number)
    let credit = credit(combination, slots.slots[combination.slot].benchmark)
    if keepsCredits { whole.benchmark[number] = credit }
    return credit
  }

  /// What lines of a combination have to do with others in the pay ledger.
  func paySession(_ entry: Entry) -> SessionTerms { worked.session(Int(entry.number)) }

  /// What lines of a combination have to do with others in the benchmark ledger.
  func benchmarkSession(_ entry: Entry) -> SessionTerms {
    entry.isAlike ? paySession(entry) : worked.other(Int(entry.other)).session
  }

  /// How many lines each slot has.
  var linesOfSlots: [Int] {
    var lines = plainTallies.map(\.lines)
    for (number, tally) in tallies.enumerated() where tally.lines > 0 { lines[Int(entry(number).slot)] += tally.lines }
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
    var larger = [Int32](repeating: -1, count: table.count * 2)
    for number in table where number >= 0 {
      var position = Self.position(of: worked.key(Int(number)), in: larger.count)
      while larger[position] >= 0 { position = (position + 1) & (larger.count - 1) }
      larger[position] = number
    }
    table = larger
  }
}
