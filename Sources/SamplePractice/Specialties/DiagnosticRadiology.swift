extension SampleSpecialty {
  /// Films and images read for the hospital, mostly a line each, with mammography and a few needle procedures.
  static let diagnosticRadiology = SampleSpecialty(
    "Diagnostic Radiology", clinicians: 1, encountersPerDay: 4300, schedule: .weekdays(callDays: 2500),
    season: evenSeason, panel: 5000,
    encounters: [
      EncounterPattern(150, .inpatient, with: .passing, [.oneOf(["71045 26": 90, "71045 26 76": 10])]),
      EncounterPattern(
        90, .emergency, with: .passing, [.oneOf(["71046 26": 60, "74018 26": 16, "72110 26": 10, "73080 26 *": 14])]),
      EncounterPattern(
        85, .outpatientHospital, with: .passing,
        [.oneOf(["71046 26": 42, "73562 26 *": 20, "73030 26 *": 18, "73610 26 *": 10, "73630 26 *": 10])]),
      EncounterPattern(95, .emergency, with: .passing, [.oneOf(["70450 26": 46, "74177 26": 36, "74176 26": 18])]),
      EncounterPattern(24, .emergency, with: .passing, [.line("71260 26"), .line("74177 26")]),
      EncounterPattern(14, .emergency, with: .passing, [.line("70450 26"), .line("70496 26"), .line("70498 26")]),
      EncounterPattern(18, .emergency, with: .passing, [.line("71275 26")]),
      EncounterPattern(
        60, .outpatientHospital, with: .passing,
        [.oneOf(["71250 26": 34, "71260 26": 30, "74177 26": 30, "74178 26": 6])]),
      EncounterPattern(
        70, .outpatientHospital, with: .passing,
        [
          .oneOf([
            "70551 26": 14, "70553 26": 20, "72141 26": 12, "72148 26": 24, "73721 26 *": 14, "73221 26 *": 10,
            "74183 26": 6,
          ])
        ]),
      EncounterPattern(4, .outpatientHospital, with: .passing, [.line("72158 26")]),
      EncounterPattern(
        75, .outpatientHospital, with: .passing,
        [
          .oneOf(["76700 26": 28, "76705 26": 22, "76770 26": 16, "76856 26": 16, "76536 26": 18]),
          .sometimes(6, "76830 26 59"),
        ]),
      EncounterPattern(110, .office, [.line("77067"), .sometimes(80, "77063")]),
      EncounterPattern(
        18, .outpatientHospital, [.oneOf(["77066 26": 40, "77065 26 *": 60]), .sometimes(70, "G0279 26")]),
      EncounterPattern(
        14, .outpatientHospital, [.oneOf(["76642 26 *": 78, "76642 26 50": 14, "76641 26 *": 8])]),
      EncounterPattern(8, .outpatientHospital, [.line("19083 *")]),
      EncounterPattern(5, .outpatientHospital, [.oneOf(["10005": 60, "32408": 10, "47000": 30])]),
      EncounterPattern(6, .inpatient, with: .passing, [.oneOf(["49083": 60, "32555 *": 40])]),
      EncounterPattern(3, .outpatientHospital, with: .passing, [.line("78815 26")]),
    ])
}
