extension SampleSpecialty {
  /// Abdominal, breast, endocrine and soft-tissue surgery, elective and through the emergency department.
  static let generalSurgery = SampleSpecialty(
    "General Surgery", clinicians: 2, encountersPerDay: 970, schedule: .weekdays(callDays: 2600),
    season: electiveSeason,
    panel: 2000, encounters: surgicalVisits + surgicalOperations)

  private static let surgicalVisits: [EncounterPattern] = [
    EncounterPattern(150, .office, [.oneOf(["99212": 14, "99213": 56, "99214": 30])]),
    EncounterPattern(140, .office, with: .new, [.oneOf(["99202": 6, "99203": 54, "99204": 38, "99205": 2])]),
    EncounterPattern(190, .office, with: .recovering, [.line("99024")]),
    EncounterPattern(9, .office, with: .recovering, [.oneOf(["99213 24": 75, "99214 24": 25])]),
    EncounterPattern(30, .emergency, with: .passing, [.oneOf(["99283": 40, "99284": 50, "99285": 10])]),
    EncounterPattern(46, .inpatient, with: .passing, [.oneOf(["99221": 18, "99222": 57, "99223": 25])]),
    EncounterPattern(80, .inpatient, with: .passing, [.oneOf(["99231": 46, "99232": 46, "99233": 8])]),
    EncounterPattern(
      24, .office,
      [
        .oneOf(["99213 25": 60, "99203 25": 40]),
        .oneOf(["10060": 34, "10061": 20, "10140": 10, "11402": 20, "11042": 16]),
      ]),
  ]

  private static let surgicalOperations: [EncounterPattern] = [
    .surgery(34, .outpatientHospital, [.oneOf(["47562": 74, "47563": 26])]),
    .surgery(14, .surgeryCenter, [.oneOf(["49505 *": 88, "49505 50": 12])]),
    .surgery(14, .surgeryCenter, [.oneOf(["49650 *": 62, "49650 50": 38])]),
    .surgery(18, .outpatientHospital, [.oneOf(["49591": 46, "49592": 14, "49593": 26, "49594": 9, "49595": 5])]),
    .surgery(10, .inpatient, [.oneOf(["99222 57": 50, "99284 57": 50]), .line("44970")]),
    .surgery(
      8, .inpatient,
      [.oneOf(["44120": 30, "44140": 22, "44204": 30, "44205": 14, "44143": 4]), .sometimes(16, "44005 59")]),
    .surgery(12, .outpatientHospital, [.line("19301 *"), .sometimes(70, "38525 * 51"), .sometimes(60, "38900 *")]),
    .surgery(4, .outpatientHospital, [.line("19303 *"), .sometimes(55, "38525 * 51")]),
    .surgery(5, .surgeryCenter, [.oneOf(["19120 *": 60, "19125 *": 40])]),
    .surgery(5, .outpatientHospital, [.oneOf(["60220": 45, "60240": 35, "60500": 20])]),
    .surgery(5, .inpatient, [.oneOf(["43281": 45, "43775": 45, "43280": 10])]),
    .surgery(11, .outpatientHospital, [.oneOf(["36561 *": 70, "36590": 30])]),
    .surgery(7, .surgeryCenter, [.oneOf(["46255": 55, "46260": 45]), .sometimes(25, "45990 51")]),
    .surgery(4, .surgeryCenter, [.line("11770")]),
    .surgery(14, .surgeryCenter, [.oneOf(["11606": 40, "21555": 40, "21931": 20]), .sometimes(45, "12032 51")]),
    EncounterPattern(20, .surgeryCenter, [.oneOf(["45378": 42, "45380": 26, "45385": 24, "43239": 8])]),
    EncounterPattern(7, .inpatient, with: .passing, [.oneOf(["44204 80": 40, "43775 80": 35, "47562 80": 25])]),
    EncounterPattern(3, .inpatient, with: .passing, [.oneOf(["43281 AS": 60, "44140 AS": 40])]),
    EncounterPattern(1, .inpatient, with: .passing, [.line("44140 62")]),
    EncounterPattern(3, .inpatient, with: .recovering, [.oneOf(["49000 78": 60, "44120 78": 20, "10180 78": 20])]),
    EncounterPattern(1, .outpatientHospital, then: .recovery, [.oneOf(["64999": 60, "17999": 40])]),
  ]
}
