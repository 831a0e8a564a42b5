import ProductivityModel

/// The order in which lines of a claim go that rank alike: by code, sorted modifiers and place on the claim.
struct SessionOrder {
  private let lines: [ClaimLine]
  private let modifiers: [Int32]

  init(_ lines: [ClaimLine]) {
    self.lines = lines
    let texts = lines.map { ModifierList($0.modifiers.sorted).description }
    let order = Dictionary(uniqueKeysWithValues: Set(texts).sorted().enumerated().map { ($1, Int32($0)) })
    modifiers = texts.map { order[$0] ?? 0 }
  }

  /// The entry of a line in a ranking.
  func entry(_ index: Int, key: Int64, work: Int64, role: RoleClass, units: Int64) -> MultipleProcedures.Entry {
    // Two lines that are alike in everything share alike in whichever order; the claim's keeps the result the same.
    let place = withUnsafeBytes(of: UInt64(index).bigEndian) { LineID($0.bindMemory(to: UInt8.self)) }
    return MultipleProcedures.Entry(
      index: index, key: key, work: work, role: role, code: lines[index].code.packed, modifiers: modifiers[index],
      lineID: place, units: units)
  }
}
