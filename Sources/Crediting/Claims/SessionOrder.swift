import ProductivityModel

/// The order in which lines of a claim go that rank alike: by code, sorted modifiers, units and place on the
/// claim.
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
    // Lines that are alike go by their units, the more the sooner; lines alike in that too by their place on the claim, which
    // matters only where they differ in what is charged.
    let rank = (UInt64.max - UInt64(units)).bigEndian
    let bytes = withUnsafeBytes(of: rank) { Array($0) } + withUnsafeBytes(of: UInt32(index).bigEndian) { Array($0) }
    let place = bytes.withUnsafeBufferPointer { LineID($0) }
    return MultipleProcedures.Entry(
      index: index, key: key, work: work, role: role, code: lines[index].code.packed, modifiers: modifiers[index],
      lineID: place, units: units)
  }
}
