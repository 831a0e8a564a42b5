extension SampleSpecialty {
  /// Admissions, daily visits and discharges, with residents on some of them.
  static let hospitalMedicine = SampleSpecialty(
    "Hospital Medicine", clinicians: 6, encountersPerDay: 1115, schedule: .alternateWeeks, season: evenSeason,
    panel: 900,
    encounters: [
      EncounterPattern(
        80, .inpatient, with: .passing, then: .stay,
        [.oneOf(["99221": 9, "99222": 43, "99223": 42, "99223 GC": 3, "99222 GC": 3]), .sometimes(2, "99497 25")]),
      EncounterPattern(
        6, .inpatient, with: .passing, then: .stay, [.line("99291"), .sometimes(25, "99292", units: 1...2)]),
      EncounterPattern(9, .outpatientHospital, with: .passing, [.oneOf(["99234": 25, "99235": 50, "99236": 25])]),
      EncounterPattern(5, .emergency, with: .passing, [.oneOf(["99284": 45, "99285": 55])]),
    ],
    stay: (
      daily: EncounterPattern(
        1, .inpatient, with: .passing,
        [
          .oneOf([
            "99231": 100, "99232": 520, "99233": 270, "99232 GC": 60, "99233 GC": 30, "99291": 12, "99232 25": 12,
          ]),
          .sometimes(1, oneOf: ["49083": 60, "32555 *": 25, "36573": 15]),
        ]),
      discharge: EncounterPattern(1, .inpatient, with: .passing, [.oneOf(["99238": 54, "99239": 43, "99239 GC": 3])])
    ))
}
