import ProductivityModel

/// A policy's modifier rows by modifier, so that a line meets only the rows that its modifiers name.
struct ModifierTable: Sendable {
  private var rows: [ModifierRow]
  private var rowsOfModifier: [Modifier: [Int]] = [:]
  private let informational: Set<Modifier>
  /// Modifiers that choose a row of the fee schedule.
  private static let components: Set<Modifier> = ["26", "TC", "53"]

  init(_ policy: CreditPolicy) {
    rows = policy.modifierRows
    informational = policy.informationalModifiers.union(policy.anesthesia?.rows.flatMap(\.modifiers) ?? [])
      .union(policy.attribution.flatMap(\.modifiers))
    for (number, row) in policy.modifierRows.enumerated() {
      for modifier in Set(row.modifiers) { rowsOfModifier[modifier, default: []].append(number) }
    }
  }

  /// The rows that name any of a line's modifiers, in the policy's order.
  func rows(for modifiers: ModifierList) -> [ModifierRow] {
    if modifiers.modifiers.isEmpty { return [] }
    // Most lines that have a modifier have one.
    if modifiers.modifiers.count == 1 { return rowsOfModifier[modifiers.modifiers[0]]?.map { rows[$0] } ?? [] }
    var numbers: [Int] = []
    for modifier in modifiers.modifiers { numbers += rowsOfModifier[modifier] ?? [] }
    return Set(numbers).sorted().map { rows[$0] }
  }

  /// Whether the policy says what a modifier does, or that it does nothing.
  func knows(_ modifier: Modifier) -> Bool {
    rowsOfModifier[modifier] != nil || informational.contains(modifier) || Self.components.contains(modifier)
  }
}
