/// Who works in a practice of a given size.
enum Staffing {
  /// The clinicians of the default practice.
  static let defaultCount = SampleSpecialty.all.reduce(0) { $0 + $1.clinicians }

  /// The clinicians of a practice of any size, specialties in the default practice's proportions.
  ///
  /// A larger practice begins with the clinicians of a smaller one; those beyond the cast are invented from the seed.
  static func staff(count: Int, seed: UInt64) -> [StaffMember] {
    var taken = [Int](repeating: 0, count: SampleSpecialty.all.count)
    var credit = taken
    var staff: [StaffMember] = []
    for index in 0..<count {
      // The specialty that is furthest behind its share comes next, so that every beginning is in proportion.
      for specialty in credit.indices { credit[specialty] += SampleSpecialty.all[specialty].clinicians }
      let next = credit.indices.reduce(0) { credit[$1] > credit[$0] ? $1 : $0 }
      credit[next] -= defaultCount
      let cast = Cast.roles(specialty: next)
      let role = taken[next] < cast.count ? cast[taken[next]] : inventedRole(index, seed)
      taken[next] += 1
      staff.append(
        StaffMember(
          identifier: identifier(index), name: role.name, specialty: next, pace: role.pace, employment: role.employment)
      )
    }
    return staff
  }

  /// Ids start at C-1001; those from C-9001 on are left for people who are not in the roster.
  private static func identifier(_ index: Int) -> String { "C-\(index < 7000 ? 1001 + index : 3001 + index)" }

  private static func inventedRole(_ index: Int, _ seed: UInt64) -> Cast.Role {
    var generator = SeededGenerator(seed: seed, stream: UInt64(index) << 1 | 1)
    let name = InventedNames.name(&generator)
    // The sum of three draws has a hump: most are near the median, few far from it.
    let pace = 62 + generator.below(27) + generator.below(27) + generator.below(27)
    let partTime = [100, 100, 100, 100, 100, 100, 100, 90, 80, 75]
    let start = PracticeCalendar.day(2004 + generator.below(21), 1 + generator.below(12), 1)
    return Cast.Role(
      name, pace: pace, Employment(from: start, clinical: partTime[generator.below(partTime.count)], total: 100))
  }
}
