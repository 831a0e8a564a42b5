/// How the sample practice was in the year before the one that is reported on.
enum EarlierYear {
  /// What is mixed into the seed, so that the year is another one.
  static let seed: UInt64 = 0x4541_524C_5900

  /// The staff, each at a pace of that year: most were a little slower, some faster.
  static func staff(_ staff: [StaffMember], seed: UInt64) -> [StaffMember] {
    staff.enumerated().map { index, member in
      var generator = SeededGenerator(seed: seed ^ Self.seed, stream: UInt64(index))
      let percent = 91 + generator.below(8) + generator.below(8)
      return StaffMember(
        identifier: member.identifier, name: member.name, specialty: member.specialty,
        pace: member.pace * percent / 100, employment: member.employment)
    }
  }
}
