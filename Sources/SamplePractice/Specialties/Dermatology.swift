extension SampleSpecialty {
  /// Visits with destructions and biopsies, excisions with repairs, and staged excision of skin cancers.
  static let dermatology = SampleSpecialty(
    "Dermatology", clinicians: 1, encountersPerDay: 1390, schedule: .weekdays(callDays: 0), season: evenSeason,
    panel: 3200,
    encounters: [
      EncounterPattern(190, .office, [.oneOf(["99212": 18, "99213": 56, "99214": 26])]),
      EncounterPattern(80, .office, with: .new, [.oneOf(["99202": 22, "99203": 62, "99204": 16])]),
      EncounterPattern(
        150, .office,
        [
          .oneOf(["99213 25": 76, "99212 25": 14, "99203 25": 10]), .line("17000"),
          .sometimes(85, "17003", units: 1...13),
        ]),
      EncounterPattern(
        120, .office,
        [
          .oneOf(["99213 25": 74, "99203 25": 26]), .oneOf(["11102": 82, "11104": 14, "11106": 4]),
          .sometimes(34, "11103", units: 1...3), .sometimes(55, "88305", units: 1...2),
        ]),
      EncounterPattern(
        50, .office,
        [
          .line("99213 25"), .line("11102 59"), .line("17000"), .sometimes(80, "17003", units: 2...10),
          .sometimes(30, "17110 59"),
        ]),
      EncounterPattern(50, .office, [.sometimes(60, "99213 25"), .line("17110")]),
      EncounterPattern(14, .office, [.line("17004")]),
      EncounterPattern(26, .office, [.oneOf(["11301": 30, "11302": 22, "11305": 18, "11306": 14, "11310": 16])]),
      EncounterPattern(
        26, .office,
        [
          .oneOf(["11402": 34, "11421": 16, "11602": 30, "11642": 20]),
          .sometimes(60, oneOf: ["12032 51": 60, "12052 51": 25, "13121 51": 15]),
        ]),
      EncounterPattern(
        5, .office,
        [
          .line("11602"), .line("11402 59"), .line("11421 59"), .line("11102 59"), .sometimes(70, "17110 59"),
          .sometimes(50, "17000 59"),
        ]),
      EncounterPattern(22, .office, [.oneOf(["17262": 45, "17281": 30, "17282": 25])]),
      EncounterPattern(
        34, .office, then: .recovery,
        [
          .line("17311"), .sometimes(62, "17312", units: 1...2),
          .oneOf(["12052 51": 34, "13132 51": 42, "14060 51": 15, "14040 51": 9]),
        ]),
      EncounterPattern(20, .office, with: .recovering, [.line("99024")]),
      EncounterPattern(16, .office, [.oneOf(["11900": 80, "11901": 20]), .line("J3301", units: 1...2)]),
      EncounterPattern(10, .office, [.line("96910")]),
      EncounterPattern(6, .office, [.line("96920")]),
    ])
}
