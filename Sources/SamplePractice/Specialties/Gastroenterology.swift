extension SampleSpecialty {
  /// Endoscopy of both ends, alone and in one session, with clinic and hospital visits.
  static let gastroenterology = SampleSpecialty(
    "Gastroenterology", clinicians: 3, encountersPerDay: 1230, schedule: .weekdays(callDays: 1800),
    season: electiveSeason, panel: 2400,
    encounters: [
      EncounterPattern(
        235, .surgeryCenter,
        [
          .oneOf([
            "45378": 20, "45378 33": 4, "G0121": 9, "G0105": 9, "45380": 25, "45385": 31, "45378 53": 1, "45390": 1,
          ])
        ]),
      EncounterPattern(62, .surgeryCenter, [.line("45385"), .line("45380 59"), .sometimes(9, "45381 51")]),
      EncounterPattern(
        120, .surgeryCenter, [.oneOf(["43239": 72, "43235": 11, "43248": 8, "43249": 7, "43270": 2])]),
      EncounterPattern(
        62, .surgeryCenter, [.line("43239"), .oneOf(["45378 51": 30, "45380 51": 32, "45385 51": 38])]),
      EncounterPattern(18, .surgeryCenter, [.line("45385"), .line("45380 59"), .line("43239 51")]),
      EncounterPattern(
        14, .outpatientHospital, [.oneOf(["43262": 18, "43264": 30, "43274": 22, "43259": 20, "43242": 10])]),
      EncounterPattern(10, .inpatient, with: .passing, [.oneOf(["43255": 35, "43247": 12, "43239": 43, "43246": 10])]),
      EncounterPattern(
        220, .office,
        [.oneOf(["99212": 5, "99213": 42, "99214": 48, "99215": 5]), .sometimes(12, "80053"), .sometimes(6, "85025")]),
      EncounterPattern(
        100, .office, with: .new, [.oneOf(["99203": 36, "99204": 52, "99205": 4, "99243": 4, "99244": 4])]),
      EncounterPattern(36, .inpatient, with: .passing, [.oneOf(["99221": 14, "99222": 54, "99223": 32])]),
      EncounterPattern(70, .inpatient, with: .passing, [.oneOf(["99231": 24, "99232": 60, "99233": 16])]),
      EncounterPattern(10, .outpatientHospital, [.oneOf(["91010 26": 45, "91110 26": 35, "91034 26": 20])]),
      EncounterPattern(7, .office, [.line("91200")]),
      EncounterPattern(4, .office, [.line("46221")]),
      EncounterPattern(1, .surgeryCenter, [.line("43499")]),
    ])
}
