/// The roles of one clinician that its lines have, of which that of the last line is at hand.
struct RolesAtHand {
  private let clinician: Int32
  private let noMonths: [ProductivitySums]
  /// The role at hand: its sums, and what its combinations came to.
  var sums: RoleTally
  var services = ServiceTable()
  /// The place of the role at hand; -1 while there is none.
  private var place = -1
  /// The others, in the order in which lines had them, with nothing in the place of that at hand.
  private var roles: [(sums: RoleTally, services: ServiceTable)] = []

  /// - Parameter months: the months, each without a line.
  init(_ clinician: Int32, months: [ProductivitySums]) {
    self.clinician = clinician
    noMonths = months
    sums = RoleTally(clinician: clinician, specialty: -1, months: months)
  }

  /// Takes a role to hand.
  @inline(__always)
  mutating func take(_ role: RoleDirectory.Role) {
    if place < 0 || sums.specialty != role.specialty { exchange(for: role) }
  }

  private mutating func exchange(for role: RoleDirectory.Role) {
    if place >= 0 { swapHand() }
    if let known = roles.firstIndex(where: { $0.sums.specialty == role.specialty }) {
      place = known
      return swapHand()
    }
    place = roles.count
    sums = RoleTally(clinician: clinician, specialty: role.specialty, months: noMonths)
    sums.isUnknownClinician = role.isUnknownClinician
    services = ServiceTable()
    roles.append((sums, services))
  }

  /// Puts what is at hand in its place, or takes it out again: swapped and not copied, since two who hold it would copy it at the next
  /// line.
  private mutating func swapHand() {
    swap(&roles[place].sums, &sums)
    swap(&roles[place].services, &services)
  }

  /// All roles that lines had, in the order in which they had them, with what was at hand put away.
  var all: [(sums: RoleTally, services: [ServiceTable.Sums])] {
    mutating get {
      if place >= 0 { swapHand() }
      place = -1
      return roles.map { ($0.sums.packed, $0.services.sums) }
    }
  }
}
