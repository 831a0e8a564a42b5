import ProductivityModel

/// The lines of one clinician, patient and day in one ledger, while the rules that look at them together are at work.
struct Session {
  /// One procedure: a line, both lines of a pair, or an endoscopy family.
  struct Procedure {
    /// The line by which it ranks.
    var head: Int
    /// Its ranking key, in 10^-10 of the unit of ``SessionTerms/key``.
    var key: Int128
    /// The ranking key of one unit.
    var unitKey: Int128
    /// The places that it takes, in ten-thousandths.
    var units: Int64
    /// Whether all of its lines share one place.
    var isJoint: Bool
    /// Whether it has gone into a family, which ranks in its stead.
    var isMerged = false
  }

  var lines: [SessionLine]
  var procedures: [Procedure] = []

  /// Makes a procedure of each line that ranks, and one of each pair.
  mutating func formProcedures() {
    procedures.reserveCapacity(lines.count)
    for index in lines.indices where lines[index].terms.ranks && !lines[index].isBundled {
      let line = lines[index]
      // The second line of a pair goes into the procedure of the first.
      if line.pair == .second { continue }
      let total: Int64 =
        switch line.pair {
        case .first: line.terms.sidesTotal
        case .bothUnits: line.terms.unitsTotal
        default: 1_000_000
        }
      let unitKey = Int128(line.terms.key) * Int128(total) * 10_000
      lines[index].procedure = Int32(procedures.count)
      if line.partner >= 0 { lines[Int(line.partner)].procedure = Int32(procedures.count) }
      procedures.append(
        Procedure(
          head: index, key: unitKey, unitKey: unitKey, units: line.units,
          isJoint: line.pair == .first || line.pair == .bothUnits))
    }
  }

  /// Whether a procedure goes before another: by key and the work of one unit, highest first, then as lines do.
  func precedes(_ a: Int, _ b: Int) -> Bool {
    precedes(a, b, keys: (procedures[a].key, procedures[b].key))
  }

  /// Whether a procedure goes before another by the value of one unit.
  func precedesByUnit(_ a: Int, _ b: Int) -> Bool {
    precedes(a, b, keys: (procedures[a].unitKey, procedures[b].unitKey))
  }

  private func precedes(_ a: Int, _ b: Int, keys: (Int128, Int128)) -> Bool {
    if keys.0 != keys.1 { return keys.0 > keys.1 }
    let (first, second) = (procedures[a].head, procedures[b].head)
    let values = (lines[first].terms.value, lines[second].terms.value)
    return values.0 != values.1 ? values.0 > values.1 : lines[first].precedesInTie(lines[second])
  }
}
