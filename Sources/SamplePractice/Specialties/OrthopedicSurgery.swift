extension SampleSpecialty {
  /// Office visits with films and injections, joint, hand, trauma and spine surgery, and its follow-up.
  static let orthopedicSurgery = SampleSpecialty(
    "Orthopedic Surgery", clinicians: 6, encountersPerDay: 1010, schedule: .weekdays(callDays: 1500),
    season: electiveSeason, panel: 2600, encounters: orthopedicVisits + orthopedicOperations)

  private static let films: KeyValuePairs<BilledItem, Int> = [
    "73562 *": 24, "73564 *": 14, "73030 *": 20, "73110 *": 9, "73130 *": 8, "73610 *": 9, "73630 *": 6, "73502 *": 6,
    "72100": 8,
  ]

  private static let orthopedicVisits: [EncounterPattern] = [
    EncounterPattern(
      290, .office,
      [.oneOf(["99212": 10, "99213": 56, "99214": 32, "99215": 2]), .sometimes(42, oneOf: films)]),
    EncounterPattern(
      130, .office, with: .new,
      [.oneOf(["99202": 6, "99203": 56, "99204": 36, "99205": 2]), .sometimes(62, oneOf: films)]),
    EncounterPattern(
      120, .office,
      [
        .oneOf(["99213 25": 48, "99214 25": 30, "99203 25": 22]),
        .oneOf(["20610 *": 60, "20610 50": 6, "20611 *": 14, "20605 *": 8, "20550 *": 8, "20526 *": 4]),
        .sometimes(65, "J3301", units: 4...8),
      ]),
    EncounterPattern(6, .office, [.line("20610 RT"), .line("20610 LT"), .sometimes(70, "J3301", units: 8...8)]),
    EncounterPattern(
      20, .office,
      [
        .oneOf(["99213 25": 70, "99203 25": 30]), .oneOf(["29075 *": 35, "29125 *": 25, "29515 *": 20, "29405 *": 20]),
      ]),
    EncounterPattern(
      24, .office, [.line("97110", units: 2...4), .sometimes(70, "97140", units: 1...2), .sometimes(30, "97530")]),
    EncounterPattern(150, .office, with: .recovering, [.line("99024"), .sometimes(34, oneOf: films)]),
    EncounterPattern(8, .office, with: .recovering, [.oneOf(["99213 24": 70, "99214 24": 30])]),
    EncounterPattern(18, .emergency, with: .passing, [.oneOf(["99281": 2, "99282": 8, "99283": 52, "99284": 38])]),
    EncounterPattern(
      9, .inpatient, with: .passing, [.oneOf(["99221": 20, "99222": 55, "99231": 15, "99232": 10])]),
  ]

  private static let orthopedicOperations: [EncounterPattern] = [
    .surgery(17, .inpatient, [.oneOf(["27447 *": 94, "27447 50": 4, "27447 * 22": 2])]),
    .surgery(9, .surgeryCenter, [.oneOf(["27447 *": 85, "27446 *": 15])]),
    .surgery(14, .outpatientHospital, [.line("27130 *")]),
    .surgery(
      18, .surgeryCenter,
      [.oneOf(["29881 *": 76, "29880 *": 18, "29881 50": 3, "29881 * 52": 3]), .sometimes(14, "29876 * 59")]),
    .surgery(4, .surgeryCenter, [.line("29888 *"), .sometimes(35, "29881 * 51")]),
    .surgery(
      12, .surgeryCenter,
      [.line("29827 *"), .sometimes(70, "29826 *"), .sometimes(40, "29824 * 51"), .sometimes(28, "29823 * 59")]),
    .surgery(3, .outpatientHospital, [.oneOf(["23472 *": 70, "23412 *": 30])]),
    .surgery(
      12, .surgeryCenter,
      [.oneOf(["64721 *": 90, "64721 50": 10]), .sometimes(18, oneOf: ["26055 F2 51": 50, "26055 F7 51": 50])]),
    .surgery(
      8, .surgeryCenter,
      [.oneOf(["26055 F1": 25, "26055 F2": 25, "26055 F6": 25, "26055 F7": 25]), .sometimes(12, "26160 59")]),
    .surgery(5, .surgeryCenter, [.oneOf(["28296 *": 30, "28297 *": 15, "28285 T1": 30, "28285 T6": 25])]),
    .surgery(4, .surgeryCenter, [.line("20680")]),
    .surgery(7, .outpatientHospital, [.oneOf(["25607 *": 48, "25609 *": 14, "24685 *": 14, "27814 *": 24])]),
    .surgery(5, .emergency, [.line("99283 57"), .line("25605 *")]),
    .surgery(
      9, .inpatient,
      [.oneOf(["99222 57": 80, "99223 57": 20]), .oneOf(["27236 *": 35, "27245 *": 45, "27814 *": 12, "27822 *": 8])]),
    .surgery(
      2, .inpatient,
      [.oneOf(["22633": 60, "22612": 40]), .line("22842"), .line("22853", units: 1...2), .sometimes(60, "63047 59")]),
    .surgery(2, .inpatient, [.line("22551"), .sometimes(50, "22552"), .line("22845"), .line("22853", units: 1...2)]),
    .surgery(1, .inpatient, [.oneOf(["22612 62": 50, "22633 62": 50])]),
    .surgery(14, .surgeryCenter, [.oneOf(["64483 *": 85, "64483 50": 15]), .sometimes(35, "64484 *")]),
    EncounterPattern(
      8, .surgeryCenter, with: .passing, [.oneOf(["27447 * 80": 45, "27130 * 80": 30, "29827 * 80": 25])]),
    EncounterPattern(3, .inpatient, with: .passing, [.oneOf(["27447 * AS": 55, "27130 * AS": 45])]),
    EncounterPattern(2, .inpatient, with: .recovering, [.oneOf(["27301 * 78": 45, "10180 78": 55])]),
    EncounterPattern(1, .surgeryCenter, then: .recovery, [.oneOf(["27599": 50, "29999": 30, "0232T": 20])]),
  ]
}
