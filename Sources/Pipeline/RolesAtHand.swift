/// The roles of one clinician that its lines have, of which that of the last line is at hand, and of it the last line's month.
struct RolesAtHand {
  private let clinician: Int32
  private let noMonths: [ProductivitySums]
  /// The role at hand: its sums, but for those of the month at hand, and what its combinations came to.
  var sums: RoleTally
  var services = ServiceTable()
  /// What is to be added to the sums of the month at hand.
  var month = ProductivitySums()
  /// The same of lines of one unit that nothing changes.
  var simple = SimpleSums()
  private var numberOfMonth = 0
  /// The day that was noted last of the role at hand; below zero for none.
  private var lastDay = -1
  /// The place of the role at hand; -1 while there is none.
  private var place = -1
  /// The others, in the order in which lines had them, with nothing in the place of that at hand.
  private var roles: [(sums: RoleTally, services: ServiceTable)] = []
  /// The place of each specialty's role.
  private var places: [Int32: Int] = [:]
  /// Nobody has more specialties than this: of who has, a log gives something else for a specialty, perhaps another in every line.
  private static let most = 16

  /// - Parameter months: the months, each without a line.
  init(_ clinician: Int32, months: [ProductivitySums]) {
    self.clinician = clinician
    noMonths = months
    sums = RoleTally(clinician: clinician, specialty: -1, months: months)
  }

  /// Takes a role, and a month of it, to hand.
  @inline(__always)
  mutating func take(_ role: RoleDirectory.Role, month number: Int) {
    if place < 0 || sums.specialty != role.specialty { exchange(for: role) }
    if number != numberOfMonth {
      putMonthAway()
      numberOfMonth = number
    }
  }

  /// Notes a day of service of the role at hand, by its place in the period from 0 on.
  @inline(__always)
  mutating func noteServiceDay(_ day: Int) {
    if day == lastDay { return }
    lastDay = day
    sums.serviceDays.insert(day)
  }

  private mutating func putMonthAway() {
    if place >= 0 {
      month += simple.sums
      sums.months[numberOfMonth] += month
    }
    month = ProductivitySums()
    simple = SimpleSums()
  }

  private mutating func exchange(for role: RoleDirectory.Role) {
    putMonthAway()
    lastDay = -1
    if place >= 0 { swapHand() }
    if let known = places[role.specialty] {
      place = known
      return swapHand()
    }
    place = roles.count
    places[role.specialty] = place
    sums = RoleTally(clinician: clinician, specialty: role.specialty, months: noMonths)
    sums.isUnknownClinician = role.isUnknownClinician
    services = ServiceTable(isSparse: roles.count >= Self.most)
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
      putMonthAway()
      if place >= 0 { swapHand() }
      place = -1
      return roles.indices.map { place in
        roles[place].sums.pack()
        return (roles[place].sums, roles[place].services.sums)
      }
    }
  }
}
