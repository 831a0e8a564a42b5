import ProductivityModel

/// Ranks the procedures of one clinician, patient, day and role, and credits each place with its share.
///
/// A line takes a place for each unit (2.5 units take places of 1, 1 and 0.5); both sides of a procedure, and an endoscopy
/// family, take one. Places go by the ranking key (total RVU in the line's setting times its bilateral factor, or work where the
/// policy says so), then by work, both highest first, then by code, sorted modifiers and line id as text: never by the order of
/// the file.
///
/// - Source: CMS PFS Relative Value File record layout, "Multiple Procedure"; Pub. 100-04 chapter 12 section 40.6.
struct MultipleProcedures: SessionRule {
  static let name = RuleName.multipleProcedures
  private let policy: MultipleProcedurePolicy

  /// The rule under a policy's shares.
  init(_ policy: MultipleProcedurePolicy) { self.policy = policy }

  func apply(to session: inout Session) {
    var order: [Int] = []
    order.reserveCapacity(session.procedures.count)
    for procedure in session.procedures.indices where !session.procedures[procedure].isMerged {
      order.append(procedure)
    }
    func role(_ procedure: Int) -> RoleClass { session.lines[session.procedures[procedure].head].terms.role }
    if order.count > 1 {
      order.sort { a, b in
        role(a) != role(b)
          ? role(a).rawValue < role(b).rawValue
          : session.precedes(a, b)
      }
    }
    var start = 0
    while start < order.count {
      var end = start
      var taken = 0
      while end < order.count, role(order[end]) == role(order[start]) {
        taken += places(of: session.procedures[order[end]])
        end += 1
      }
      var place = 0
      for procedure in order[start..<end] {
        give(procedure, place, of: taken, &session)
        place += places(of: session.procedures[procedure])
      }
      start = end
    }
  }

  private func places(of procedure: Session.Procedure) -> Int {
    procedure.isJoint ? 1 : Int((procedure.units + 9_999) / 10_000)
  }

  /// Gives a procedure's lines the shares of its places.
  private func give(_ procedure: Int, _ place: Int, of places: Int, _ session: inout Session) {
    let it = session.procedures[procedure]
    let count = self.places(of: it)
    func settle(_ index: Int) {
      let shares = session.lines[index].terms.isFormer ? policy.formerShares : policy.shares
      let beyond = session.lines[index].terms.isFormer ? policy.formerBeyond : policy.beyond
      let units = session.lines[index].units
      session.lines[index].sharedUnits =
        it.isJoint
        ? units * (place < shares.count ? shares[place] : beyond)
        : Self.sharedUnits(of: units, from: place, shares, beyond: beyond)
      session.lines[index].place = Int32(clamping: place)
      session.lines[index].places = Int32(clamping: places)
      session.lines[index].rankedBy = Int64(clamping: (it.key + 5_000_000_000) / 10_000_000_000)
      session.lines[index].isBeyondShares = place + count > shares.count
    }
    if it.isJoint {
      for index in session.lines.indices where session.lines[index].procedure == procedure { settle(index) }
    } else {
      settle(it.head)
    }
  }

  /// The units of one line times the shares of the places they take from `place` on.
  static func sharedUnits(of units: Int64, from place: Int, _ shares: [Int64], beyond: Int64) -> Int64 {
    var left = units
    var place = place
    var shared: Int64 = 0
    while left > 0, place < shares.count {
      let portion = min(left, 10_000)
      shared += portion * shares[place]
      left -= portion
      place += 1
    }
    return shared + left * beyond
  }
}
