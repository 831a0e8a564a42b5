/// A specialty of the sample practice: how its clinicians work and what they bill.
///
/// All numbers are invented; they are chosen so that a clinician of ordinary pace lies near the median of the synthetic
/// survey.
struct SampleSpecialty: Sendable {
  /// On which days its clinicians work.
  enum Schedule: Sendable {
    /// Monday to Friday, holidays off; on call for the hospital on that many weekend days in ten thousand.
    case weekdays(callDays: Int)
    /// Seven days on, seven off, whatever the day.
    case alternateWeeks
  }

  /// The specialty's name in the roster, the log and the survey.
  let name: String
  /// How many of the default practice's clinicians have it; other sizes keep the proportion.
  let clinicians: Int
  /// Encounters on a full day at ordinary pace, in hundredths.
  let encountersPerDay: Int
  let schedule: Schedule
  /// How busy each calendar month is, January first, in percent.
  let season: [Int]
  /// How many patients come back to a clinician.
  let panel: Int
  /// The encounters; of a specialty with stays, the admissions.
  let encounters: [EncounterPattern]
  /// What is billed on the days of a hospital stay, and on its last.
  let stay: (daily: EncounterPattern, discharge: EncounterPattern)?

  /// A specialty.
  init(
    _ name: String, clinicians: Int, encountersPerDay: Int, schedule: Schedule, season: [Int], panel: Int,
    encounters: [EncounterPattern], stay: (daily: EncounterPattern, discharge: EncounterPattern)? = nil
  ) {
    self.name = name
    self.clinicians = clinicians
    self.encountersPerDay = encountersPerDay
    self.schedule = schedule
    self.season = season
    self.panel = panel
    self.encounters = encounters
    self.stay = stay
  }

  /// Respiratory illness fills the winter.
  static let winterSeason = [112, 110, 104, 98, 97, 93, 90, 95, 99, 102, 103, 100]
  /// Deductibles are met late in the year, so elective care is put off until then.
  static let electiveSeason = [93, 95, 99, 100, 100, 101, 96, 97, 100, 104, 106, 112]
  /// Little changes through the year.
  static let evenSeason = [102, 101, 101, 100, 99, 98, 98, 98, 99, 101, 101, 100]

  /// All specialties of the practice.
  static let all: [SampleSpecialty] = [
    familyMedicine, hospitalMedicine, orthopedicSurgery, gastroenterology, cardiology, generalSurgery, dermatology,
    diagnosticRadiology,
  ]
}
