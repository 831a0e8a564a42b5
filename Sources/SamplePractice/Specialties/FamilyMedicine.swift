extension SampleSpecialty {
  /// Office and telehealth visits, preventive care, vaccines and small procedures.
  static let familyMedicine = SampleSpecialty(
    "Family Medicine", clinicians: 7, encountersPerDay: 1190, schedule: .weekdays(callDays: 0), season: winterSeason,
    panel: 1700,
    encounters: [
      EncounterPattern(
        520, .office,
        [
          .oneOf(["99211": 2, "99212": 6, "99213": 40, "99214": 47, "99215": 5]),
          .sometimes(18, "G2211"), .sometimes(10, "36415"), .sometimes(8, "80053"), .sometimes(5, "85025"),
          .sometimes(5, "83036"), .sometimes(3, "81002"), .sometimes(3, "93000"),
        ]),
      EncounterPattern(45, .home, [.oneOf(["99213 95": 55, "99214 95": 40, "99212 95": 5])]),
      EncounterPattern(
        60, .office, with: .new, [.oneOf(["99202": 8, "99203": 45, "99204": 42, "99205": 5]), .sometimes(10, "36415")]),
      EncounterPattern(
        90, .office,
        [.oneOf(["99395": 22, "99396": 43, "99397": 6, "G0439": 21, "G0438": 8]), .sometimes(25, "80053")]),
      EncounterPattern(
        22, .office, [.oneOf(["99396": 60, "G0439": 40]), .oneOf(["99213 25": 60, "99214 25": 40])]),
      EncounterPattern(
        40, .office,
        [
          .oneOf(["99391": 30, "99392": 30, "99393": 22, "99394": 18]), .line("90471"),
          .sometimes(60, "90472", units: 1...2), .oneOf(["90686": 60, "90715": 40]),
        ]),
      EncounterPattern(22, .office, [.line("90471"), .line("90686")]),
      EncounterPattern(14, .office, [.line("96372"), .oneOf(["J1885": 60, "J1100": 40], units: 2...4)]),
      EncounterPattern(
        44, .office,
        [
          .oneOf(["99212 25": 8, "99213 25": 55, "99214 25": 37]),
          .oneOf(["17110": 30, "69210": 32, "11102": 12, "20552": 8, "10060": 8, "11730": 6, "12001": 4]),
        ]),
      EncounterPattern(
        24, .office,
        [
          .oneOf(["99213 25": 60, "99214 25": 40]), .oneOf(["20610 *": 92, "20610 50": 8]),
          .sometimes(80, "J3301", units: 4...4),
        ]),
      EncounterPattern(
        10, .office, [.oneOf(["99213 25": 80, "99212 25": 20]), .line("17000"), .sometimes(75, "17003", units: 1...6)]),
      EncounterPattern(4, .office, [.line("11042"), .sometimes(40, "11045", units: 1...2)]),
      EncounterPattern(12, .office, [.oneOf(["99495": 65, "99496": 35])]),
      EncounterPattern(8, .office, [.oneOf(["99214 25": 70, "99213 25": 30]), .oneOf(["99497": 60, "99406": 40])]),
    ])
}
