import MedicareFees
import ProductivityModel

/// A line on its way through the line rules.
struct LineInProgress {
  let code: ProcedureCode?
  let modifiers: ModifierList
  let setting: Setting
  let schedule: FeeSchedule?
  @Boxed private(set) var policy: CreditPolicy
  /// What the line's way is for: its work, or what Medicare pays for it.
  let purpose: Purpose
  /// The policy's rows for the line's modifiers, in the policy's order.
  private let candidates: [ModifierRow]
  @Boxed private var table: ModifierTable
  /// The chosen row.
  var row: FeeRow?
  /// What the line's own bilateral modifier makes of it: part of the ranking key.
  var bilateralFactor = Factor.one
  var isOutsideRanking = false
  /// In whose part the line ranks.
  var role = RoleClass.surgeon
  /// Whether an LT and an RT on the line stand for 50.
  private let isBothSides: Bool
  var credit: LineCredit
  private(set) var isEnded = false

  static let bilateral: Modifier = "50"

  /// What a line goes through the rules for.
  enum Purpose {
    /// The work that is credited: a row without work is worth nothing.
    case work
    /// The payment: a row may be paid without any work, as a technical component is.
    case payment
  }

  init(
    code: ProcedureCode?, modifiers: ModifierList, setting: Setting, schedule: FeeSchedule?,
    policy: Boxed<CreditPolicy>, table: Boxed<ModifierTable>, purpose: Purpose = .work
  ) {
    self.code = code
    self.setting = setting
    self.schedule = schedule
    _policy = policy
    self.purpose = purpose
    _table = table
    // Both sides on one line are a bilateral procedure, with 50 or without.
    isBothSides =
      policy.wrappedValue.bilateralPairs != nil && modifiers.contains("LT") && modifiers.contains("RT")
      && !modifiers.contains(Self.bilateral)
    let modifiers = isBothSides ? modifiers.adding(Self.bilateral) : modifiers
    self.modifiers = modifiers
    candidates = table.wrappedValue.rows(for: modifiers)
    credit = LineCredit(
      fate: .credited, cause: nil, row: nil, work: .zero, factor: .one, countsUnits: true, adjustments: [], flags: [])
  }

  /// Whether the policy has any row for the line's modifiers: for most lines it has none.
  var hasCandidates: Bool { !candidates.isEmpty }

  /// Ends the line's way: no later rule applies.
  mutating func end(_ fate: Fate, _ cause: LineCredit.Cause) {
    credit.fate = fate
    credit.cause = cause
    credit.factor = .zero
    isEnded = true
  }

  /// Applies the policy's first matching row of each slot to the line's modifiers.
  mutating func applyRows(of slots: [ModifierSlot], rule: RuleName) {
    guard hasCandidates, let row, credit.fate == .credited else { return }
    for slot in slots {
      guard let (modifier, match) = firstMatch(slot, row) else {
        if isEnded { return }
        continue
      }
      guard let factor = amount(match, row) else { return end(.unpriced, .indicatorMissing) }
      apply(match, of: modifier, factor: factor, rule: rule)
    }
  }

  /// Multiplies the credit by a row of the policy.
  mutating func apply(_ match: ModifierRow, of modifier: Modifier, factor: Factor, rule: RuleName) {
    credit.factor = credit.factor * factor
    if match.isOncePerLine { credit.countsUnits = false }
    if match.isOutsideRanking { isOutsideRanking = true }
    if let role = match.slot.role, self.role == .surgeon { self.role = role }
    if let flag = match.flag { credit.flags.append(.assumption(flag, key: match.key(of: modifier))) }
    credit.adjustments.append(
      Adjustment(
        rule: rule, factor: factor,
        reason: isBothSides && match.slot == .bilateral
          ? .sidesOnOneLine : .modifier(modifier, slot: match.slot, flag: match.flag),
        citation: match.citation))
  }

  private mutating func firstMatch(_ slot: ModifierSlot, _ row: FeeRow) -> (Modifier, ModifierRow)? {
    // 26 with TC is the whole service, so nothing is technical only.
    if slot == .technical, modifiers.contains("26") { return nil }
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

  /// The first row of a slot for a modifier whose conditions hold; the line ends where that cannot be known.
  mutating func match(_ slot: ModifierSlot, _ modifier: Modifier, _ row: FeeRow) -> ModifierRow? {
    for candidate in candidates where candidate.slot == slot && candidate.modifiers.contains(modifier) {
      switch holds(candidate, row) {
      case true?: return candidate
      case false?: continue
      case nil:
        end(.unpriced, .indicatorMissing)
        return nil
      }
    }
    return nil
  }

  private func holds(_ candidate: ModifierRow, _ row: FeeRow) -> Bool? {
    let rows = code.flatMap { schedule?.rows(for: $0) }
    return candidate.conditions.hold(for: row, hasDiscontinuedRow: rows?.discontinued != nil)
  }

  /// What a row multiplies by; nil where the fee schedule row lacks the percentage that it takes.
  private func amount(_ match: ModifierRow, _ row: FeeRow) -> Factor? {
    switch match.amount {
    case .factor(let factor): return factor
    case .portions(let parts):
      var millionths: Int64 = 0
      for part in parts {
        guard let percentage = part.percentage(of: row) else { return nil }
        millionths += Int64(percentage) * 10_000
      }
      return Factor(millionths: millionths)
    }
  }

  /// Whether the line's modifiers leave anything of it, which of a row without work is not worked out otherwise: an assistant who
  /// is not paid does nothing that another service could be a part of.
  func isPayable(_ row: FeeRow) -> Bool {
    if credit.factor == .zero { return false }
    if credit.fate == .credited { return true }
    return !ModifierSlot.allCases.contains { slot in
      let match = candidates.first { $0.slot == slot && holds($0, row) == true }
      return match.flatMap { amount($0, row) } == .zero
    }
  }

  /// What both sides of a row's procedure are worth by the policy's row for 50; nil where there is none.
  func bothSides(_ row: FeeRow) -> Factor? {
    let fifty = table.rows(for: ModifierList([Self.bilateral]))
    guard let match = fifty.first(where: { $0.slot == .bilateral && holds($0, row) == true }) else { return nil }
    return amount(match, row)
  }

  /// Flags every modifier that the policy neither values nor lists as changing nothing.
  mutating func flagUnknownModifiers() {
    for modifier in modifiers.modifiers where !table.knows(modifier) {
      credit.flags.append(.unknownModifier(modifier))
    }
  }
}
