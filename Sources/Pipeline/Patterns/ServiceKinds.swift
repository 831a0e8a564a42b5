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
    var families = [Int64](repeating: 0, count: CodeFamily.all.count)
    var visits = [(units: Int64, benchmark: Int64)](repeating: (0, 0), count: levels.count)
    var modifiers = [(lines: Int64, carrying: Int64)](repeating: (0, 0), count: uses.count)
    // All kinds are asked for before any is looked at: so memory far away is waited for once, and not for each.
    var kinds: [Kind] = []
    kinds.reserveCapacity(sums.count)
    for sum in sums { kinds.append(cache.kind(Int(sum.combination))) }
    for (sum, kind) in zip(sums, kinds) {
      families[Int(kind.family)] += sum.benchmark
      if kind.level >= 0 {
        visits[Int(kind.level)].units += sum.units
        visits[Int(kind.level)].benchmark += sum.benchmark
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
    for (family, benchmark) in families.enumerated() where benchmark != 0 {
      services.families.append(RoleServices.Family(family: Int16(family), benchmark: benchmark))
    }
    for (level, sum) in visits.enumerated() where sum.units != 0 || sum.benchmark != 0 {
      services.visits.append(
        RoleServices.Visits(level: Int16(level), units: sum.units, benchmark: sum.benchmark))
    }
    for (row, sum) in modifiers.enumerated() where sum.lines != 0 || sum.carrying != 0 {
      services.modifiers.append(RoleServices.Modifiers(row: Int16(row), lines: sum.lines, carrying: sum.carrying))
    }
    return services
  }
}
