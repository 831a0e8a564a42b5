import Benchmarking
import Ingest
import MedicareFees
import ProductivityModel

/// Which family, level of visit and modifier rows each combination of a run belongs to: worked out once each with its credit, so that a
/// clinician's sums are a few additions for each combination that occurs.
final class ServiceKinds: Sendable {
  /// What a combination is.
  struct Kind: BitwiseCopyable {
    var family: Int16
    /// The place of the level among all levels; -1 for none.
    var level: Int16 = -1
    /// A bit for each modifier row on whose lines it counts, and one for each that it carries.
    var counted: UInt16 = 0
    var carried: UInt16 = 0
  }

  private let levels: [VisitFamily.Level]
  private let uses: [ModifierUse]
  private let codes: [ProcedureCode?]
  private let modifierLists: [ModifierList]
  private let spans: [DayRange]

  init(_ data: PatternData, _ dictionaries: RunDictionaries, spans: [DayRange]) {
    levels = data.families.flatMap(\.levels)
    uses = data.modifiers
    codes = dictionaries.procedureCodes
    modifierLists = dictionaries.modifierLists
    self.spans = spans
  }

  /// What a combination is.
  func kind(_ combination: CreditCache.Combination) -> Kind {
    guard let code = codes[Int(combination.code)] else { return Kind(family: Int16(CodeFamily.all.count - 1)) }
    let days = spans[combination.slot]
    var kind = Kind(family: Int16(CodeFamily.index(of: code)))
    if let level = levels.indices.first(where: { levels[$0].code == code && levels[$0].holds(in: days) }) {
      kind.level = Int16(level)
    }
    let list = modifierLists[Int(combination.modifiers)]
    for (row, use) in uses.enumerated() where use.counts(code, in: days) {
      kind.counted |= 1 << UInt16(row)
      if use.modifiers.contains(where: list.contains) { kind.carried |= 1 << UInt16(row) }
    }
    return kind
  }

  /// Adds a clinician's combinations up by kind.
  func services(of sums: [ServiceTable.Sums], _ cache: borrowing CreditCache) -> RoleServices {
    // All kinds are asked for before any is looked at: so memory far away is waited for once, and not for each.
    var kinds: [Kind] = []
    kinds.reserveCapacity(sums.count)
    for sum in sums { kinds.append(cache.kind(Int(sum.combination))) }
    // Whoever has few combinations has few families and levels, which mostly are near each other.
    var (familiesMet, levelsMet) = (PlacesMet(), PlacesMet())
    var counted: UInt16 = 0
    for kind in kinds {
      familiesMet.add(Int(kind.family))
      if kind.level >= 0 { levelsMet.add(Int(kind.level)) }
      counted |= kind.counted
    }
    var families = [Int64](repeating: 0, count: familiesMet.count)
    var visits = [(units: Int64, benchmark: Int64)](repeating: (0, 0), count: levelsMet.count)
    var modifiers = [(lines: Int64, carrying: Int64)](
      repeating: (0, 0), count: UInt16.bitWidth - counted.leadingZeroBitCount)
    for (sum, kind) in zip(sums, kinds) {
      families[Int(kind.family) - familiesMet.first] += sum.benchmark
      if kind.level >= 0 {
        visits[Int(kind.level) - levelsMet.first].units += sum.units
        visits[Int(kind.level) - levelsMet.first].benchmark += sum.benchmark
      }
      var counted = kind.counted
      while counted != 0 {
        let row = counted.trailingZeroBitCount
        counted &= counted - 1
        modifiers[row].lines += Int64(sum.lines)
        if kind.carried & 1 << UInt16(row) != 0 { modifiers[row].carrying += Int64(sum.lines) }
      }
    }
    var services = RoleServices()
    // No more room than is needed: there are thousands of clinicians.
    services.families.reserveCapacity(families.count { $0 != 0 })
    for place in families.indices where families[place] != 0 {
      services.families.append(
        RoleServices.Family(family: Int16(familiesMet.first + place), benchmark: families[place]))
    }
    for place in visits.indices where visits[place].units != 0 || visits[place].benchmark != 0 {
      services.visits.append(
        RoleServices.Visits(
          level: Int16(levelsMet.first + place), units: visits[place].units, benchmark: visits[place].benchmark))
    }
    for row in modifiers.indices where modifiers[row].lines != 0 || modifiers[row].carrying != 0 {
      services.modifiers.append(
        RoleServices.Modifiers(row: Int16(row), lines: modifiers[row].lines, carrying: modifiers[row].carrying))
    }
    return services
  }

  /// The first and the last of some places.
  private struct PlacesMet {
    private(set) var first = Int.max
    private var last = -1

    /// How many there are from the first to the last; none where none was met.
    var count: Int { last < 0 ? 0 : last - first + 1 }

    mutating func add(_ place: Int) {
      first = min(first, place)
      last = max(last, place)
    }
  }
}
