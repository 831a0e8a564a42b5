import MedicareFees
import ProductivityModel

/// A line on its way through the line rules.
struct LineInProgress {
  let code: ProcedureCode?
  let modifiers: ModifierList
  let setting: Setting
  let schedule: FeeSchedule?
  let policy: CreditPolicy
  /// The policy's rows for the line's modifiers, in the policy's order.
  private let candidates: [ModifierRow]
  private let table: ModifierTable
  /// The chosen row.
  var row: FeeRow?
  /// What the line's own bilateral modifier makes of it: part of the ranking key.
  var bilateralFactor = Factor.one
  var isOutsideRanking = false
  var credit: LineCredit
  private(set) var isEnded = false

  init(
    code: ProcedureCode?, modifiers: ModifierList, setting: Setting, schedule: FeeSchedule?, policy: CreditPolicy,
    table: ModifierTable
  ) {
    self.code = code
    self.modifiers = modifiers
    self.setting = setting
    self.schedule = schedule
    self.policy = policy
    self.table = table
    candidates = table.rows(for: modifiers)
    credit = LineCredit(
      fate: .credited, cause: nil, row: nil, work: .zero, factor: .one, countsUnits: true, role: .surgeon, rankKey: nil,
      adjustments: [], flags: [])
  }

  /// Ends the line's way: no later rule applies.
  mutating func end(_ fate: Fate, _ cause: LineCredit.Cause) {
    credit.fate = fate
    credit.cause = cause
    credit.factor = .zero
    credit.rankKey = nil
    isEnded = true
  }

  /// Applies the policy's first matching row of each slot to the line's modifiers.
  mutating func applyRows(of slots: [ModifierSlot], rule: RuleName) {
    guard let row, credit.fate == .credited, !candidates.isEmpty else { return }
    for slot in slots {
      if slot == .splitCare {
        applySplitCare(row, rule: rule)
        continue
      }
      guard let (modifier, match) = firstMatch(slot, row) else { continue }
      apply(match, of: modifier, factor: amount(match, row), rule: rule)
      if isEnded { return }
    }
  }

  /// The parts of split surgical care add up, each once: 54 and 55 together are the operation and what follows it.
  private mutating func applySplitCare(_ row: FeeRow, rule: RuleName) {
    var portions: Set<PackagePortion> = []
    var total: Int64 = 0
    var matches: [(Modifier, ModifierRow)] = []
    for modifier in modifiers.sorted {
      guard let match = match(.splitCare, modifier, row) else { continue }
      matches.append((modifier, match))
      switch match.amount {
      case .factor(let factor): total += factor.scaled(1_000_000)
      case .portions(let parts):
        for part in parts where portions.insert(part).inserted { total += Int64(percentage(part, row)) * 10_000 }
      }
    }
    guard let (modifier, first) = matches.first else { return }
    apply(first, of: modifier, factor: Factor(millionths: min(total, 1_000_000)), rule: rule)
    for (_, other) in matches.dropFirst() { if let flag = other.flag { credit.flags.append(.assumption(flag)) } }
  }

  private mutating func apply(_ match: ModifierRow, of modifier: Modifier, factor: Factor, rule: RuleName) {
    credit.factor = credit.factor * factor
    if match.isOncePerLine { credit.countsUnits = false }
    if match.isOutsideRanking { isOutsideRanking = true }
    if let role = match.slot.role, credit.role == .surgeon { credit.role = role }
    if let flag = match.flag { credit.flags.append(.assumption(flag)) }
    credit.adjustments.append(
      Adjustment(
        rule: rule, factor: factor, reason: .modifier(modifier, slot: match.slot, flag: match.flag),
        citation: match.citation))
  }

  private mutating func firstMatch(_ slot: ModifierSlot, _ row: FeeRow) -> (Modifier, ModifierRow)? {
    for candidate in candidates where candidate.slot == slot {
      // The order of the policy's rows decides, then that of its modifiers, never that of the line.
      for modifier in candidate.modifiers where modifiers.contains(modifier) {
        switch holds(candidate, row) {
        case true?: return (modifier, candidate)
        case false?: continue
        case nil:
          end(.unpriced, .indicatorMissing)
          return nil
        }
      }
    }
    return nil
  }

  private func match(_ slot: ModifierSlot, _ modifier: Modifier, _ row: FeeRow) -> ModifierRow? {
    candidates.first {
      $0.slot == slot && $0.modifiers.contains(modifier) && holds($0, row) == true
    }
  }

  private func holds(_ candidate: ModifierRow, _ row: FeeRow) -> Bool? {
    let rows = code.flatMap { schedule?.rows(for: $0) }
    return candidate.conditions.hold(for: row, hasDiscontinuedRow: rows?.discontinued != nil)
  }

  private func amount(_ match: ModifierRow, _ row: FeeRow) -> Factor {
    switch match.amount {
    case .factor(let factor): factor
    case .portions(let parts): Factor(millionths: parts.reduce(0) { $0 + Int64(percentage($1, row)) * 10_000 })
    }
  }

  private func percentage(_ portion: PackagePortion, _ row: FeeRow) -> Int {
    switch portion {
    case .preoperative: row.preoperative ?? 0
    case .intraoperative: row.intraoperative ?? 0
    case .postoperative: row.postoperative ?? 0
    }
  }

  /// Flags every modifier that the policy neither values nor lists as changing nothing.
  mutating func flagUnknownModifiers() {
    for modifier in modifiers.modifiers where !table.knows(modifier) {
      credit.flags.append(.unknownModifier(modifier))
    }
  }
}
