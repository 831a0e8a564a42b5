import ProductivityModel

/// Takes an LT and an RT line, or two units, for both sides of one bilateral procedure, worth what 50 gives.
///
/// Only lines of one unit and one kind (code, row, setting, role) pair, the lower line id of each side with the lowest of the
/// other. Of a pair the line with the lower line id, then LT, has its value in full; the other has the rest. Two units pair
/// only without a side or digit. The pair takes one place among several procedures.
///
/// - Source: Pub. 100-04 chapter 12 section 40.7; CMS PFS Relative Value File record layout, "Bilateral Surgery".
struct BilateralPairs: SessionRule {
  static let name = RuleName.bilateralSurgery

  func apply(to session: inout Session) {
    var sided: [Int] = []
    for index in session.lines.indices where !session.lines[index].isBundled {
      let line = session.lines[index]
      if line.terms.unitsTotal > 0, line.terms.side == .none, line.units == 20_000 {
        session.lines[index].pair = .bothUnits
        session.lines[index].pairFactor = Factor(millionths: line.terms.unitsTotal)
        session.lines[index].units = 10_000
        session.lines[index].sharedUnits = 10_000_000_000
      } else if line.terms.sidesTotal > 0, line.units == 10_000,
        line.terms.side == .left || line.terms.side == .right
      {
        sided.append(index)
      }
    }
    if sided.count > 1 { pair(sided, &session.lines) }
  }

  private func pair(_ sided: [Int], _ lines: inout [SessionLine]) {
    func precedes(_ a: Int, _ b: Int) -> Bool {
      if lines[a].lineID != lines[b].lineID { return lines[a].lineID < lines[b].lineID }
      return lines[a].modifiers < lines[b].modifiers
    }
    let lefts = sided.filter { lines[$0].terms.side == .left }.sorted(by: precedes)
    var rights = sided.filter { lines[$0].terms.side == .right }.sorted(by: precedes)
    for left in lefts {
      guard let match = rights.firstIndex(where: { isOfOneKind(lines[$0], lines[left]) }) else { continue }
      let right = rights.remove(at: match)
      let (first, second) = lines[right].lineID < lines[left].lineID ? (right, left) : (left, right)
      lines[first].pair = .first
      lines[first].partner = Int32(second)
      lines[second].partner = Int32(first)
      lines[second].pair = .second
      lines[second].pairFactor = Factor(millionths: lines[second].terms.sidesTotal - 1_000_000)
    }
  }

  private func isOfOneKind(_ a: SessionLine, _ b: SessionLine) -> Bool {
    a.code == b.code && a.terms.kind == b.terms.kind && a.terms.role == b.terms.role
      && a.terms.isOutsideRanking == b.terms.isOutsideRanking
  }
}
