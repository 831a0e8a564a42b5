import ProductivityModel

/// The clinicians of the default practice. Nobody here exists.
///
/// Among them are the cases that a report has to get right: part time, more than full time, a change of FTE in
/// mid-year, an arrival, a departure, leave, administrative time, and paces from below the 10th to above the 90th percentile
/// of the synthetic survey.
enum Cast {
  /// A clinician before an id is given.
  struct Role: Sendable {
    let name: String
    let pace: Int
    let employment: [Employment]

    /// A clinician with a pace in percent and intervals of employment.
    init(_ name: String, pace: Int, _ employment: Employment...) {
      self.name = name
      self.pace = pace
      self.employment = employment
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    PracticeCalendar.day(year, month, day)
  }

  /// The clinicians of a specialty, by its place in ``SampleSpecialty/all``.
  static func roles(specialty: Int) -> [Role] { bySpecialty.indices.contains(specialty) ? bySpecialty[specialty] : [] }

  private static let bySpecialty = [
    familyMedicine, hospitalMedicine, orthopedicSurgery, gastroenterology, cardiology, generalSurgery, dermatology,
    diagnosticRadiology,
  ]

  private static let familyMedicine = [
    Role("Amina Fernhollow", pace: 103, Employment(from: day(2014, 8, 1), clinical: 100)),
    Role("Tomás Quillfeather", pace: 91, Employment(from: day(2017, 1, 9), clinical: 80, total: 100)),
    Role(
      "Mei-Lin Larkwhistle", pace: 108,
      Employment(from: day(2012, 9, 4), through: day(2026, 3, 31), clinical: 100),
      Employment(from: day(2026, 4, 1), clinical: 75)),
    Role("Patrick Stonepetal", pace: 84, Employment(from: day(2009, 7, 1), through: day(2026, 4, 17), clinical: 100)),
    Role("Ngozi Brightmoor", pace: 96, Employment(from: day(2026, 1, 12), clinical: 100)),
    Role(
      "Ravi Willowmere", pace: 120,
      Employment(
        from: day(2019, 8, 5), clinical: 100, leave: [DayRange(day(2026, 2, 2), through: day(2026, 4, 26))])),
    Role(
      "Hannah Thistlebrook", pace: 155,
      Employment(from: day(2011, 3, 14), through: day(2025, 3, 31), clinical: 80),
      Employment(from: day(2025, 4, 1), clinical: 100)),
  ]

  private static let hospitalMedicine = [
    Role("Kofi Lanternfield", pace: 101, Employment(from: day(2018, 7, 2), clinical: 100)),
    Role("Ingrid Foxmeadow", pace: 113, Employment(from: day(2015, 10, 1), clinical: 100)),
    Role("Yusuf Amberlake", pace: 89, Employment(from: day(2021, 8, 2), clinical: 90, total: 100)),
    Role("Soledad Mistralwood", pace: 97, Employment(from: day(2020, 1, 6), clinical: 50)),
    Role("Dmitri Copperleaf", pace: 127, Employment(from: day(2013, 7, 1), clinical: 100)),
    Role("Leilani Driftwell", pace: 80, Employment(from: day(2022, 9, 6), clinical: 100)),
  ]

  private static let orthopedicSurgery = [
    Role("Björn Ironvale", pace: 106, Employment(from: day(2010, 8, 2), clinical: 100)),
    Role("Priya Hazelworth", pace: 124, Employment(from: day(2008, 7, 1), clinical: 110)),
    Role("Marcus Oakenshore", pace: 94, Employment(from: day(2016, 2, 1), clinical: 100)),
    Role("Fatima Silverpine", pace: 118, Employment(from: day(2019, 9, 3), clinical: 100)),
    Role("Caleb Ravensedge", pace: 56, Employment(from: day(2005, 7, 1), clinical: 100)),
    Role("Yuki Stormhollow", pace: 88, Employment(from: day(2020, 8, 3), clinical: 90)),
  ]

  private static let gastroenterology = [
    Role("Zoë Marigoldsen", pace: 98, Employment(from: day(2013, 8, 1), clinical: 100)),
    Role(
      "Emeka Riverquill", pace: 112,
      Employment(
        from: day(2017, 8, 1), clinical: 100,
        leave: [
          DayRange(day(2025, 11, 3), through: day(2025, 11, 21)), DayRange(day(2026, 6, 8), through: day(2026, 7, 2)),
        ])),
    Role("Shira Mapleforth", pace: 90, Employment(from: day(2021, 9, 7), clinical: 80)),
  ]

  private static let cardiology = [
    Role("Anand Embercrest", pace: 109, Employment(from: day(2011, 8, 1), clinical: 90, total: 100)),
    Role("Lucía Hollowbell", pace: 92, Employment(from: day(2018, 8, 6), clinical: 100)),
  ]

  private static let generalSurgery = [
    Role("Wren Goldenfern", pace: 104, Employment(from: day(2012, 7, 2), clinical: 100)),
    Role("Malik Saltgrove", pace: 87, Employment(from: day(2025, 2, 3), clinical: 100)),
  ]

  private static let dermatology = [
    Role("Noor Petalstone", pace: 100, Employment(from: day(2016, 9, 6), clinical: 80))
  ]

  private static let diagnosticRadiology = [
    Role("Arvid Nightglass", pace: 95, Employment(from: day(2014, 7, 1), clinical: 100))
  ]
}
