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

  /// A line in a session.
  func line(_ index: Int, _ terms: SessionTerms, units: Int64) -> SessionLine {
    // Lines that are alike go by their units, the more the sooner; lines alike in that too by their place on the claim, which
    // matters only where they differ in what is charged.
    let rank = (UInt64.max - UInt64(units)).bigEndian
    let bytes = withUnsafeBytes(of: rank) { Array($0) } + withUnsafeBytes(of: UInt32(index).bigEndian) { Array($0) }
    let place = bytes.withUnsafeBufferPointer { LineID($0) }
    return SessionLine(
      index: index, terms: terms, code: lines[index].code.packed, modifiers: modifiers[index], lineID: place,
      units: units)
  }
}
