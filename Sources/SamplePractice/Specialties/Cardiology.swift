extension SampleSpecialty {
  /// Clinic and hospital visits, tracings and images read in both, catheterization and devices.
  static let cardiology = SampleSpecialty(
    "Cardiology", clinicians: 2, encountersPerDay: 2280, schedule: .weekdays(callDays: 2200), season: evenSeason,
    panel: 2200,
    encounters: [
      EncounterPattern(
        300, .office, [.oneOf(["99213": 24, "99214": 62, "99215": 14]), .sometimes(38, "93000")]),
      EncounterPattern(
        70, .office, with: .new, [.oneOf(["99203": 30, "99204": 55, "99205": 15]), .sometimes(60, "93000")]),
      EncounterPattern(80, .office, [.oneOf(["93306": 95, "93306 TC": 5])]),
      EncounterPattern(110, .outpatientHospital, with: .passing, [.oneOf(["93306 26": 88, "93308 26": 12])]),
      EncounterPattern(150, .inpatient, with: .passing, [.oneOf(["93010": 92, "93010 76": 8])]),
      EncounterPattern(70, .emergency, with: .passing, [.line("93010"), .sometimes(9, "93010 76")]),
      EncounterPattern(34, .office, [.line("78452"), .line("93015")]),
      EncounterPattern(18, .outpatientHospital, with: .passing, [.line("78452 26"), .line("93016"), .line("93018")]),
      EncounterPattern(12, .outpatientHospital, with: .passing, [.line("93350 26"), .line("93016"), .line("93018")]),
      EncounterPattern(45, .inpatient, with: .passing, [.oneOf(["99222": 45, "99223": 45, "99221": 10])]),
      EncounterPattern(130, .inpatient, with: .passing, [.oneOf(["99231": 18, "99232": 58, "99233": 22, "99291": 2])]),
      EncounterPattern(10, .inpatient, with: .passing, [.oneOf(["99238": 60, "99239": 40])]),
      EncounterPattern(
        26, .outpatientHospital,
        [
          .oneOf(["93458 26": 68, "93459 26": 12, "93460 26": 12, "93454 26": 8]), .sometimes(28, "92928"),
          .sometimes(12, "92978 26"), .sometimes(14, "93571 26"),
        ]),
      EncounterPattern(4, .outpatientHospital, [.oneOf(["33208": 70, "33249": 30])]),
      EncounterPattern(2, .outpatientHospital, [.oneOf(["93653": 55, "93656": 45])]),
      EncounterPattern(40, .office, [.oneOf(["93280": 62, "93283": 38])]),
      EncounterPattern(26, .office, [.oneOf(["93294": 60, "93295": 40])]),
      EncounterPattern(24, .office, [.oneOf(["93224": 30, "93227": 20, "93244": 25, "93248": 25])]),
      EncounterPattern(
        14, .outpatientHospital, with: .passing, [.oneOf(["93880 26": 50, "93970 26": 30, "93971 26": 20])]),
      EncounterPattern(5, .outpatientHospital, [.line("93312 26"), .sometimes(45, "92960 59")]),
    ])
}
