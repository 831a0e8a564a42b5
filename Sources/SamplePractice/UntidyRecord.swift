/// A record that is wrong on purpose, as real logs have them: so that a report on data quality has something to say.
struct UntidyRecord: Hashable, Sendable {
  /// What is wrong with it.
  enum Kind: String, CaseIterable, Sendable {
    /// A service on 30 February.
    case impossibleDate
    /// The letter O for a zero in a code.
    case letterForDigit
    /// No code.
    case blankCode
    /// Units in words.
    case unitsInWords
    /// A record that breaks off, so that it has fields too few.
    case ragged
    /// A clinician who is not in the roster: a locum.
    case notInRoster
    /// A service before the period.
    case outsidePeriod
    /// A reversal of a line that is not there, on a day on which the patient has another.
    case orphanReversal
  }

  /// What is wrong with it.
  let kind: Kind
  /// The day before whose lines it stands, as its place in the period.
  let day: Int
  private let clinician: String
  private let specialty: String
  /// Everything after the specialty, from the date of service to the line it voids.
  private let rest: String

  /// The record as it stands in the log, for a line of the number.
  func text(number: UInt32) -> String { "\(LogWriter.identifier(number)),\(clinician),\(specialty),\(rest)\n" }

  /// The untidy records of a practice.
  static func all(staff: [StaffMember]) -> [UntidyRecord] {
    func record(_ kind: Kind, _ day: Int, _ specialty: SampleSpecialty, _ rest: String) -> UntidyRecord? {
      // A practice too small to have the specialty has the slip all the same.
      let author = staff.first { SampleSpecialty.all[$0.specialty].name == specialty.name } ?? staff.first
      return author.map {
        UntidyRecord(
          kind: kind, day: day, clinician: $0.identifier, specialty: SampleSpecialty.all[$0.specialty].name, rest: rest)
      }
    }
    func locum(_ rest: String) -> UntidyRecord {
      UntidyRecord(
        kind: .notInRoster, day: 233, clinician: locumIdentifier, specialty: SampleSpecialty.familyMedicine.name,
        rest: rest)
    }
    let slips = [
      record(.outsidePeriod, 1, .familyMedicine, "2025-09-26,2025-10-02,MRN0010422,99213,,1,11,160.00,"),
      record(.letterForDigit, 43, .gastroenterology, "2025-11-12,2025-11-13,MRN0018207,4538O,,1,24,900.00,"),
      record(.unitsInWords, 110, .orthopedicSurgery, "2026-01-16,2026-01-19,MRN0012960,97110,,two,11,100.00,"),
      record(.impossibleDate, 154, .familyMedicine, "2026-02-30,2026-03-04,MRN0012040,99214,,1,11,225.00,"),
      record(.orphanReversal, 166, .cardiology, "2026-02-20,2026-03-16,MRN0026083,93306,,-1,11,-510.00,"),
      record(.blankCode, 195, .orthopedicSurgery, "2026-04-13,2026-04-14,MRN0011318,,RT,1,11,170.00,"),
      record(.ragged, 258, .generalSurgery, "2026-06-15,2026-06-17,MRN0014651,49505,LT"),
    ]
    let visits = [
      locum("2026-05-21,2026-05-22,MRN0010187,99213,,1,11,160.00,"),
      locum("2026-05-21,2026-05-22,MRN0013529,99214,,1,11,225.00,"),
      locum("2026-05-21,2026-05-22,MRN0010944,99213,,1,11,160.00,"),
      locum("2026-05-21,2026-05-22,MRN0016072,99214,,1,11,225.00,"),
      locum("2026-05-21,2026-05-22,MRN0012281,99203,,1,11,195.00,"),
    ]
    return (slips.compactMap { $0 } + visits).sorted { $0.day < $1.day }
  }

  /// The id of a locum, who is not in the roster.
  static let locumIdentifier = "C-9001"
}
