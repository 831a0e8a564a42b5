import ProductivityModel

/// Credits endoscopies of one base together: the highest in full, each other what it is above the base, the base nothing.
///
/// Only the first unit of the highest is in full. The base itself earns nothing beside another of its family, even where its own
/// value is higher: every endoscopy of the family includes it. The family takes one place among several procedures, by what is
/// left of it. A family of one line ranks as any other procedure.
///
/// - Source: CMS PFS Relative Value File record layout, "Multiple Procedure" indicator 3 and "Endoscopic Base Code"; Pub. 100-04
///   chapter 12 section 40.6.
struct EndoscopyFamilies: SessionRule {
  static let name = RuleName.endoscopyFamily

  func apply(to session: inout Session) {
    var settled: Set<Family> = []
    for procedure in session.procedures.indices {
      let terms = session.lines[session.procedures[procedure].head].terms
      guard terms.family != 0 else { continue }
      let family = Family(base: terms.family, role: terms.role)
      if settled.insert(family).inserted { settle(family, &session) }
    }
  }

  private struct Family: Hashable {
    var base: UInt64
    var role: RoleClass
  }

  private func settle(_ family: Family, _ session: inout Session) {
    let own = session.procedures.indices.filter { session.lines[session.procedures[$0].head].terms.role == family.role }
    let members = own.filter { session.lines[session.procedures[$0].head].terms.family == family.base }
    let bases = own.filter {
      let head = session.lines[session.procedures[$0].head]
      return head.code == family.base && head.terms.family == 0
    }
    guard members.count + bases.count > 1, let first = members.first else { return }
    let head = members.dropFirst().reduce(first) { best, other in
      session.precedesByUnit(other, best) ? other : best
    }
    var key: Int128 = 0
    for member in members {
      key += self.key(of: session.procedures[member], isHead: member == head, session)
      session.procedures[member].isMerged = member != head
    }
    for base in bases { session.procedures[base].isMerged = true }
    for index in session.lines.indices {
      let procedure = Int(session.lines[index].procedure)
      if bases.contains(procedure) {
        session.lines[index].family = .base
        session.lines[index].familyFactor = .zero
      } else if members.contains(procedure) {
        let isHead = procedure == head
        session.lines[index].family = isHead ? .head : .other
        session.lines[index].familyFactor = factor(of: session.lines[index], isHead: isHead)
      } else {
        continue
      }
      session.lines[index].procedure = Int32(head)
    }
    session.procedures[head].key = key
    session.procedures[head].units = 10_000
    session.procedures[head].isJoint = true
  }

  /// What is left of a member's ranking key, all its units together.
  private func key(of procedure: Session.Procedure, isHead: Bool, _ session: Session) -> Int128 {
    let terms = session.lines[procedure.head].terms
    let full = isHead ? min(procedure.units, 10_000) : 0
    let reduced = max(0, terms.key - terms.baseKey)
    // The key of one unit holds what both sides are worth, if the procedure is a pair.
    let total = terms.key == 0 ? 0 : procedure.unitKey / Int128(terms.key) / 10_000
    return total * (Int128(terms.key) * Int128(full) + Int128(reduced) * Int128(procedure.units - full))
  }

  private func factor(of line: SessionLine, isHead: Bool) -> Factor {
    guard line.terms.value > 0, line.units > 0 else { return .zero }
    let full = isHead ? min(line.units, 10_000) : 0
    let reduced = max(0, line.terms.value - line.terms.baseValue)
    return Factor(
      reducing: Int128(line.terms.value) * Int128(full) + Int128(reduced) * Int128(line.units - full),
      over: Int128(line.terms.value) * Int128(line.units))
  }
}
