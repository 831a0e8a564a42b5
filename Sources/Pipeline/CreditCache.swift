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

  private let slots: DaySlots
  private let codes: [ProcedureCode?]
  private let modifierLists: [ModifierList]
  private let facility: [Bool]
  /// Where each slot's places begin in ``facility``.
  private let firstPlace: [Int]
  private var table: [Int32]
  private var keys: [UInt64] = []
  private(set) var combinations: [Combination] = []
  private(set) var payCredits: [LineCredit] = []
  private(set) var benchmarkCredits: [LineCredit] = []
  private(set) var pay: [CompactCredit] = []
  private(set) var benchmark: [CompactCredit] = []
  /// Whether lines of a combination must be looked at together with others, or divided: one byte, since every line asks.
  private(set) var meetings: [Meetings] = []
  private(set) var paySessions: [SessionTerms] = []
  private(set) var benchmarkSessions: [SessionTerms] = []
  var tallies: [CombinationTally] = []

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
  }

  /// The number of a line's combination.
  @inline(__always)
  mutating func number(of line: ServiceLine, slot: Int) -> Int {
    let isFacility = facility[firstPlace[slot] + Int(line.place)]
    // 24 bits of code, 27 of modifiers, 12 of slot: more of any than a run can hold.
    let key =
      UInt64(UInt32(bitPattern: line.code)) << 40 | UInt64(UInt32(bitPattern: line.modifiers)) << 13 | UInt64(slot) << 1
      | (isFacility ? 1 : 0)
    let mask = table.count - 1
    var position = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while true {
      let number = Int(table[position])
      if number < 0 { break }
      if keys[number] == key { return number }
      position = (position + 1) & mask
    }
    return insert(key, line, slot, isFacility ? .facility : .nonfacility, at: position)
  }

  private mutating func insert(
    _ key: UInt64, _ line: ServiceLine, _ slot: Int, _ setting: Setting, at position: Int
  ) -> Int {
    let number = keys.count
    table[position] = Int32(number)
    keys.append(key)
    combinations.append(Combination(slot: slot, code: line.code, modifiers: line.modifiers, setting: setting))
    func credit(_ ledger: DaySlots.Ledger) -> LineCredit {
      slots.engines[ledger.engine].lineCredit(
        code: codes[Int(line.code)], modifiers: modifierLists[Int(line.modifiers)], setting: setting,
        schedule: ledger.schedule.map { slots.schedules[$0] })
    }
    let pay = credit(slots.slots[slot].pay)
    let benchmark = slots.slots[slot].benchmark == slots.slots[slot].pay ? pay : credit(slots.slots[slot].benchmark)
    payCredits.append(pay)
    benchmarkCredits.append(benchmark)
    self.pay.append(CompactCredit(pay))
    self.benchmark.append(CompactCredit(benchmark))
    meetings.append(Meetings(pay).union(Meetings(benchmark)))
    paySessions.append(pay.session)
    benchmarkSessions.append(benchmark.session)
    tallies.append(CombinationTally())
    if keys.count * 2 > table.count { grow() }
    return number
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: table.count * 2)
    for (number, key) in keys.enumerated() {
      var position = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (table.count - 1)
      while table[position] >= 0 { position = (position + 1) & (table.count - 1) }
      table[position] = Int32(number)
    }
  }
}
